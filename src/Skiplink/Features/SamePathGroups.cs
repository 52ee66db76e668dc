using System.Runtime.Intrinsics;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>Blocks that share a path of names and classes.</summary>
internal struct SamePathGroup
{
    /// <summary>The features from <see cref="Feature.LogTwins"/> to <see cref="Feature.LogTagTwins"/>, the same for all of them.</summary>
    public Vector256<float> Shared;

    public int Blocks;
    public int Words;
    public int LinkWords;
    public int Stops;

    /// <summary>The number of their path of names, whatever the classes.</summary>
    public int TagPath;

    /// <summary>The sum of the probabilities that trees gave them.</summary>
    public float TreeSum;

    public int First;
    public int Last;
}

/// <summary>The groups of a page's blocks by their paths.</summary>
internal sealed class SamePathGroups
{
    private readonly DenseIdMap _ids = new();
    private readonly DenseIdMap _tagPaths = new();
    private SamePathGroup[] _groups = new SamePathGroup[64];
    private int[] _blocksOfTagPath = new int[64];
    private int[] _groupOf = [];

    /// <summary>The group of a block that was added.</summary>
    public ref SamePathGroup Of(int block) => ref _groups[_groupOf[block]];

    /// <summary>Whether two blocks are in one group.</summary>
    public bool AreSame(int first, int second) => _groupOf[first] == _groupOf[second];

    /// <summary>All groups, in the order of their first blocks.</summary>
    public Span<SamePathGroup> Groups => _groups.AsSpan(0, _ids.Count);

    /// <summary>Starts a page of so many blocks.</summary>
    public void Start(int blocks)
    {
        _ids.Clear();
        _tagPaths.Clear();
        if (_groupOf.Length < blocks)
            _groupOf = new int[Math.Max(blocks, 2 * _groupOf.Length)];
    }

    /// <summary>Adds a block to the group of its container's path and counts it.</summary>
    public void Add(int block, in BlockRow row, in ElementRow container)
    {
        int before = _ids.Count, number = _ids.GetOrAdd(container.PathSignature);
        if (number == before)
        {
            if (number == _groups.Length)
                Array.Resize(ref _groups, 2 * number);
            // Paths that are the same with their classes are the same without them.
            _groups[number] = new() { First = block, TagPath = _tagPaths.GetOrAdd(container.TagSignature) };
        }
        _groupOf[block] = number;
        ref SamePathGroup group = ref _groups[number];
        group.Blocks++;
        group.Last = block;
        group.Words += row.Words;
        group.LinkWords += row.LinkWords;
        group.Stops += row.Shape.Stops > 0 ? 1 : 0;
    }

    /// <summary>Works out what is the same for all blocks of a group, on a page of so many words, when all blocks were added.</summary>
    public void SumUp(int words)
    {
        if (_blocksOfTagPath.Length < _tagPaths.Count)
            _blocksOfTagPath = new int[2 * _tagPaths.Count];
        Span<int> blocksOfTagPath = _blocksOfTagPath.AsSpan(0, _tagPaths.Count);
        blocksOfTagPath.Clear();
        foreach (ref readonly SamePathGroup group in Groups)
            blocksOfTagPath[group.TagPath] += group.Blocks;
        float perWord = FeatureRow.PerWhole(words);
        foreach (ref SamePathGroup group in Groups)
        {
            group.Shared = Vector256.Create(
                FeatureRow.Log(group.Blocks),
                FeatureRow.Share(group.LinkWords, group.Words),
                group.Words * perWord,
                FeatureRow.Share(group.Stops, group.Blocks),
                FeatureRow.Log(blocksOfTagPath[group.TagPath]),
                0,
                0,
                0);
        }
    }
}

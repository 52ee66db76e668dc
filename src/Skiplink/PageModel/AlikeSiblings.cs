using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Skiplink.PageModel;

/// <summary>
/// Puts siblings that look alike into groups: an element is of the group of the nearest of the seven siblings before it that has its signature. Told of a page's elements in document order, so that of
/// each depth only the children of one parent have to be remembered, and of these the last seven.
/// </summary>
internal sealed class AlikeSiblings
{
    private const int SiblingsBack = 7;

    private Level[] _levels = new Level[64];
    private int[] _groups = new int[512];
    private int[] _sizes = new int[512];
    private int _elements;
    private int _groupCount;

    /// <summary>The last siblings at one depth, the nearest first.</summary>
    private struct Level
    {
        public Vector256<uint> Signatures;
        public Vector256<int> Groups;
        public int Count;
    }

    /// <summary>Starts a page.</summary>
    public void Clear()
    {
        _elements = _groupCount = 0;
        _levels[0].Count = 0;
    }

    /// <summary>Adds the next element, and makes ready for its children.</summary>
    public void Add(int depth, uint signature)
    {
        if (depth + 1 >= _levels.Length)
            Array.Resize(ref _levels, 2 * depth);
        if (_elements == _groups.Length)
        {
            Array.Resize(ref _groups, 2 * _elements);
            Array.Resize(ref _sizes, 2 * _elements);
        }
        _levels[depth + 1].Count = 0;
        ref Level level = ref _levels[depth];
        uint same = Vector256.Equals(level.Signatures, Vector256.Create(signature)).ExtractMostSignificantBits() & ((1u << level.Count) - 1);
        int group;
        if (same != 0)
        {
            // One of eight, since a bit was set.
            group = Unsafe.Add(ref Unsafe.As<Vector256<int>, int>(ref level.Groups), BitOperations.TrailingZeroCount(same));
            _sizes[group]++;
        }
        else
        {
            group = _groupCount++;
            _sizes[group] = 1;
        }
        Vector256<uint> before = Vector256.Create(0u, 0, 1, 2, 3, 4, 5, 6);
        level.Signatures = Vector256.Shuffle(level.Signatures, before).WithElement(0, signature);
        level.Groups = Vector256.Shuffle(level.Groups, before.AsInt32()).WithElement(0, group);
        level.Count = Math.Min(level.Count + 1, SiblingsBack);
        _groups[_elements++] = group;
    }

    /// <summary>Writes to each element of how many its group is.</summary>
    public void Count(Span<ElementRow> rows)
    {
        int[] groups = _groups, sizes = _sizes;
        for (int i = 0; i < rows.Length; i++)
            rows[i].Alike = sizes[groups[i]];
    }
}

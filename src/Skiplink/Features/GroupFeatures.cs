using System.Runtime.Intrinsics;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// The elements of a page as groups of blocks: which one is around which, and those features of a group that are the same for every block
/// in it.
/// </summary>
internal sealed class GroupFeatures
{
    /// <summary>How many features a group has in a row, from <see cref="Feature.Group1Place"/> on.</summary>
    public const int Count = Feature.Group2Place - Feature.Group1Place;

    private Group[] _groups = [];

    /// <summary>An element as a group of blocks, in a cache line.</summary>
    public struct Group
    {
        /// <summary>
        /// The features from <see cref="Feature.Group1Words"/> to <see cref="Feature.Group1ShareOfPage"/>, when the first block has asked
        /// for them.
        /// </summary>
        public Vector256<float> Shared;

        /// <summary>The first block, and what a place among the blocks is multiplied by to be a share.</summary>
        public int FirstBlock;
        public float PerBlock;

        /// <summary>
        /// The nearest element above that holds more blocks: wrappers around one thing say nothing new. The first element for itself.
        /// </summary>
        public int Outer;

        /// <summary>
        /// The run of siblings of the outermost wrapper below that ancestor, as a feature, and the longest run of all its wrappers.
        /// </summary>
        public float LogSiblings;
        public int MaxSiblings;

        /// <summary>What the learnt words say of the element's names and classes.</summary>
        public float Class;

        public bool IsKnown;
    }

    /// <summary>Starts a page.</summary>
    public void Start(ElementTable elements)
    {
        ReadOnlySpan<ElementRow> rows = elements.Rows;
        if (_groups.Length < rows.Length)
            _groups = new Group[Math.Max(rows.Length, 2 * _groups.Length)];
        Span<Group> groups = _groups.AsSpan(0, rows.Length);
        for (int i = 0; i < groups.Length; i++)
        {
            ref readonly ElementRow row = ref rows[i];
            ref Group group = ref groups[i];
            ref readonly Group above = ref groups[row.Parent];
            bool isWrapped = row.Parent != 0 && rows[row.Parent].Blocks <= row.Blocks;
            group.IsKnown = false;
            group.Outer = isWrapped ? above.Outer : row.Parent;
            group.LogSiblings = isWrapped ? above.LogSiblings : FeatureRow.Log(row.SiblingRun);
            group.MaxSiblings = isWrapped ? Math.Max(row.SiblingRun, above.MaxSiblings) : row.SiblingRun;
        }
    }

    /// <summary>The first group around a block: its container, or the nearest element that holds more blocks than this one.</summary>
    public int FirstAround(BlockTable blocks, int block)
    {
        int container = blocks[block].Container;
        return blocks.Elements[container].Blocks > 1 ? container : _groups[container].Outer;
    }

    /// <summary>An element as a group, of which only the outer group and the siblings are known.</summary>
    public ref readonly Group this[int element] => ref _groups[element];

    /// <summary>An element as a group.</summary>
    /// <param name="element">The element.</param>
    /// <param name="elements">The page's elements.</param>
    /// <param name="words">What the learnt words say of them.</param>
    /// <param name="perWord">What words are multiplied by to be a share of the page's.</param>
    public ref readonly Group Of(int element, ElementTable elements, ElementWords words, float perWord)
    {
        ref Group group = ref _groups[element];
        if (!group.IsKnown)
            Fill(ref group, elements[element], words[element].Own, perWord);
        return ref group;
    }

    private static void Fill(ref Group group, in ElementRow row, float ofClass, float perWordOfPage)
    {
        float perWord = FeatureRow.PerWhole(row.Words), perBlock = FeatureRow.PerWhole(row.Blocks);
        group.IsKnown = true;
        group.FirstBlock = row.FirstBlock;
        group.PerBlock = perBlock;
        group.Class = ofClass;
        group.Shared = Vector256.Create(
            FeatureRow.Log(row.Words),
            row.LinkWords * perWord,
            FeatureRow.Log(row.Blocks),
            row.Words * perBlock,
            row.Headings * perBlock,
            row.LongWords * perWord,
            row.Years * perBlock,
            row.Words * perWordOfPage);
    }
}

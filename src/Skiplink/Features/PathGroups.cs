using Skiplink.Html.Arena;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// The groups of a page's blocks that share the last steps of their paths, names with classes: items of a menu, cards of a grid, posts of a
/// thread, paragraphs of a text. A group is nearly always main text as a whole or not at all. Unlike <see cref="SamePathGroups"/>, blocks
/// in different parts of the page can be in one group.
/// </summary>
internal sealed class PathGroups
{
    /// <summary>How many elements of the path count, from the innermost.</summary>
    private const int Steps = 5;

    private readonly DenseIdMap _ids = new();
    private int[] _groupOf = [];

    /// <summary>How many groups there are.</summary>
    public int Count => _ids.Count;

    /// <summary>The group of a block.</summary>
    public int this[int block] => _groupOf[block];

    /// <summary>Finds the groups of a page.</summary>
    public void Read(BlockTable blocks)
    {
        if (_groupOf.Length < blocks.Count)
            _groupOf = new int[Math.Max(blocks.Count, 2 * _groupOf.Length)];
        _ids.Clear();
        for (int i = 0; i < blocks.Count; i++)
            _groupOf[i] = _ids.GetOrAdd(PathOf(blocks, i));
    }

    private static uint PathOf(BlockTable blocks, int block)
    {
        uint path = Fnv1a.Basis;
        int element = blocks[block].Inner;
        for (int i = 0; i < Steps && element != 0; i++)
        {
            path = Fnv1a.Combine(path, blocks.Elements[element].Signature);
            element = blocks.Elements[element].Parent;
        }
        return path;
    }
}

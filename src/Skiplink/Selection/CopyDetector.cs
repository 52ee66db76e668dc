using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Finds the blocks whose text stands further up in another structure of the page, as when a page brings its text once for telephones and
/// once for large screens. What is repeated within one structure is no copy: a chorus, a clause that recurs, two speakers who say the same.
/// </summary>
internal sealed class CopyDetector
{
    private readonly Dictionary<uint, int> _firstOfHash = [];
    private PageDocument _page = null!;

    /// <summary>Starts a page.</summary>
    public void Start(PageDocument page)
    {
        _page = page;
        _firstOfHash.Clear();
    }

    /// <summary>Takes in the next block of the page; whether it is a copy of one that was taken in before.</summary>
    /// <param name="block">The block.</param>
    /// <param name="probability">The probability that it is main text.</param>
    public bool IsCopy(int block, float probability)
    {
        BlockTable blocks = _page.Blocks;
        // Of different texts with one hash the first is remembered.
        if (_firstOfHash.TryAdd(blocks[block].TextHash, block))
            return false;
        int first = _firstOfHash[blocks[block].TextHash];
        bool mayBeRepeated = probability >= FittedConstants.MinRepeatProbability && IsSameStructure(first, block);
        return !mayBeRepeated && blocks.WordsOf(first).SequenceEqual(blocks.WordsOf(block)) && IsSameText(first, block);
    }

    /// <summary>
    /// Whether two blocks stand in one parent, or in containers of the same path of names and classes, as the items of a list or the
    /// sections of a contract do, and are both shown or both hidden.
    /// </summary>
    private bool IsSameStructure(int first, int second)
    {
        ElementTable elements = _page.Elements;
        ContextFlags differing = elements[_page.Blocks[first].Inner].Context ^ elements[_page.Blocks[second].Inner].Context;
        if ((differing & (ContextFlags.Hidden | ContextFlags.AriaHidden)) != 0)
            return false;
        ref readonly ElementRow one = ref elements[_page.Blocks[first].Container];
        ref readonly ElementRow other = ref elements[_page.Blocks[second].Container];
        return one.Parent == other.Parent || one.PathSignature == other.PathSignature;
    }

    /// <summary>Whether two blocks have the same letters and digits in whatever case: hashes of words can be forged.</summary>
    private bool IsSameText(int first, int second)
    {
        string one = BlockText.Of(_page, first), other = BlockText.Of(_page, second);
        int i = 0, j = 0;
        while (true)
        {
            while (i < one.Length && !char.IsLetterOrDigit(one[i]))
                i++;
            while (j < other.Length && !char.IsLetterOrDigit(other[j]))
                j++;
            if (i == one.Length || j == other.Length)
                return i == one.Length && j == other.Length;
            if (char.ToLowerInvariant(one[i++]) != char.ToLowerInvariant(other[j++]))
                return false;
        }
    }
}

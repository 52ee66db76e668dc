using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// One block: a run of inline text under one block-level element, the unit that is kept or skipped. Nodes are indexes into the document,
/// elements are rows of the page's <see cref="ElementTable"/>.
/// </summary>
internal struct BlockRow
{
    /// <summary>A paragraph of text has at least this many words.</summary>
    public const int MinLongWords = 10;

    /// <summary>The first text node of the run.</summary>
    public int FirstNode;

    /// <summary>The last text node of the run.</summary>
    public int LastNode;

    /// <summary>The row of the block-level element that the run stands in.</summary>
    public int Container;

    /// <summary>The row of the element that the first text stands in, which may be inline.</summary>
    public int Inner;

    /// <summary>The first of the block's words in the page's word hashes.</summary>
    public int FirstWord;

    /// <summary>How many words the block has.</summary>
    public int Words;

    /// <summary>How many of the words stand in links.</summary>
    public int LinkWords;

    /// <summary>How many links there are.</summary>
    public int Links;

    /// <summary>How many images there are.</summary>
    public int Images;

    /// <summary>What its characters are.</summary>
    public TextShape Shape;

    /// <summary>A hash of all words in order: equal for equal texts, and nearly always different for different ones.</summary>
    public uint TextHash;

    /// <summary>The last block before this one that stands in a heading, or -1.</summary>
    public int Heading;

    /// <summary>Why a reader does not see the block; none when it is shown, be it after a click.</summary>
    public HiddenReason Hidden;

    /// <summary>Whether a reader does not see the block.</summary>
    public readonly bool IsHidden => Hidden != HiddenReason.None;

    /// <summary>Whether it is a long block, a paragraph of text: ten words or more, most of them not in links.</summary>
    public readonly bool IsLong => Words >= MinLongWords && LinkWords * 2 < Words;
}

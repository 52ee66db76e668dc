namespace Skiplink.Content;

/// <summary>Which way text runs, where the page says so.</summary>
internal enum TextDirection : byte
{
    Unknown,
    LeftToRight,
    RightToLeft,
}

/// <summary>A part of the content, with what is known of it.</summary>
internal readonly ref struct ContentPart
{
    public ContentKind Kind { get; init; }

    /// <summary>A heading's level, 1 to 6; an ordered list's first number; a note's number.</summary>
    public int Number { get; init; }

    /// <summary>A cell's spans, at least 1.</summary>
    public int ColumnSpan { get; init; }

    public int RowSpan { get; init; }

    /// <summary>Whether a cell is a header cell.</summary>
    public bool IsHeader { get; init; }

    /// <summary>Whether a paragraph is all that the part around it holds, as in most items and cells.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether there is a line break in a paragraph or heading.</summary>
    public bool HasBreaks { get; init; }

    /// <summary>How a cell's text stands: l, c or r; 0 where the page does not say.</summary>
    public byte Align { get; init; }

    /// <summary>Which way the part's text runs.</summary>
    public TextDirection Direction { get; init; }

    /// <summary>Whether an item of a task list is ticked; null for other items.</summary>
    public bool? IsChecked { get; init; }

    /// <summary>A link's absolute target; a code block's language; a callout's kind. In UTF-8.</summary>
    public ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>An image of the content.</summary>
/// <param name="source">The absolute address, in UTF-8.</param>
/// <param name="altText">The alternative text, in UTF-8, white space collapsed.</param>
internal readonly ref struct ContentImage(ReadOnlySpan<byte> source, ReadOnlySpan<byte> altText)
{
    public ReadOnlySpan<byte> Source { get; } = source;

    public ReadOnlySpan<byte> AltText { get; } = altText;
}

/// <summary>
/// Receives the content of a page as events in document order; footnotes come last. Starts and ends are balanced. Text comes inside of
/// blocks alone, with white space collapsed except in code.
/// </summary>
internal interface IContentSink
{
    /// <summary>Whether the sink needs the kind and number of a part alone; the other properties are then left at their defaults.</summary>
    static virtual bool NeedsKindOnly => false;

    void Start(in ContentPart part);

    /// <summary>The end of a part, with the same properties as its start.</summary>
    void End(in ContentPart part);

    void Text(ReadOnlySpan<byte> utf8);

    void LineBreak();

    /// <summary>An image; it stands in a block's text when one is open, by itself otherwise.</summary>
    void Image(in ContentImage image);

    /// <summary>
    /// What plays in the page (a video, a sound, a player in a frame), with its title in place of an alternative text; it stands where an
    /// image would.
    /// </summary>
    void Media(in ContentImage media);

    /// <summary>A formula in TeX, without its delimiters. It stands in a block's text.</summary>
    void Formula(ReadOnlySpan<byte> tex, bool isDisplay);

    /// <summary>A reference to the note of this number, in a block's text.</summary>
    void NoteReference(int number);

    /// <summary>A break between two parts of the text, as a rule or a row of stars shows it. It stands between blocks.</summary>
    void Rule();
}

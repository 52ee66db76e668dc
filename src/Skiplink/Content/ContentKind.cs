namespace Skiplink.Content;

/// <summary>What a part of the content is. The order matters: what holds blocks, then blocks, then what stands in a block.</summary>
internal enum ContentKind : byte
{
    /// <summary>Nothing that a writer sees: its children stand where it stands.</summary>
    None,

    // Structure: holds blocks or other structure.
    List,
    OrderedList,
    Item,
    Quotation,
    Table,
    TableCaption,
    Row,
    Cell,
    DefinitionList,
    Term,
    Definition,
    Figure,
    FigureCaption,

    // Blocks: hold text.
    Paragraph,
    Heading,
    Code,

    // Inline: marks a part of a block's text.
    Link,
    Strong,
    Emphasis,
    InlineCode,
    Deleted,
    Inserted,
    Subscript,
    Superscript,
    Marked,
}

/// <summary>The start of a part of the content, with what is known of it.</summary>
internal readonly ref struct ContentPart
{
    public ContentKind Kind { get; init; }

    /// <summary>A heading's level, 1 to 6; an ordered list's first number.</summary>
    public int Number { get; init; }

    /// <summary>A cell's spans, at least 1.</summary>
    public int ColumnSpan { get; init; }

    public int RowSpan { get; init; }

    /// <summary>Whether a cell is a header cell.</summary>
    public bool IsHeader { get; init; }

    /// <summary>How a cell's text stands: l, c or r; 0 where the page does not say.</summary>
    public byte Align { get; init; }

    /// <summary>Whether an item of a task list is ticked; null for other items.</summary>
    public bool? IsChecked { get; init; }

    /// <summary>A link's absolute target; a code block's language. In UTF-8.</summary>
    public ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>An image of the content.</summary>
/// <param name="source">The absolute address, in UTF-8.</param>
/// <param name="alternative">The alternative text, in UTF-8.</param>
internal readonly ref struct ContentImage(ReadOnlySpan<byte> source, ReadOnlySpan<byte> alternative)
{
    public ReadOnlySpan<byte> Source { get; } = source;

    public ReadOnlySpan<byte> Alternative { get; } = alternative;
}

/// <summary>
/// What the walk over the kept content tells, in document order. Starts and ends are balanced; text comes inside of blocks alone, white space already collapsed but
/// in code.
/// </summary>
internal interface IContentSink
{
    void Start(in ContentPart part);

    void End(ContentKind kind);

    void Text(ReadOnlySpan<byte> utf8);

    void LineBreak();

    /// <summary>An image; it stands in a block's text when one is open, by itself otherwise.</summary>
    void Image(in ContentImage image);
}

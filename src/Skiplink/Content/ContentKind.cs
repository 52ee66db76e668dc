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
    Callout,
    CalloutTitle,
    Table,
    TableCaption,
    Row,
    Cell,
    DefinitionList,
    Term,
    Definition,
    Figure,
    FigureCaption,
    Note,

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
    InlineQuotation,
    Ruby,
    RubyText,
    Direction,

    /// <summary>Who made or lent a picture, in its caption or beside it.</summary>
    Credit,
}

namespace Skiplink;

/// <summary>A part of a page's main text that stands on lines of its own.</summary>
public abstract record ContentBlock;

/// <summary>A paragraph.</summary>
/// <param name="Content">Its text.</param>
/// <param name="IsRightToLeft">Whether the page says that it runs from right to left.</param>
public sealed record ParagraphBlock(IReadOnlyList<ContentInline> Content, bool IsRightToLeft) : ContentBlock;

/// <summary>A heading.</summary>
/// <param name="Level">Its level in the page, 1 to 6.</param>
/// <param name="Content">Its text.</param>
public sealed record HeadingBlock(int Level, IReadOnlyList<ContentInline> Content) : ContentBlock;

/// <summary>A block of code, without whatever a highlighter put into it.</summary>
/// <param name="Text">The code; lines end with a line feed.</param>
/// <param name="Language">The language as the page names it; null when it names none.</param>
public sealed record CodeBlock(string Text, string? Language) : ContentBlock;

/// <summary>A list.</summary>
/// <param name="IsOrdered">Whether its items are numbered.</param>
/// <param name="Start">The number of the first item; 1 for a list that is not ordered.</param>
/// <param name="Items">The items.</param>
public sealed record ListBlock(bool IsOrdered, int Start, IReadOnlyList<ListItem> Items) : ContentBlock;

/// <summary>An item of a list.</summary>
/// <param name="Content">What it holds.</param>
/// <param name="IsChecked">Whether it is ticked, in a list of tasks; null in other lists.</param>
public sealed record ListItem(IReadOnlyList<ContentBlock> Content, bool? IsChecked);

/// <summary>Terms and what they mean.</summary>
/// <param name="Entries">Terms and definitions in the order of the page.</param>
public sealed record DefinitionListBlock(IReadOnlyList<DefinitionEntry> Entries) : ContentBlock;

/// <summary>A term, or a definition of the terms before it.</summary>
/// <param name="IsTerm">Whether it is a term.</param>
/// <param name="Content">What it holds.</param>
public sealed record DefinitionEntry(bool IsTerm, IReadOnlyList<ContentBlock> Content);

/// <summary>A quotation.</summary>
/// <param name="Content">What it holds.</param>
public sealed record QuotationBlock(IReadOnlyList<ContentBlock> Content) : ContentBlock;

/// <summary>A part that is set apart to be noticed.</summary>
/// <param name="Kind">What it is: <c>note</c>, <c>tip</c>, <c>warning</c> …</param>
/// <param name="Title">Its title; empty when it has none.</param>
/// <param name="Content">What it holds.</param>
public sealed record CalloutBlock(string Kind, IReadOnlyList<ContentBlock> Title, IReadOnlyList<ContentBlock> Content) : ContentBlock;

/// <summary>A table of data. A layout table is not one: its content stands for itself.</summary>
/// <param name="Caption">Its caption; empty when it has none.</param>
/// <param name="Rows">The rows; a cell stands where it begins, and its spans say how far it reaches.</param>
public sealed record TableBlock(IReadOnlyList<ContentBlock> Caption, IReadOnlyList<IReadOnlyList<TableCell>> Rows) : ContentBlock;

/// <summary>How the text of a cell stands.</summary>
public enum CellAlignment
{
    /// <summary>The page does not say.</summary>
    None,

    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right.</summary>
    Right,
}

/// <summary>A cell of a table.</summary>
/// <param name="IsHeader">Whether it heads a row or a column.</param>
/// <param name="ColumnSpan">How many columns it reaches over, 1 to 1,000.</param>
/// <param name="RowSpan">How many rows it reaches over, 1 to 65,535.</param>
/// <param name="Alignment">How its text stands.</param>
/// <param name="Content">What it holds.</param>
public sealed record TableCell(bool IsHeader, int ColumnSpan, int RowSpan, CellAlignment Alignment, IReadOnlyList<ContentBlock> Content);

/// <summary>A figure: images with a caption.</summary>
/// <param name="Content">The images and whatever else it shows.</param>
/// <param name="Caption">The caption; the credit in it is a <see cref="SpanInline"/> of the kind <see cref="SpanKind.Credit"/>. Empty when
/// there is none.</param>
public sealed record FigureBlock(IReadOnlyList<ContentBlock> Content, IReadOnlyList<ContentBlock> Caption) : ContentBlock;

/// <summary>An image that stands by itself.</summary>
/// <param name="Image">The image.</param>
public sealed record ImageBlock(ImageInline Image) : ContentBlock;

/// <summary>A rule between two parts of the text.</summary>
public sealed record RuleBlock : ContentBlock;

/// <summary>A note. Notes come last, in the order in which the text refers to them.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Content">What it holds.</param>
public sealed record NoteBlock(int Number, IReadOnlyList<ContentBlock> Content) : ContentBlock;

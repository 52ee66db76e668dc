namespace Skiplink;

/// <summary>A part of a paragraph's or heading's text.</summary>
public abstract record ContentInline;

/// <summary>Text, white space collapsed.</summary>
/// <param name="Text">The characters.</param>
public sealed record TextInline(string Text) : ContentInline;

/// <summary>A break of the line.</summary>
public sealed record LineBreakInline : ContentInline;

/// <summary>What marks a part of a text.</summary>
public enum SpanKind
{
    /// <summary>Of importance; bold.</summary>
    Strong,

    /// <summary>Stressed; italic.</summary>
    Emphasis,

    /// <summary>Code, keys, output.</summary>
    Code,

    /// <summary>No longer valid, or taken out.</summary>
    Deleted,

    /// <summary>Put in later.</summary>
    Inserted,

    /// <summary>Lowered.</summary>
    Subscript,

    /// <summary>Raised.</summary>
    Superscript,

    /// <summary>Highlighted.</summary>
    Marked,

    /// <summary>A quotation in the text, which is shown in quotation marks.</summary>
    Quotation,

    /// <summary>Characters with their reading.</summary>
    Ruby,

    /// <summary>The reading, in a <see cref="Ruby"/>.</summary>
    RubyText,

    /// <summary>Text that runs its own way.</summary>
    Direction,

    /// <summary>Who made or lent a picture.</summary>
    Credit,
}

/// <summary>A marked part of a text.</summary>
/// <param name="Kind">What marks it.</param>
/// <param name="Content">What it holds.</param>
public sealed record SpanInline(SpanKind Kind, IReadOnlyList<ContentInline> Content) : ContentInline;

/// <summary>A link.</summary>
/// <param name="Target">Where it leads; absolute where the page's address is known, tracking parameters and all.</param>
/// <param name="Content">Its text.</param>
public sealed record LinkInline(string Target, IReadOnlyList<ContentInline> Content) : ContentInline;

/// <summary>An image, or something that plays.</summary>
/// <param name="Source">The address; absolute where the page's address is known.</param>
/// <param name="AltText">The alternative text or title; empty when there is none.</param>
/// <param name="IsMedia">Whether it is a video, a sound or a player in a frame.</param>
public sealed record ImageInline(string Source, string AltText, bool IsMedia) : ContentInline;

/// <summary>A formula.</summary>
/// <param name="Tex">Its TeX, without delimiters.</param>
/// <param name="IsDisplay">Whether it stands on a line of its own.</param>
public sealed record FormulaInline(string Tex, bool IsDisplay) : ContentInline;

/// <summary>A reference to a note.</summary>
/// <param name="Number">The number of the <see cref="NoteBlock"/>.</param>
public sealed record NoteReferenceInline(int Number) : ContentInline;

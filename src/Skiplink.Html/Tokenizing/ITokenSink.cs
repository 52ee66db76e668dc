using Skiplink.Html.Arena;

namespace Skiplink.Html.Tokenizing;

/// <summary>
/// Takes the tokens of a page in order. Implemented by a struct, so that the tokenizer is compiled for it and calls it directly.
/// Positions are byte offsets into the source.
/// </summary>
internal interface ITokenSink
{
    /// <summary>
    /// Whether the adjusted current node exists and is not an HTML element: only then is <c>&lt;![CDATA[</c> the start of a CDATA section
    /// (13.2.5.42).
    /// </summary>
    bool AllowsCData { get; }

    /// <summary>The id of the most likely name of the next end tag, or 0. A hint for speed: tokens do not depend on it.</summary>
    int LikelyEndTag { get; }

    /// <summary>Takes a start tag and returns the state in which the tokenizer continues: data, or raw text of some kind.</summary>
    ContentModel StartTag(in TagToken tag);

    /// <summary>Takes an end tag.</summary>
    void EndTag(in TagToken tag);

    /// <summary>Takes a run of one or more characters without U+0000. Adjacent runs form one text.</summary>
    void Characters(Utf8Slice text, int sourceStart, int sourceEnd);

    /// <summary>Takes a U+0000 in data or in a CDATA section; elsewhere it is replaced by U+FFFD before.</summary>
    void Null(int position);

    /// <summary>Takes a comment.</summary>
    void Comment(Utf8Slice data, int sourceStart, int sourceEnd);

    /// <summary>Takes a document type declaration.</summary>
    void Doctype(in DoctypeToken doctype);

    /// <summary>The end of the page.</summary>
    void EndOfFile(int position);
}

/// <summary>The tokenizer's states between tokens (13.2.5.1 to 13.2.5.5, and the CDATA section state 13.2.5.69).</summary>
internal enum ContentModel : byte
{
    Data,
    Rcdata,
    RawText,
    ScriptData,
    PlainText,
    CDataSection,
}

/// <summary>
/// A start or end tag. Its attributes are the <see cref="AttributeCount"/> uncommitted rows of the attribute table from
/// <see cref="FirstAttribute"/> on, without duplicates.
/// </summary>
internal readonly ref struct TagToken
{
    /// <summary>The id of the lower-case name.</summary>
    public int Name { get; init; }

    public int FirstAttribute { get; init; }

    public int AttributeCount { get; init; }

    public bool SelfClosing { get; init; }

    public int SourceStart { get; init; }

    public int SourceEnd { get; init; }
}

/// <summary>A document type declaration. The flags distinguish absent identifiers from empty ones.</summary>
internal readonly ref struct DoctypeToken
{
    public Utf8Slice Name { get; init; }

    public bool HasName { get; init; }

    public Utf8Slice PublicId { get; init; }

    public bool HasPublicId { get; init; }

    public Utf8Slice SystemId { get; init; }

    public bool HasSystemId { get; init; }

    public bool ForceQuirks { get; init; }

    public int SourceStart { get; init; }

    public int SourceEnd { get; init; }
}

namespace Skiplink.Text;

/// <summary>What counts as white space and as invisible, for texts and for values alike.</summary>
internal static class Characters
{
    /// <summary>White space of the HTML standard: what separates attribute values, and what stands at their ends.</summary>
    public static ReadOnlySpan<byte> AsciiWhiteSpace => " \t\n\f\r"u8;

    /// <summary>Bytes without white space of the HTML standard at their ends.</summary>
    public static ReadOnlySpan<byte> TrimWhiteSpace(this ReadOnlySpan<byte> bytes) => bytes.Trim(AsciiWhiteSpace);

    /// <summary>Bytes without white space of the HTML standard at their start.</summary>
    public static ReadOnlySpan<byte> TrimWhiteSpaceStart(this ReadOnlySpan<byte> bytes) => bytes.TrimStart(AsciiWhiteSpace);

    /// <summary>
    /// Whether a run of such characters is shown as one space. The ideographic space U+3000 is not: it is as wide as a letter, and indents
    /// paragraphs.
    /// </summary>
    public static bool IsSpace(char c) => c is not ('\u3000' or '\u1680') && char.IsWhiteSpace(c);

    /// <summary>
    /// Whether a character shows nothing and separates nothing: soft hyphen, zero-width space, word joiner, byte order mark, control
    /// characters of ASCII.
    /// </summary>
    /// <remarks>
    /// U+0080 to U+009F are kept: where a page has one, it is a quotation mark or a dash of windows-1252 in the wrong encoding.
    /// </remarks>
    public static bool IsInvisible(char c) =>
        c is (< ' ' and not (>= '\t' and <= '\r')) or '\u007F' or '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';
}

namespace Skiplink.PageModel.Json;

/// <summary>What a value of JSON is.</summary>
internal enum JsonKind : byte
{
    Object,
    Array,
    String,
    Number,

    /// <summary>True, false or null.</summary>
    Other,
}

/// <summary>
/// One value, 16 bytes. The values in an object or an array stand behind it, up to <see cref="End"/>; of those that nobody asks for only
/// the objects and arrays have rows. A row's name is that of its property, or of the property whose array it stands in.
/// </summary>
internal struct JsonRow
{
    /// <summary>
    /// Where a string (without its quotes) or a number starts: in the page's source, or, when negative, at the complement in the side
    /// buffer.
    /// </summary>
    public int Start;
    public int Length;

    /// <summary>The row behind the value.</summary>
    public int End;

    public JsonKind Kind;
    public JsonName Name;

    /// <summary>Whether there are backslashes in a string.</summary>
    public bool IsEscaped;

    /// <summary>Whether an object stands where a page describes itself, and not in a list or a property of something else.</summary>
    public bool IsAbout;
}

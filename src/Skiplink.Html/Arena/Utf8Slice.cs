namespace Skiplink.Html.Arena;

/// <summary>
/// A range of UTF-8 bytes: of the page's source if <see cref="Start"/> is at least 0, otherwise of the decoded buffer at <c>~Start</c>.
/// </summary>
internal readonly record struct Utf8Slice(int Start, int Length)
{
    /// <summary>Whether the bytes are in the decoded buffer.</summary>
    public bool IsDecoded => Start < 0;

    public static Utf8Slice OfDecoded(int start, int length) => new(~start, length);
}

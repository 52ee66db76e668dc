namespace Skiplink.Html.Arena;

/// <summary>
/// A run of UTF-8 bytes: of the page's source when <see cref="Start"/> is at least 0, otherwise of the document's side buffer at <c>~Start</c>.
/// </summary>
internal readonly record struct Utf8Slice(int Start, int Length)
{
    /// <summary>Whether the bytes stand in the side buffer because they had to be decoded.</summary>
    public bool IsDecoded => Start < 0;

    public static Utf8Slice OfDecoded(int start, int length) => new(~start, length);
}

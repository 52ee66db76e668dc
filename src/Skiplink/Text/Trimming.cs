namespace Skiplink.Text;

/// <summary>Cuts signs off the ends of texts.</summary>
internal static class Trimming
{
    /// <summary>A text without any of these signs at its beginning and its end.</summary>
    public static ReadOnlyMemory<char> TrimAny(this ReadOnlyMemory<char> text, string signs) => text.TrimAnyStart(signs).TrimAnyEnd(signs);

    /// <summary>A text without any of these signs at its beginning.</summary>
    public static ReadOnlyMemory<char> TrimAnyStart(this ReadOnlyMemory<char> text, string signs)
    {
        ReadOnlySpan<char> span = text.Span;
        int start = 0;
        while (start < span.Length && signs.Contains(span[start], StringComparison.Ordinal))
            start++;
        return text[start..];
    }

    /// <summary>A text without any of these signs at its end.</summary>
    public static ReadOnlyMemory<char> TrimAnyEnd(this ReadOnlyMemory<char> text, string signs)
    {
        ReadOnlySpan<char> span = text.Span;
        int end = span.Length;
        while (end > 0 && signs.Contains(span[end - 1], StringComparison.Ordinal))
            end--;
        return text[..end];
    }
}

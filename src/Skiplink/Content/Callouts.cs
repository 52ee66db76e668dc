using System.Text;
using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>
/// What kind of callout (admonition, alert, notice) an element is, from its classes: <c>admonition warning</c>, <c>alert-danger</c>,
/// <c>callout-tip</c>, <c>data-callout</c>.
/// </summary>
internal static class Callouts
{
    private static readonly byte[][] Kinds =
    [
        .. new[]
        {
            "note", "info", "tip", "hint", "important", "warning", "caution", "danger", "error", "success", "example", "question",
            "abstract", "summary", "todo", "quote", "bug", "attention", "seealso", "primary",
            "secondary",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>The kind in lower case; empty when the element names none, and then it is no callout.</summary>
    public static ReadOnlySpan<byte> KindOf(HtmlNode element)
    {
        ReadOnlySpan<byte> classes = element.Utf8Attribute(HtmlNames.Class);
        foreach (Range range in classes.Split((byte)' '))
        {
            ReadOnlySpan<byte> word = classes[range];
            foreach (byte[] kind in Kinds)
            {
                // The word itself, or the end of alert-danger, callout--tip, is-info.
                if (word.Length >= kind.Length && Ascii.EqualsIgnoreCase(word[^kind.Length..], kind)
                    && (word.Length == kind.Length || word[^(kind.Length + 1)] is (byte)'-' or (byte)'_'))
                    return kind;
            }
        }
        if (element.GetAttribute("data-callout") is { Length: > 0 and < 20 } named)
        {
            byte[] value = Encoding.UTF8.GetBytes(named.ToLowerInvariant());
            foreach (byte[] kind in Kinds)
            {
                if (value.AsSpan().SequenceEqual(kind))
                    return kind;
            }
        }
        return default;
    }
}

using System.Buffers.Text;
using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;

namespace Skiplink.Verdicts;

/// <summary>
/// What a page declares of its text's being paid for: <c>isAccessibleForFree</c> of schema.org, and its <c>wordCount</c>.
/// </summary>
internal static class PaidDeclaration
{
    /// <summary>Whether the page declares that its text is not free.</summary>
    /// <param name="page">The page.</param>
    /// <param name="markup">The markup that says so.</param>
    public static bool IsPaid(PageDocument page, out string markup)
    {
        markup = "isAccessibleForFree=false";
        JsonLdDocument data = page.Head.JsonLd;
        foreach (JsonLdObject item in data.Objects)
        {
            // A part of a page may be paid for by itself; what the page is about counts.
            if (item.Rank >= 0 && data.PropertyOf(item.Row, JsonName.IsAccessibleForFree) is >= 0 and int value
                && IsFalse(data.BytesOf(value)))
                return true;
        }
        foreach (int index in page.Head.MetadataElements)
        {
            HtmlNode element = page.Html[index];
            if (element.Is(HtmlNames.Meta) && element.Utf8Attribute(HtmlNames.Itemprop).SequenceEqual("isAccessibleForFree"u8)
                && IsFalse(element.Utf8Attribute(HtmlNames.Content)))
                return true;
        }
        return false;
    }

    /// <summary>How many words the page declares that its text has, or null.</summary>
    public static int? WordCount(PageDocument page)
    {
        JsonLdDocument data = page.Head.JsonLd;
        foreach (JsonLdObject item in data.Objects)
        {
            if (item.Rank == 0 && data.PropertyOf(item.Row, JsonName.WordCount) is >= 0 and int value
                && Utf8Parser.TryParse(data.BytesOf(value), out int words, out _) && words > 0)
                return words;
        }
        return null;
    }

    private static bool IsFalse(ReadOnlySpan<byte> value) =>
        Ascii.EqualsIgnoreCase(value, "false"u8) || Ascii.EqualsIgnoreCase(value[(value.LastIndexOf((byte)'/') + 1)..], "false"u8);
}

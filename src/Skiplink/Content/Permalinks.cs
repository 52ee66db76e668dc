using System.Text;
using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>
/// Recognises the sign beside a heading (¶, #, §, a chain) that links to the heading itself: it is there to be copied, not to be read.
/// </summary>
internal static class Permalinks
{
    private const int MaxBytes = 8;

    /// <param name="link">The link.</param>
    /// <param name="href">Where it leads.</param>
    /// <param name="isInHeading">Whether it stands in a heading: there a sign alone leads to the heading whatever its address.</param>
    public static bool IsPermalink(HtmlNode link, ReadOnlySpan<byte> href, bool isInHeading)
    {
        if (!isInHeading && !href.StartsWith("#"u8))
            return false;
        int length = 0;
        for (HtmlNode node = link.FirstChild; !node.IsNone; node = node.NextInOrder(link))
        {
            if (node.Is(HtmlNames.Img))
                return false;
            if (!node.IsText)
                continue;
            ReadOnlySpan<byte> text = node.Utf8Text;
            length += text.Length;
            if (length > MaxBytes || HasLetter(text))
                return false;
        }
        return length > 0;
    }

    private static bool HasLetter(ReadOnlySpan<byte> text)
    {
        foreach (Rune rune in Encoding.UTF8.GetString(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                return true;
        }
        return false;
    }
}

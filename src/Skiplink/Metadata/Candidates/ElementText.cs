using System.Buffers;
using System.Text;
using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Metadata.Candidates;

/// <summary>The text of an element as a reader sees it: line breaks and the edges of blocks part words.</summary>
internal static class ElementText
{
    private const int MostNodes = 400;
    private const int MostBytes = 1 << 14;

    /// <summary>The text with its white space collapsed; no more than a title or a byline could need of it.</summary>
    public static string Of(HtmlNode element)
    {
        ArrayBufferWriter<byte> text = new(128);
        int seen = 0;
        for (HtmlNode node = element; !node.IsNone && seen < MostNodes && text.WrittenCount < MostBytes; seen++)
        {
            if (node.Kind == HtmlNodeKind.Text)
                text.Write(node.Utf8Text.Length > MostBytes ? node.Utf8Text[..MostBytes] : node.Utf8Text);
            bool isLeftOut = node.Kind == HtmlNodeKind.Fragment || (node.IsElement && node != element && IsLeftOut(node));
            if (node.IsElement && BlockLevel.Of(node.NameId) != BlockLevel.Role.Inline)
                text.Write(" "u8);
            else if (node.Is(HtmlNames.Br))
                text.Write(" "u8);
            node = isLeftOut && node != element ? node.NextSkippingChildren(element) : node.NextInOrder(element);
        }
        return Tidy.Text(Encoding.UTF8.GetString(text.WrittenSpan));
    }

    // Permalinks, icons and what only machines read.
    private static bool IsLeftOut(HtmlNode node) =>
        BlockLevel.Of(node.NameId) == BlockLevel.Role.Skipped || node.Namespace != HtmlNamespace.Html || node.HasAttribute(HtmlNames.Hidden) || node.Utf8Attribute(HtmlNames.AriaHidden).SequenceEqual("true"u8);
}

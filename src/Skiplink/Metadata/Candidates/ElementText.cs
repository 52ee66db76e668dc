using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>The text of an element as a reader sees it: line breaks and the edges of blocks part words.</summary>
internal static class ElementText
{
    private const int MostNodes = 400;
    private const int MostBytes = 1 << 13;

    /// <summary>The text with its white space collapsed; no more than a title or a byline could need of it.</summary>
    public static ReadOnlyMemory<char> Of(HtmlNode element, TextArena texts)
    {
        Span<char> text = texts.Reserve(MostBytes + MostNodes);
        int seen = 0, bytes = 0, length = 0;
        for (HtmlNode node = element; !node.IsNone && seen < MostNodes && bytes < MostBytes; seen++)
        {
            if (node.Kind == HtmlNodeKind.Text)
            {
                ReadOnlySpan<byte> piece = node.Utf8Text;
                piece = piece.Length > MostBytes - bytes ? piece[..(MostBytes - bytes)] : piece;
                bytes += piece.Length;
                length += Encoding.UTF8.GetChars(piece, text[length..]);
            }
            bool isLeftOut = node.Kind == HtmlNodeKind.Fragment || (node.IsElement && node != element && IsLeftOut(node));
            if ((node.IsElement && BlockLevel.Of(node.NameId) != BlockLevel.Role.Inline) || node.Is(HtmlNames.Br))
                text[length++] = ' ';
            node = isLeftOut && node != element ? node.NextSkippingChildren(element) : node.NextInOrder(element);
        }
        return Tidy.Text(texts.Keep(length), texts);
    }

    // Permalinks, icons and what only machines read.
    private static bool IsLeftOut(HtmlNode node) =>
        BlockLevel.Of(node.NameId) == BlockLevel.Role.Skipped || node.Namespace != HtmlNamespace.Html || node.HasAttribute(HtmlNames.Hidden) || node.Utf8Attribute(HtmlNames.AriaHidden).SequenceEqual("true"u8);
}

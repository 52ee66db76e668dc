using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>The text of an element as displayed: line breaks and block boundaries separate words.</summary>
internal static class ElementText
{
    private const int MaxNodes = 400;
    private const int MaxBytes = 1 << 13;

    /// <summary>The text with collapsed white space, as much of it as a title or byline may need.</summary>
    public static ReadOnlyMemory<char> Of(HtmlNode element, TextArena texts) => Read(element, null, texts);

    /// <summary>The same without what is hidden from readers of the page.</summary>
    public static ReadOnlyMemory<char> OfShown(HtmlNode element, BlockTable blocks, TextArena texts) => Read(element, blocks, texts);

    private static ReadOnlyMemory<char> Read(HtmlNode element, BlockTable? blocks, TextArena texts)
    {
        Span<char> text = texts.Reserve(MaxBytes + MaxNodes);
        int seen = 0, bytes = 0, length = 0;
        for (HtmlNode node = element; !node.IsNone && seen < MaxNodes && bytes < MaxBytes; seen++)
        {
            if (node.Kind == HtmlNodeKind.Text && blocks?.IsHidden(node.Index) != true)
            {
                ReadOnlySpan<byte> piece = node.Utf8Text;
                piece = piece.Length > MaxBytes - bytes ? piece[..(MaxBytes - bytes)] : piece;
                bytes += piece.Length;
                length += Encoding.UTF8.GetChars(piece, text[length..]);
            }
            bool isSkipped = node.Kind == HtmlNodeKind.Fragment || (node.IsElement && node != element && IsSkipped(node));
            if ((node.IsElement && BlockLevel.Of(node.NameId) != BlockLevel.Role.Inline) || node.Is(HtmlNames.Br))
                text[length++] = ' ';
            node = isSkipped && node != element ? node.NextSkippingChildren(element) : node.NextInOrder(element);
        }
        return Tidy.Text(texts.Keep(length), texts);
    }

    // Permalinks, icons, and elements that only machines read.
    private static bool IsSkipped(HtmlNode node) =>
        BlockLevel.Of(node.NameId) == BlockLevel.Role.Skipped || node.Namespace != HtmlNamespace.Html || node.HasAttribute(HtmlNames.Hidden)
            || node.Utf8Attribute(HtmlNames.AriaHidden).SequenceEqual("true"u8);
}

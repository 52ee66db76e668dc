using Skiplink.Html;

namespace Skiplink.Benchmarks;

/// <summary>
/// Pieces of real pages of one size, taken from everywhere. A piece begins where a tag, a text, a comment or a script begins, since a cut
/// inside a script would have the rest of it read as markup and text, which it is not and which takes several times as long: the smaller
/// the pieces, the more of them would begin so.
/// </summary>
internal sealed class Pieces
{
    private readonly byte[] _all;
    private readonly int[] _starts;

    /// <summary>Puts pages one behind the other, all of them and at least so many bytes.</summary>
    public Pieces(Page[] pages, int atLeast)
    {
        using MemoryStream bytes = new();
        for (int i = 0; bytes.Length < atLeast || i < pages.Length; i++)
            bytes.Write(pages[i % pages.Length].Bytes);
        _all = bytes.ToArray();
        HtmlDocument document = new HtmlParser().ParseUtf8(_all);
        _starts =
            [.. Enumerable.Range(1, document.NodeCount - 1).Select(i => document[i]).Where(static n => !IsRawText(n))
            .Select(static n => n.SourceStart).Order()];
    }

    public byte[][] Of(int size)
    {
        int count = Math.Clamp(10_000_000 / size, 1, 400);
        return [.. Enumerable.Range(0, count)
            .Select(i => _all.AsSpan(StartBefore((int)((_all.Length - size) * (i + 0.5) / count)), size).ToArray())];
    }

    private int StartBefore(int position)
    {
        int at = Array.BinarySearch(_starts, position);
        return at >= 0 ? position : ~at == 0 ? 0 : _starts[~at - 1];
    }

    private static bool IsRawText(HtmlNode node) => node.Kind == HtmlNodeKind.Text
        && node.Parent.NameId is HtmlNames.Script or HtmlNames.Style or HtmlNames.Textarea or HtmlNames.Title or HtmlNames.Iframe
            or HtmlNames.Noembed or HtmlNames.Noframes or HtmlNames.Xmp;
}

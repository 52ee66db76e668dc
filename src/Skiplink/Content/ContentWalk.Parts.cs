using System.Buffers.Text;
using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>What the walk reads from the tags of lists, cells, links and images.</summary>
internal sealed partial class ContentWalk
{
    private ContentPart PartOf(in Frame frame)
    {
        HtmlNode node = new(_document, frame.Node);
        return frame.Kind switch
        {
            ContentKind.OrderedList => new() { Kind = frame.Kind, Number = Number(node.Utf8Attribute(HtmlNames.Start), 1, -999_999_999, 999_999_999) },
            ContentKind.Item => new() { Kind = frame.Kind, IsChecked = TickOf(node) },
            ContentKind.Cell => new()
            {
                Kind = frame.Kind,
                ColumnSpan = Number(node.Utf8Attribute(HtmlNames.Colspan), 1, 1, 1000),
                RowSpan = Number(node.Utf8Attribute(HtmlNames.Rowspan), 1, 1, 1000),
                IsHeader = node.Is(HtmlNames.Th),
                Align = AlignOf(node),
            },
            ContentKind.Link => new() { Kind = frame.Kind, Value = _urls.Resolve(node.Utf8Attribute(HtmlNames.Href)) },
            _ => new() { Kind = frame.Kind },
        };
    }

    /// <summary>Whether following a link leads to another place: not to a script, nor to nowhere.</summary>
    private bool HasTarget(int node)
    {
        ReadOnlySpan<byte> href = new HtmlNode(_document, node).Utf8Attribute(HtmlNames.Href).Trim(" \t\n\f\r"u8);
        return !href.IsEmpty && !href.SequenceEqual("#"u8) && !System.Text.Ascii.EqualsIgnoreCase(href[..Math.Min(href.Length, 11)], "javascript:"u8);
    }

    private static bool? TickOf(HtmlNode item)
    {
        HtmlNode first = item.FirstChild;
        while (!first.IsNone && (first.IsText ? first.Utf8Text.Trim(" \t\n\f\r"u8).IsEmpty : first.Is(HtmlNames.Label) || first.Is(HtmlNames.P)))
            first = first.IsText ? first.NextSibling : first.FirstChild;
        return !first.IsNone && first.Is(HtmlNames.Input) && System.Text.Ascii.EqualsIgnoreCase(first.Utf8Attribute(HtmlNames.Type), "checkbox"u8)
            ? first.HasAttribute(HtmlNames.Checked)
            : null;
    }

    private static byte AlignOf(HtmlNode cell)
    {
        ReadOnlySpan<byte> align = cell.Utf8Attribute(HtmlNames.Align);
        ReadOnlySpan<byte> style = cell.Utf8Attribute(HtmlNames.Style);
        int at = style.IndexOf("text-align"u8);
        if (at >= 0)
            align = style[(at + 10)..].TrimStart(" :"u8);
        return align.StartsWith("left"u8) ? (byte)'l' : align.StartsWith("center"u8) ? (byte)'c' : align.StartsWith("right"u8) ? (byte)'r' : (byte)0;
    }

    private static int Number(ReadOnlySpan<byte> text, int otherwise, int least, int most) =>
        Utf8Parser.TryParse(text.Trim(" \t\n"u8), out int number, out _) ? Math.Clamp(number, least, most) : otherwise;

    private void ReadImage<TSink>(int node, ref TSink sink)
        where TSink : IContentSink
    {
        // An image belongs to the text when the text goes on right behind it, or stands before and behind it.
        bool before = _lastBlock >= 0 && _blocks[_lastBlock].Kept, after = _lastBlock + 1 < _blocks.Count && _blocks[_lastBlock + 1].Kept;
        if (_leaf < 0 && !after && !(before && IsIn(ContentKind.Figure)))
            return;
        HtmlNode image = new(_document, node);
        ReadOnlySpan<byte> source = ImageSource.Of(image);
        if (source.IsEmpty || ImageSource.IsOrnament(image))
            return;
        if (_leaf >= 0)
        {
            if (_space && !_atStart)
                sink.Text(" "u8);
            _space = false;
            _atStart = false;
            TellInlines(ref sink);
        }
        else
        {
            TellStructure(ref sink);
        }
        sink.Image(new(_urls.Resolve(source), image.Utf8Attribute(HtmlNames.Alt)));
    }
}

using System.Buffers.Text;
using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Content;

/// <summary>What the walk reads from the tags of lists, cells, links and the like.</summary>
internal sealed partial class ContentWalk
{
    private ContentKind KindOf(int node, in ElementRow element, in StartTag tag, bool isBlockLevel)
    {
        ContentKind kind = ElementKinds.Of(element.Name);
        switch (kind)
        {
            case ContentKind.Table:
                return DataTables.IsData(_document, node) ? kind : ContentKind.None;
            case ContentKind.Row or ContentKind.TableCaption:
                return IsIn(ContentKind.Table) ? kind : ContentKind.None;
            case ContentKind.Cell:
                return IsIn(ContentKind.Row) ? kind : ContentKind.None;
            case ContentKind.Item:
                return IsIn(ContentKind.List) || IsIn(ContentKind.OrderedList) ? kind : ContentKind.None;
            case ContentKind.Term or ContentKind.Definition:
                return IsIn(ContentKind.DefinitionList) ? kind : ContentKind.None;
            case ContentKind.FigureCaption:
                return IsIn(ContentKind.Figure) ? kind : ContentKind.None;
            case ContentKind.Link:
                return HasTarget(tag.Href) && !IsIn(ContentKind.Link) && !IsOwnPermalink(node) ? kind : ContentKind.None;
            case ContentKind.RubyText:
                return IsIn(ContentKind.Ruby) ? kind : ContentKind.None;
            case ContentKind.Direction:
                return element.Name == HtmlNames.Bdo && tag.Direction == TextDirection.Unknown ? ContentKind.None : kind;
            case ContentKind.None or ContentKind.Emphasis or ContentKind.Figure when tag.Meaning != ClassMeaning.None:
                return KindOfClass(node, kind, tag.Meaning, isBlockLevel);
            default:
                return kind;
        }
    }

    private ContentKind KindOfClass(int node, ContentKind kind, ClassMeaning meaning, bool isBlockLevel)
    {
        bool isInCaption = IsIn(ContentKind.FigureCaption);
        if ((meaning & ClassMeaning.Credit) != 0 && (isInCaption || IsIn(ContentKind.Figure)) && !IsIn(ContentKind.Credit))
            return ContentKind.Credit;
        // The title of a callout is mostly a span of its own line.
        if ((meaning & ClassMeaning.CalloutTitle) != 0 && kind == ContentKind.None && IsIn(ContentKind.Callout) && !IsIn(ContentKind.CalloutTitle) && (isBlockLevel || _leaf < 0))
            return ContentKind.CalloutTitle;
        if (!isBlockLevel || kind != ContentKind.None)
            return kind;
        if ((meaning & ClassMeaning.Caption) != 0 && IsIn(ContentKind.Figure) && !isInCaption)
            return ContentKind.FigureCaption;
        if ((meaning & ClassMeaning.Callout) != 0 && !IsIn(ContentKind.Callout) && !IsIn(ContentKind.Table) && !Callouts.KindOf(new(_document, node)).IsEmpty)
            return ContentKind.Callout;
        return kind;
    }

    private ContentPart PartOf(in Frame frame)
    {
        HtmlNode node = new(_document, frame.Node);
        return frame.Kind switch
        {
            ContentKind.OrderedList => new() { Kind = frame.Kind, Number = Number(node.Utf8Attribute(HtmlNames.Start), 1, -999_999_999, 999_999_999), Direction = frame.Direction },
            ContentKind.Item => new() { Kind = frame.Kind, IsChecked = TickOf(node) },
            ContentKind.Cell => new()
            {
                Kind = frame.Kind,
                ColumnSpan = Number(node.Utf8Attribute(HtmlNames.Colspan), 1, 1, 1000),
                RowSpan = Number(node.Utf8Attribute(HtmlNames.Rowspan), 1, 1, ushort.MaxValue),
                IsHeader = node.Is(HtmlNames.Th),
                Align = AlignOf(node),
                Direction = frame.Direction,
            },
            ContentKind.Link => new() { Kind = frame.Kind, Value = _urls.Resolve(node.Utf8Attribute(HtmlNames.Href)) },
            ContentKind.Callout => new() { Kind = frame.Kind, Value = Callouts.KindOf(node) },
            _ => new() { Kind = frame.Kind, Direction = frame.Direction },
        };
    }

    /// <summary>Whether following a link leads to another place: not to a script, nor to nowhere.</summary>
    private static bool HasTarget(ReadOnlySpan<byte> href)
    {
        href = href.Trim(" \t\n\f\r"u8);
        return !href.IsEmpty && !href.SequenceEqual("#"u8) && SafeAddress.IsLink(href);
    }

    /// <summary>Whether a link makes a heading the target of itself: there to be copied, not to lead anywhere.</summary>
    private bool IsOwnPermalink(int node)
    {
        if (!IsIn(ContentKind.Heading))
            return false;
        HtmlNode link = new(_document, node), heading = link.Parent;
        for (int i = 0; i < 3 && heading.IsElement && !IsHeading(heading.NameId); i++)
            heading = heading.Parent;
        return link.Utf8Attribute(HtmlNames.Href).Trim((byte)' ') is [(byte)'#', ..] && heading.IsElement && IsHeading(heading.NameId);
    }

    private static bool IsHeading(int name) => name is HtmlNames.H1 or HtmlNames.H2 or HtmlNames.H3 or HtmlNames.H4 or HtmlNames.H5 or HtmlNames.H6;

    private static bool? TickOf(HtmlNode item)
    {
        HtmlNode first = item.FirstChild;
        while (!first.IsNone && (first.IsText ? first.Utf8Text.Trim(" \t\n\f\r"u8).IsEmpty : first.Is(HtmlNames.Label) || first.Is(HtmlNames.P) || first.Is(HtmlNames.Div) || first.Is(HtmlNames.Span)))
            first = first.IsText || first.FirstChild.IsNone ? first.NextSibling : first.FirstChild;
        return !first.IsNone && first.Is(HtmlNames.Input) && Ascii.EqualsIgnoreCase(first.Utf8Attribute(HtmlNames.Type), "checkbox"u8)
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
        return Begins(align, "left"u8) ? (byte)'l' : Begins(align, "center"u8) ? (byte)'c' : Begins(align, "right"u8) ? (byte)'r' : (byte)0;
    }

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);

    private static int Number(ReadOnlySpan<byte> text, int otherwise, int least, int most) =>
        Utf8Parser.TryParse(text.Trim(" \t\n"u8), out long number, out _) ? (int)Math.Clamp(number, least, most) : otherwise;
}

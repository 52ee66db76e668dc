using System.Buffers.Text;
using System.Text;
using Skiplink.Addresses;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Content;

/// <summary>Reads from the tags of lists, cells, links and the like what they are in the content, and with which attributes.</summary>
/// <param name="document">The page.</param>
/// <param name="urls">Makes addresses absolute.</param>
/// <param name="open">The elements around: a cell is one in a row alone, an item in a list.</param>
internal sealed class ContentPartReader(HtmlDocument document, UrlResolver urls, OpenElements open)
{
    private const int MaxListNumber = 999_999_999;
    private const int MaxColumnSpan = 1000;
    private const int MaxPermalinkDepth = 3;

    /// <summary>What an element that is about to be opened is in the content.</summary>
    /// <param name="node">The element.</param>
    /// <param name="element">Its row.</param>
    /// <param name="tag">Its start tag.</param>
    /// <param name="isBlockLevel">Whether it is block-level.</param>
    /// <param name="isInText">Whether a paragraph or heading is being recorded.</param>
    public ContentKind KindOf(int node, in ElementRow element, in StartTag tag, bool isBlockLevel, bool isInText)
    {
        ContentKind kind = ElementKinds.Of(element.Name);
        switch (kind)
        {
            case ContentKind.Table:
                return DataTables.IsData(document, node) ? kind : ContentKind.None;
            case ContentKind.Row or ContentKind.TableCaption:
                return open.IsIn(ContentKind.Table) ? kind : ContentKind.None;
            case ContentKind.Cell:
                return open.IsIn(ContentKind.Row) ? kind : ContentKind.None;
            case ContentKind.Item:
                return open.IsIn(ContentKind.List) || open.IsIn(ContentKind.OrderedList) ? kind : ContentKind.None;
            case ContentKind.Term or ContentKind.Definition:
                return open.IsIn(ContentKind.DefinitionList) ? kind : ContentKind.None;
            case ContentKind.FigureCaption:
                return open.IsIn(ContentKind.Figure) ? kind : ContentKind.None;
            case ContentKind.Link:
                return !open.IsIn(ContentKind.Link) && HasTarget(tag.Href) && !IsOwnPermalink(node) ? kind : ContentKind.None;
            case ContentKind.RubyText:
                return open.IsIn(ContentKind.Ruby) ? kind : ContentKind.None;
            case ContentKind.Direction:
                return element.Name == HtmlNames.Bdo && tag.Direction == TextDirection.Unknown ? ContentKind.None : kind;
            case ContentKind.None or ContentKind.Emphasis or ContentKind.Figure when tag.Meaning != ClassMeaning.None:
                return KindOfClass(node, kind, tag.Meaning, isBlockLevel, isInText);
            default:
                return kind;
        }
    }

    /// <summary>The part of the content that starts with an open element.</summary>
    public ContentPart PartOf(in OpenElement element)
    {
        HtmlNode node = new(document, element.Node);
        return element.Kind switch
        {
            ContentKind.OrderedList => new()
            {
                Kind = element.Kind,
                Number = Number(node.Utf8Attribute(HtmlNames.Start), 1, -MaxListNumber, MaxListNumber),
                Direction = element.Direction,
            },
            ContentKind.Item => new() { Kind = element.Kind, IsChecked = CheckboxOf(node) },
            ContentKind.Cell => new()
            {
                Kind = element.Kind,
                ColumnSpan = Number(node.Utf8Attribute(HtmlNames.Colspan), 1, 1, MaxColumnSpan),
                RowSpan = Number(node.Utf8Attribute(HtmlNames.Rowspan), 1, 1, ushort.MaxValue),
                IsHeader = node.Is(HtmlNames.Th),
                Align = AlignOf(node),
                Direction = element.Direction,
            },
            ContentKind.Link => new() { Kind = element.Kind, Value = Resolve(node.Utf8Attribute(HtmlNames.Href), AddressUse.Link) },
            ContentKind.Callout => new() { Kind = element.Kind, Value = Callouts.KindOf(node) },
            _ => new() { Kind = element.Kind, Direction = element.Direction },
        };
    }

    /// <summary>An address made absolute and safe, or empty where it must not be written; good until the next one is.</summary>
    public ReadOnlySpan<byte> Resolve(ReadOnlySpan<byte> address, AddressUse use) => urls.Resolve(address, use);

    private ContentKind KindOfClass(int node, ContentKind kind, ClassMeaning meaning, bool isBlockLevel, bool isInText)
    {
        bool isInCaption = open.IsIn(ContentKind.FigureCaption), isInFigure = open.IsIn(ContentKind.Figure);
        if ((meaning & ClassMeaning.Credit) != 0 && (isInCaption || isInFigure) && !open.IsIn(ContentKind.Credit))
            return ContentKind.Credit;
        // The title of a callout is often a span on a line of its own.
        bool mayBeCalloutTitle = kind == ContentKind.None && open.IsIn(ContentKind.Callout) && !open.IsIn(ContentKind.CalloutTitle);
        if ((meaning & ClassMeaning.CalloutTitle) != 0 && mayBeCalloutTitle && (isBlockLevel || !isInText))
            return ContentKind.CalloutTitle;
        if (!isBlockLevel || kind != ContentKind.None)
            return kind;
        if ((meaning & ClassMeaning.Caption) != 0 && isInFigure && !isInCaption)
            return ContentKind.FigureCaption;
        bool mayBeCallout = !open.IsIn(ContentKind.Callout) && !open.IsIn(ContentKind.Table);
        if ((meaning & ClassMeaning.Callout) != 0 && mayBeCallout && !Callouts.KindOf(new(document, node)).IsEmpty)
            return ContentKind.Callout;
        return kind;
    }

    /// <summary>Whether following a link leads to another place: not to a script, nor to nowhere.</summary>
    private bool HasTarget(ReadOnlySpan<byte> href)
    {
        href = href.TrimWhiteSpace();
        return !href.IsEmpty && !href.SequenceEqual("#"u8) && !Resolve(href, AddressUse.Link).IsEmpty;
    }

    /// <summary>Whether a link makes a heading the target of itself, so that people can copy its address.</summary>
    private bool IsOwnPermalink(int node)
    {
        if (!open.IsIn(ContentKind.Heading))
            return false;
        HtmlNode link = new(document, node), heading = link.Parent;
        for (int i = 0; i < MaxPermalinkDepth && heading.IsElement && !IsHeading(heading.NameId); i++)
            heading = heading.Parent;
        return link.Utf8Attribute(HtmlNames.Href).Trim((byte)' ') is [(byte)'#', ..] && heading.IsElement && IsHeading(heading.NameId);
    }

    private static bool IsHeading(int name) =>
        name is HtmlNames.H1 or HtmlNames.H2 or HtmlNames.H3 or HtmlNames.H4 or HtmlNames.H5 or HtmlNames.H6;

    /// <summary>Whether the checkbox that a list item begins with is checked; null when it begins with none.</summary>
    private static bool? CheckboxOf(HtmlNode item)
    {
        HtmlNode first = item.FirstChild;
        while (!first.IsNone && (first.IsText ? first.Utf8Text.TrimWhiteSpace().IsEmpty : IsWrapper(first)))
            first = first.IsText || first.FirstChild.IsNone ? first.NextSibling : first.FirstChild;
        return !first.IsNone && first.Is(HtmlNames.Input) && Ascii.EqualsIgnoreCase(first.Utf8Attribute(HtmlNames.Type), "checkbox"u8)
            ? first.HasAttribute(HtmlNames.Checked)
            : null;

        static bool IsWrapper(HtmlNode node) =>
            node.Is(HtmlNames.Label) || node.Is(HtmlNames.P) || node.Is(HtmlNames.Div) || node.Is(HtmlNames.Span);
    }

    /// <summary>How the text of a cell is aligned: l, c, r, or 0.</summary>
    private static byte AlignOf(HtmlNode cell)
    {
        ReadOnlySpan<byte> align = cell.Utf8Attribute(HtmlNames.Align);
        ReadOnlySpan<byte> style = cell.Utf8Attribute(HtmlNames.Style);
        int at = style.IndexOf("text-align"u8);
        if (at >= 0)
            align = style[(at + 10)..].TrimStart(" :"u8);
        return StartsWith(align, "left"u8) ? (byte)'l'
            : StartsWith(align, "center"u8) ? (byte)'c'
            : StartsWith(align, "right"u8) ? (byte)'r'
            : (byte)0;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);

    private static int Number(ReadOnlySpan<byte> text, int otherwise, int min, int max) =>
        Utf8Parser.TryParse(text.TrimWhiteSpace(), out long number, out _) ? (int)Math.Clamp(number, min, max) : otherwise;
}

using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>One pass over a page's elements that gathers whatever names something about the page.</summary>
internal sealed class PageScan
{
    private const int MostTimes = 64;
    private const int MostHeadings = 16;
    private const int MostLinks = 16;

    /// <summary>A page's title is read no further than this, in characters.</summary>
    private const int MostTitle = 1000;

    /// <summary>The <c>meta</c> and <c>link</c> elements.</summary>
    public MetaTags Meta { get; }

    /// <summary>JSON-LD.</summary>
    public JsonLd Json { get; }

    /// <summary>Microdata and RDFa.</summary>
    public MarkedItems Marked { get; }

    /// <summary>The first <c>time</c> elements.</summary>
    public List<HtmlNode> Times { get; } = [];

    /// <summary>Whether there are <c>time</c> or <c>abbr</c> elements.</summary>
    public bool HasTimes { get; private set; }

    /// <summary>The first headings of level one, or of role heading where there is none.</summary>
    public List<ReadOnlyMemory<char>> Headings { get; } = [];

    /// <summary>The texts of links with <c>rel="author"</c>.</summary>
    public List<ReadOnlyMemory<char>> AuthorLinks { get; } = [];

    /// <summary>The <c>title</c> element, or empty.</summary>
    public ReadOnlyMemory<char> TitleElement { get; private set; }

    /// <summary>The <c>lang</c> of the root element, or empty.</summary>
    public ReadOnlyMemory<char> DeclaredLanguage { get; private set; }

    private readonly TextArena _texts;

    /// <param name="texts">Where the texts are put.</param>
    public PageScan(TextArena texts)
    {
        _texts = texts;
        (Meta, Json, Marked) = (new(texts), new(texts), new(texts));
    }

    /// <summary>Forgets the page.</summary>
    public void Clear()
    {
        Meta.Clear();
        Json.Clear();
        Marked.Clear();
        Times.Clear();
        Headings.Clear();
        AuthorLinks.Clear();
        (TitleElement, DeclaredLanguage, HasTimes) = (default, default, false);
    }

    /// <summary>Reads a page: its head, and what of its body was noted when the blocks were made.</summary>
    public void Read(HtmlDocument document, BlockTable blocks)
    {
        Clear();
        HtmlNode root = document.DocumentElement;
        if (root.IsElement && root.Utf8Attribute(HtmlNames.Lang) is { IsEmpty: false } language)
            DeclaredLanguage = _texts.Decode(language.Length > 64 ? language[..64] : language);
        // Nodes stand in the order in which they were made: what stands before the body is the head.
        int body = document.Body is { IsNone: false } element ? element.Index : document.NodeCount;
        for (int node = 0; node < body; node++)
            ReadNode(document, node);
        foreach (int node in blocks.Notes)
            ReadNode(document, node);
        for (int i = 0; i < blocks.Scripts.Count; i++)
            ReadScript(new(document, blocks.Scripts[i]));
    }

    private void ReadNode(HtmlDocument document, int node)
    {
        ref readonly NodeRow row = ref document.Nodes[node];
        if (row.Kind != HtmlNodeKind.Element || row.Namespace != HtmlNamespace.Html)
            return;
        ReadElement(document, node, row.Name);
        if (row.DataLength > 0 && row.Name != HtmlNames.Script)
            ReadMarks(document, node, row);
    }

    private void ReadElement(HtmlDocument document, int index, int name)
    {
        switch (name)
        {
            case HtmlNames.Meta:
                Meta.ReadMeta(new(document, index));
                break;
            case HtmlNames.Link:
                Meta.ReadLink(new(document, index));
                break;
            case HtmlNames.Title when TitleElement.IsEmpty:
                TitleElement = new HtmlNode(document, index).FirstChild is { IsNone: false, IsText: true } text ? Cut(Meta.Tidied(text.Utf8Text)) : default;
                break;
            case HtmlNames.Script:
                ReadScript(new(document, index));
                break;
            case HtmlNames.Time:
                HasTimes = true;
                if (Times.Count < MostTimes)
                    Times.Add(new(document, index));
                break;
            case HtmlNames.Abbr:
                HasTimes = true;
                break;
            case HtmlNames.H1 when Headings.Count < MostHeadings:
                if (Cut(ElementText.Of(new(document, index), _texts).TrimAnyEnd("¶#§ ")) is { IsEmpty: false } heading)
                    Headings.Add(heading);
                break;
            default:
                break;
        }
    }

    private void ReadScript(HtmlNode script)
    {
        if (IsJsonLd(script.Utf8Attribute(HtmlNames.Type)))
            Json.Read(script);
    }

    private void ReadMarks(HtmlDocument document, int index, in NodeRow row)
    {
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            if (attribute.Name == HtmlNames.Itemprop)
                Marked.Read(new(document, index), document.BytesOf(attribute.Value), MetadataSource.Microdata);
            else if (attribute.Name == HtmlNames.Property && row.Name != HtmlNames.Meta)
                Marked.Read(new(document, index), document.BytesOf(attribute.Value), MetadataSource.Rdfa);
            else if (attribute.Name == HtmlNames.Rel && row.Name == HtmlNames.A && AuthorLinks.Count < MostLinks && document.BytesOf(attribute.Value).IndexOf("author"u8) >= 0
                && ElementText.Of(new(document, index), _texts) is { IsEmpty: false } author)
                AuthorLinks.Add(author);
        }
    }

    private static bool IsJsonLd(ReadOnlySpan<byte> type)
    {
        type = type.Trim(" \t\r\n"u8);
        return type.Length >= 19 && Ascii.EqualsIgnoreCase(type[..19], "application/ld+json"u8);
    }

    private static ReadOnlyMemory<char> Cut(ReadOnlyMemory<char> title) =>
        title.Length <= MostTitle ? title : title[..(char.IsHighSurrogate(title.Span[MostTitle - 1]) ? MostTitle - 1 : MostTitle)];
}

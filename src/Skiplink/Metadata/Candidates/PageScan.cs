using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Metadata.Candidates;

/// <summary>One pass over a page's elements that gathers whatever names something about the page.</summary>
internal sealed class PageScan
{
    private const int MostTimes = 64;
    private const int MostHeadings = 16;
    private const int MostLinks = 16;
    private const int MostMarks = 1 << 14;

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
    private readonly List<int> _marks = [];

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
        _marks.Clear();
        (TitleElement, DeclaredLanguage, HasTimes) = (default, default, false);
    }

    /// <summary>Reads a page.</summary>
    public void Read(HtmlDocument document)
    {
        Clear();
        HtmlNode root = document.DocumentElement;
        if (root.IsElement && root.Utf8Attribute(HtmlNames.Lang) is { IsEmpty: false } language)
            DeclaredLanguage = _texts.Decode(language.Length > 64 ? language[..64] : language);
        FindMarks(document);
        ReadOnlySpan<NodeRow> rows = document.Nodes.Rows;
        int mark = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly NodeRow row = ref rows[i];
            if (row.Kind != HtmlNodeKind.Element || row.Namespace != HtmlNamespace.Html)
                continue;
            ReadElement(document, i, row.Name);
            if (_marks.Count > 0 && row.DataLength > 0 && row.Name != HtmlNames.Script && HasMark(row, ref mark))
                ReadMarks(document, i, row);
        }
    }

    /// <summary>
    /// Notes the attributes that mark what their elements are. Most pages have none, and their elements need not be looked at for them.
    /// </summary>
    private void FindMarks(HtmlDocument document)
    {
        bool isMarked = false;
        ReadOnlySpan<AttributeRow> rows = document.AttributeRows.Span(0, document.AttributeRows.Committed);
        for (int i = 0; i < rows.Length && _marks.Count < MostMarks; i++)
        {
            ref readonly AttributeRow row = ref rows[i];
            bool isAuthor = row.Name == HtmlNames.Rel && row.ValueLength >= 6 && document.BytesOf(row.Value).IndexOf("author"u8) >= 0;
            if (!isAuthor && row.Name is not (HtmlNames.Itemprop or HtmlNames.Typeof or HtmlNames.Property))
                continue;
            _marks.Add(i);
            isMarked |= row.Name != HtmlNames.Property;
        }
        // The meta elements of Open Graph have properties on every page.
        if (!isMarked)
            _marks.Clear();
    }

    /// <summary>Whether one of an element's attributes is a mark.</summary>
    /// <param name="row">The element.</param>
    /// <param name="mark">The first mark that is not before the element's attributes; they mostly come in the order of elements.</param>
    private bool HasMark(in NodeRow row, ref int mark)
    {
        if (mark > 0 && _marks[mark - 1] >= row.DataStart)
            mark = _marks.BinarySearch(row.DataStart) is var found && found >= 0 ? found : ~found;
        while (mark < _marks.Count && _marks[mark] < row.DataStart)
            mark++;
        return mark < _marks.Count && _marks[mark] < row.DataStart + row.DataLength;
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
                TitleElement = new HtmlNode(document, index).FirstChild is { IsNone: false, IsText: true } text ? Cut(Tidy.Text(Meta.Decoded(text.Utf8Text), _texts)) : default;
                break;
            case HtmlNames.Script:
                HtmlNode script = new(document, index);
                if (IsJsonLd(script.Utf8Attribute(HtmlNames.Type)))
                    Json.Read(script);
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
                if (Cut(ElementText.Of(new(document, index), _texts).TrimEnd("¶#§ ")) is { IsEmpty: false } heading)
                    Headings.Add(heading);
                break;
            default:
                break;
        }
    }

    private void ReadMarks(HtmlDocument document, int index, in NodeRow row)
    {
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            if (attribute.Name == HtmlNames.Itemprop)
                Marked.Read(new(document, index), document.BytesOf(attribute.Value), "microdata");
            else if (attribute.Name == HtmlNames.Property && row.Name != HtmlNames.Meta)
                Marked.Read(new(document, index), document.BytesOf(attribute.Value), "rdfa");
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

using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>Gathers everything in the page model that names something about the page.</summary>
internal sealed class PageScan
{
    private const int MaxTimes = 64;
    private const int MaxHeadings = 16;
    private const int MaxLinks = 16;

    /// <summary>The maximum length of a declared language, in bytes.</summary>
    private const int MaxLanguage = 64;

    /// <summary>The maximum length of a title, in characters.</summary>
    private const int MaxTitle = 1000;

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

    /// <param name="texts">The memory for texts.</param>
    public PageScan(TextArena texts)
    {
        _texts = texts;
        (Meta, Json, Marked) = (new(texts), new(texts), new(texts));
    }

    /// <summary>Gathers the candidates of a page.</summary>
    public void Read(PageDocument page)
    {
        PageHead head = page.Head;
        Meta.Start(head);
        Json.Start(head.JsonLd);
        Marked.Clear();
        Times.Clear();
        Headings.Clear();
        AuthorLinks.Clear();
        HasTimes = false;
        TitleElement = head.Title.IsNone ? default : Cut(Meta.Tidied(head.Title.Utf8Text));
        ReadOnlySpan<byte> language = head.Language;
        DeclaredLanguage = language.IsEmpty ? default : _texts.Decode(language.Length > MaxLanguage ? language[..MaxLanguage] : language);
        foreach (int index in head.MetadataElements)
        {
            HtmlNode element = page.Html[index];
            if (element.Namespace != HtmlNamespace.Html)
                continue;
            ReadElement(element, page.Blocks);
            ReadMarks(element, page.Blocks);
        }
    }

    private void ReadElement(HtmlNode element, BlockTable blocks)
    {
        switch (element.NameId)
        {
            case HtmlNames.Time:
                HasTimes = true;
                if (Times.Count < MaxTimes)
                    Times.Add(element);
                break;
            case HtmlNames.Abbr:
                HasTimes = true;
                break;
            case HtmlNames.H1 when Headings.Count < MaxHeadings:
                if (Cut(ElementText.OfShown(element, blocks, _texts).TrimAnyEnd("¶#§ ")) is { IsEmpty: false } heading)
                    Headings.Add(heading);
                break;
            default:
                break;
        }
    }

    private void ReadMarks(HtmlNode element, BlockTable blocks)
    {
        foreach (HtmlAttribute attribute in element.Attributes)
        {
            switch (attribute.NameId)
            {
                case HtmlNames.Itemprop:
                    Marked.Read(element, attribute.Utf8Value, MetadataSource.Microdata);
                    break;
                case HtmlNames.Property when !element.Is(HtmlNames.Meta):
                    Marked.Read(element, attribute.Utf8Value, MetadataSource.Rdfa);
                    break;
                case HtmlNames.Rel when element.Is(HtmlNames.A) && AuthorLinks.Count < MaxLinks
                    && attribute.Utf8Value.IndexOf("author"u8) >= 0:
                    if (ElementText.OfShown(element, blocks, _texts) is { IsEmpty: false } author)
                        AuthorLinks.Add(author);
                    break;
                default:
                    break;
            }
        }
    }

    private static ReadOnlyMemory<char> Cut(ReadOnlyMemory<char> title) =>
        title.Length <= MaxTitle ? title : title[..(char.IsHighSurrogate(title.Span[MaxTitle - 1]) ? MaxTitle - 1 : MaxTitle)];
}

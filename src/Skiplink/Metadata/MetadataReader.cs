using Skiplink.Addresses;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Choices;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;
using Skiplink.Selection;
using Skiplink.Text;

namespace Skiplink.Metadata;

/// <summary>
/// Reads the metadata of a page: gathers candidates from everything that the page offers, and chooses one for each field. Reads page after
/// page into the same memory; only chosen values become strings.
/// </summary>
internal sealed class MetadataReader
{
    private readonly PageScan _scan;
    private readonly SiteChoice _site;
    private readonly TagChoice _tags;

    public MetadataReader()
    {
        _scan = new(Texts);
        _site = new(Texts);
        _tags = new(_scan);
        Dates = new(Texts);
        Lines = new(Texts, Dates);
        Days = new(_scan, Lines, Dates, Texts);
        Authors = new(_scan, Lines, _site.Names, Texts);
    }

    /// <summary>The memory of the candidates' texts.</summary>
    public TextArena Texts { get; } = new();

    /// <summary>The reader of dates.</summary>
    public DateReader Dates { get; }

    /// <summary>The lines around title and text.</summary>
    public NearbyLines Lines { get; }

    /// <summary>Chooses the dates.</summary>
    public DateChoice Days { get; }

    /// <summary>Chooses the authors.</summary>
    public AuthorChoice Authors { get; }

    /// <summary>The names of the site.</summary>
    public SiteNames Site => _site.Names;

    /// <summary>Reads a page's metadata.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selection">Which of its blocks are kept.</param>
    /// <param name="title">The block of its title, or -1.</param>
    /// <param name="kind">What kind of page it is.</param>
    /// <param name="url">The address that it was read from, or null.</param>
    public PageMetadata Read(PageDocument page, SelectionResult selection, int title, PageKind kind, Uri? url)
    {
        Texts.Clear();
        _scan.Read(page);
        PageAddresses addresses = new(page.Head, url);
        Candidate? own = addresses.Absolute(_scan.Meta.Link(LinkRelation.Canonical), AddressUse.Resource)
            ?? addresses.Absolute(_scan.Meta.First([MetaNames.GraphUrl]), AddressUse.Resource);
        addresses.Name(own);
        ReadOnlyMemory<char> address = own?.Value ?? default, host = url?.Host.AsMemory() ?? PageAddresses.HostOf(address, Texts);
        int main = _scan.Json.Main(Known(), out bool isNews);

        Candidate? site = _site.Choose(_scan, main, host);
        Lines.Start(page, selection, title);
        Candidate? language = LanguageChoice.Of(page, selection, Lines.Kept, _scan, main, Texts);
        Lines.IsMonthFirst = LanguageTag.PutsMonthFirst(language is { } tag ? tag.Value.Span : default);
        Days.Start(main, Lines.IsMonthFirst);
        Authors.Choose(main, kind);
        Candidate? headline = Data(main, JsonName.Headline) ?? _scan.Marked.First("headline") ?? Data(main, JsonName.Name);
        Candidate? image = addresses.Absolute(Meta(MetaNames.Image), AddressUse.Image)
            ?? addresses.Absolute(Data(main, JsonName.Image), AddressUse.Image)
            ?? addresses.Absolute(Data(main, JsonName.ThumbnailUrl), AddressUse.Image)
            ?? addresses.Absolute(_scan.Marked.First("image"), AddressUse.Image)
            ?? addresses.Absolute(_scan.Meta.Link(LinkRelation.Image), AddressUse.Image);
        Candidate? license = _scan.Meta.Link(LinkRelation.License) ?? Data(main, JsonName.License) ?? _scan.Marked.First("license")
            ?? Meta(MetaNames.License);
        return new()
        {
            Title = TitleChoice.Of(_scan, headline, Site, kind, isNews, Texts)?.Chosen(),
            Authors = Candidate.Chosen(Authors.People),
            Agencies = Candidate.Chosen(Authors.Agencies),
            Place = Authors.Place?.Chosen(),
            Published = (Days.Published(url?.AbsolutePath.AsMemory() ?? address) ?? StoryDay.Of(page, Lines, Dates, Texts))?.Chosen(),
            Modified = Days.Modified()?.Chosen(),
            Site = site?.Chosen(),
            Language = language?.Chosen(),
            Description = (Meta(MetaNames.Description) ?? Data(main, JsonName.Description))?.Chosen(),
            Image = image?.Chosen(),
            Section = (Meta(MetaNames.Section) ?? Data(main, JsonName.ArticleSection) ?? _scan.Marked.First("articlesection"))?.Chosen(),
            Tags = Candidate.Chosen(_tags.Choose(main)),
            Url = own?.Chosen(),
            License = addresses.AbsoluteOrName(license)?.Chosen(),
        };
    }

    /// <summary>Reads the metadata of text without markup.</summary>
    /// <param name="page">The lines of the text.</param>
    /// <param name="selection">Which of them are kept.</param>
    /// <param name="title">The block of its title, or -1.</param>
    /// <param name="url">The address that it was read from, or null.</param>
    /// <param name="named">The name of the site that the text states, or null.</param>
    public (MetadataValue? Site, MetadataValue? Language) StartText(
        PageDocument page, SelectionResult selection, int title, Uri? url, Candidate? named)
    {
        Texts.Clear();
        _scan.Read(page);
        Candidate? site = _site.Choose(_scan, -1, url is null ? default : url.Host.AsMemory(), named);
        Lines.Start(page, selection, title);
        Candidate? language = LanguageChoice.Checked(page, selection, Lines.Kept, null);
        Lines.IsMonthFirst = LanguageTag.PutsMonthFirst(language is { } tag ? tag.Value.Span : default);
        Days.Start(-1, Lines.IsMonthFirst);
        Authors.Choose(-1, PageKind.Other);
        return (site?.Chosen(), language?.Chosen());
    }

    /// <summary>The titles in the head of the page, in words.</summary>
    private ReadOnlyMemory<char> Known()
    {
        ReadOnlyMemory<char> graph = _scan.Meta.First([MetaNames.GraphTitle])?.Value ?? default;
        return TitleText.Words(Texts.Join(graph.Span, ' ', _scan.TitleElement.Span), Texts);
    }

    private Candidate? Data(int main, JsonName property) => Plain(Candidate.Of(_scan.Json.TextOf(main, property), MetadataSource.JsonLd));

    private Candidate? Meta(MetaName[] names) => Plain(_scan.Meta.First(names));

    private Candidate? Plain(Candidate? found) => found is { } value ? value with { Value = Tidy.WithoutTags(value.Value, Texts) } : null;
}

using Skiplink.Html;
using Skiplink.PageModel.Json;

namespace Skiplink.PageModel;

/// <summary>
/// What a page says of itself in elements that are no text: title, <c>meta</c>, links, language, scripts, JSON-LD. Most of it stands in the
/// head; what stands in the body follows. It does not change; its memory is that of the <see cref="PageHeadBuilder"/> that made it.
/// </summary>
internal sealed class PageHead
{
    private readonly HtmlDocument _document;
    private readonly IReadOnlyList<MetaEntry> _meta;
    private readonly int[] _firstOfName;
    private readonly HtmlNode[] _links;
    private readonly int[] _metadataElements;
    private readonly int _metadataElementCount;

    internal PageHead(PageHeadBuilder.Parts parts)
    {
        (_document, _meta, _firstOfName, _links) = (parts.Document, parts.Meta, parts.FirstOfName, parts.Links);
        (_metadataElements, _metadataElementCount) = (parts.MetadataElements, parts.MetadataElementCount);
        (Title, Base, Scripts, JsonLd) = (parts.Title, parts.Base, parts.Scripts, parts.JsonLd);
    }

    /// <summary>The text node of the first <c>title</c> element that has any text, or none.</summary>
    public HtmlNode Title { get; }

    /// <summary>The first <c>base</c> element with an address, or none.</summary>
    public HtmlNode Base { get; }

    /// <summary>The <c>lang</c> of the root element, or empty.</summary>
    public ReadOnlySpan<byte> Language =>
        _document.DocumentElement is { IsElement: true } root
            && root.Utf8Attribute(HtmlNames.Lang) is { IsEmpty: false } language ? language : default;

    /// <summary>The scripts of the page, in document order.</summary>
    public IReadOnlyList<PageScript> Scripts { get; }

    /// <summary>The page's JSON-LD.</summary>
    public JsonLdDocument JsonLd { get; }

    /// <summary>
    /// The elements that may name something about the page by what they are or by their attributes, in document order: main headings,
    /// times, links with a relation, and whatever is marked as a property. What <c>meta</c> and <c>link</c> elements say besides is in <see
    /// cref="MetaOf"/> and <see cref="LinkOf"/>.
    /// </summary>
    public ReadOnlySpan<int> MetadataElements => _metadataElements.AsSpan(0, _metadataElementCount);

    /// <summary>How many entries <see cref="MetaOf"/> may number, counted from 1.</summary>
    public int MetaCount => _meta.Count;

    /// <summary>The first <c>link</c> element of a relation that has an address, or none.</summary>
    public HtmlNode LinkOf(LinkRelation relation) => _links[(int)relation];

    /// <summary>The first entry of a <c>meta</c> name, or 0.</summary>
    public int MetaOf(MetaName name) => _firstOfName[name.Index];

    /// <summary>The next entry of the same name, or 0.</summary>
    public int NextMeta(int entry) => _meta[entry].Next;

    /// <summary>The element of an entry.</summary>
    public HtmlNode MetaElement(int entry) => new(_document, _meta[entry].Node);

    /// <summary>The <c>content</c> of an entry, which is not empty.</summary>
    public ReadOnlySpan<byte> ContentOf(int entry) => MetaElement(entry).Utf8Attribute(HtmlNames.Content);
}

/// <summary>One <c>meta</c> element under one of its names.</summary>
/// <param name="Node">The element's node.</param>
/// <param name="Next">The next entry of the same name; 0 for none.</param>
internal readonly record struct MetaEntry(int Node, int Next);

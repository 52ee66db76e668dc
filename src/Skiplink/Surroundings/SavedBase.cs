using Skiplink.Addresses;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Surroundings;

/// <summary>What the addresses of a page are resolved against when the page is gone.</summary>
/// <param name="markup">The source of its <c>base</c> element; empty when it has none.</param>
/// <param name="url">The address that it was read from, or null.</param>
/// <param name="named">The address that it names for itself, or null.</param>
internal sealed class SavedBase(byte[] markup, Uri? url, string? named)
{
    /// <summary>Takes what is needed of a page.</summary>
    public static SavedBase Take(PageDocument page, Uri? url, string? named) =>
        new(page.Head.Base is { IsNone: false } element ? SourceOf(page, element).ToArray() : [], url, named);

    /// <summary>The <c>base</c> element's source.</summary>
    public ReadOnlySpan<byte> Markup => markup;

    /// <summary>A resolver for a page that has this base in its head.</summary>
    public UrlResolver Resolver(PageHead head)
    {
        UrlResolver urls = new();
        urls.Begin(head, url, named);
        return urls;
    }

    /// <summary>A resolver for no page in particular.</summary>
    public UrlResolver Resolver() => Resolver(new PageDocumentBuilder().Build(new HtmlParser().ParseUtf8(markup)).Head);

    private static ReadOnlySpan<byte> SourceOf(PageDocument page, HtmlNode node) =>
        page.Html.Source.Span[node.SourceStart..Math.Max(node.SourceStart, node.SourceEnd)];
}

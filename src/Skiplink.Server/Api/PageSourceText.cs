using System.Text;
using Skiplink.Html;

namespace Skiplink.Server.Api;

/// <summary>The markup of a page as text, and all links in it.</summary>
/// <param name="Html">The markup.</param>
/// <param name="Links">Absolute addresses of http and https, each once, in the order of the page.</param>
internal sealed record PageSourceText(string Html, IReadOnlyList<string> Links)
{
    public static PageSourceText Of(PageInput page)
    {
        HtmlDocument document = new HtmlParser().Parse(page.Bytes, page.Encoding);
        List<string> links = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        Uri? root = page.Url;
        bool hasBase = false;
        for (HtmlNode node = document.Root; !page.IsSavedText && !node.IsNone; node = node.NextInOrder(document.Root))
        {
            if (!hasBase && node.Is(HtmlNames.Base) && node.GetAttribute("href") is { } given)
                (hasBase, root) = (true, Resolve(page.Url, given) ?? root);
            if (node.Is(HtmlNames.A) && node.GetAttribute("href") is { } href
                && Resolve(root, href) is { } link && seen.Add(link.AbsoluteUri))
                links.Add(link.AbsoluteUri);
        }
        return new(Encoding.UTF8.GetString(document.Source.Span), links);
    }

    private static Uri? Resolve(Uri? root, string href)
    {
        bool isAddress = root is null
            ? Uri.TryCreate(href.Trim(), UriKind.Absolute, out Uri? link) : Uri.TryCreate(root, href.Trim(), out link);
        return isAddress && link!.Scheme is "http" or "https" ? link : null;
    }
}

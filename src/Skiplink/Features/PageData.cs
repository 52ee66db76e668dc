using System.Text;
using Skiplink.Html;

namespace Skiplink.Features;

/// <summary>
/// What a page's data say of its kind: the types named in its JSON-LD (counted, not parsed: what stands behind each <c>"@type"</c>), <c>og:type</c>, and the shape of its own address.
/// </summary>
internal struct PageData
{
    /// <summary>Only this much of each script is searched, and only so many types are counted.</summary>
    private const int MostBytes = 1 << 18;
    private const int Most = 99;

    /// <summary>How many articles, products, lists of things, threads of questions or posts, offers of services, and manuals the data name.</summary>
    public int Article;
    public int Product;
    public int List;
    public int Forum;
    public int Service;
    public int Manual;

    /// <summary>Whether <c>og:type</c> is an article, a product, a website.</summary>
    public int GraphArticle;
    public int GraphProduct;
    public int GraphWebsite;

    /// <summary>The path of the page's own address: how many parts, how many characters, how many digits; -1 when the page does not name it.</summary>
    public int PathDepth;
    public int PathLength;
    public int PathDigits;

    /// <summary>Reads the head's elements and the scripts of the body.</summary>
    public static PageData Read(HtmlDocument document, IReadOnlyList<int> scripts)
    {
        PageData data = new() { PathDepth = -1, PathLength = -1, PathDigits = -1 };
        HtmlNode head = document.Head;
        for (HtmlNode node = head.IsNone ? default : head.FirstChild; !node.IsNone; node = node.NextSibling)
        {
            if (node.Is(HtmlNames.Script))
                data.ReadScript(node);
            else if (node.Is(HtmlNames.Meta))
                data.ReadMeta(node);
            else if (node.Is(HtmlNames.Link) && Ascii.EqualsIgnoreCase(node.Utf8Attribute(HtmlNames.Rel), "canonical"u8))
                data.ReadAddress(node.Utf8Attribute(HtmlNames.Href));
        }
        foreach (int script in scripts)
            data.ReadScript(new(document, script));
        return data;
    }

    private void ReadMeta(HtmlNode node)
    {
        ReadOnlySpan<byte> property = node.Utf8Attribute(HtmlNames.Property), content = node.Utf8Attribute(HtmlNames.Content);
        if (property.SequenceEqual("og:type"u8))
        {
            GraphArticle = content.StartsWith("article"u8) ? 1 : 0;
            GraphProduct = content.IndexOf("product"u8) >= 0 ? 1 : 0;
            GraphWebsite = content.StartsWith("website"u8) ? 1 : 0;
        }
        else if (property.SequenceEqual("og:url"u8) && PathDepth < 0)
        {
            ReadAddress(content);
        }
    }

    private void ReadAddress(ReadOnlySpan<byte> address)
    {
        int scheme = address.IndexOf("://"u8);
        ReadOnlySpan<byte> rest = scheme >= 0 ? address[(scheme + 3)..] : address;
        int slash = rest.IndexOf((byte)'/');
        ReadOnlySpan<byte> path = slash < 0 ? default : rest[slash..].TrimEnd((byte)'/');
        if (path.IndexOfAny((byte)'?', (byte)'#') is >= 0 and int end)
            path = path[..end];
        PathDepth = path.Count((byte)'/');
        PathLength = Math.Min(200, path.Length);
        PathDigits = 0;
        foreach (byte b in path)
            PathDigits += b is >= (byte)'0' and <= (byte)'9' ? 1 : 0;
        PathDigits = Math.Min(20, PathDigits);
    }

    private void ReadScript(HtmlNode script)
    {
        if (!Ascii.EqualsIgnoreCase(script.Utf8Attribute(HtmlNames.Type).Trim(" \t\n\r"u8), "application/ld+json"u8) || script.FirstChild.IsNone)
            return;
        ReadOnlySpan<byte> json = script.FirstChild.Utf8Text;
        json = json[..Math.Min(json.Length, MostBytes)];
        while (json.IndexOf("\"@type\""u8) is >= 0 and int at)
        {
            json = json[(at + 7)..].TrimStart(" \t\r\n:["u8);
            // A name, or several in brackets, of which the first counts.
            if (json.IsEmpty || json[0] != '"')
                continue;
            json = json[1..];
            int end = json.IndexOf((byte)'"');
            if (end < 0)
                return;
            Count(json[..end]);
        }
    }

    private void Count(ReadOnlySpan<byte> type)
    {
        int local = type.LastIndexOfAny((byte)'/', (byte)'#', (byte)':');
        switch (Encoding.ASCII.GetString(type[(local + 1)..][..Math.Min(40, type.Length - local - 1)]))
        {
            case "Article" or "NewsArticle" or "BlogPosting" or "ReportageNewsArticle" or "AnalysisNewsArticle" or "OpinionNewsArticle" or "LiveBlogPosting" or "Report" or "Recipe" or "Review" or "SocialMediaPosting":
                Article = Math.Min(Most, Article + 1);
                break;
            case "Product" or "ProductGroup" or "IndividualProduct" or "ProductModel" or "Book" or "Vehicle" or "Car":
                Product = Math.Min(Most, Product + 1);
                break;
            case "ItemList" or "CollectionPage" or "OfferCatalog" or "SearchResultsPage" or "DataCatalog" or "ListItem":
                List = Math.Min(Most, List + 1);
                break;
            case "DiscussionForumPosting" or "QAPage" or "Question" or "Answer" or "Comment":
                Forum = Math.Min(Most, Forum + 1);
                break;
            case "Service" or "LocalBusiness" or "ProfessionalService" or "FAQPage" or "AboutPage" or "ContactPage" or "MedicalBusiness" or "Dentist" or "SoftwareApplication" or "WebApplication":
                Service = Math.Min(Most, Service + 1);
                break;
            case "TechArticle" or "APIReference" or "HowTo" or "DefinedTerm" or "Dataset" or "SoftwareSourceCode":
                Manual = Math.Min(Most, Manual + 1);
                break;
            default:
                break;
        }
    }
}

using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;

namespace Skiplink.Features;

/// <summary>What a page's data say of its kind: the types named in its JSON-LD, <c>og:type</c>, and the shape of its own address.</summary>
internal struct PageData
{
    /// <summary>No more types of one sort are counted than this.</summary>
    private const int MaxCount = 99;

    private const int MaxPathLength = 200;
    private const int MaxPathDigits = 20;

    /// <summary>
    /// How many articles, products, lists of things, threads of questions or posts, offers of services, and manuals the data name.
    /// </summary>
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

    /// <summary>
    /// The path of the page's own address: how many parts, how many characters, how many digits; -1 when the page does not name it.
    /// </summary>
    public int PathDepth;
    public int PathLength;
    public int PathDigits;

    /// <summary>Reads what a page says of itself.</summary>
    public static PageData Read(PageHead head)
    {
        PageData data = new() { PathDepth = -1, PathLength = -1, PathDigits = -1 };
        data.CountTypes(head.JsonLd);
        if (head.MetaOf(MetaNames.GraphType) is > 0 and int type)
            data.ReadGraphType(head.ContentOf(type));
        if (head.LinkOf(LinkRelation.Canonical) is { IsNone: false } canonical)
            data.ReadAddress(canonical.Utf8Attribute(HtmlNames.Href));
        else if (head.MetaOf(MetaNames.GraphUrl) is > 0 and int url)
            data.ReadAddress(head.ContentOf(url));
        return data;
    }

    private void ReadGraphType(ReadOnlySpan<byte> type)
    {
        GraphArticle = type.StartsWith("article"u8) ? 1 : 0;
        GraphProduct = type.IndexOf("product"u8) >= 0 ? 1 : 0;
        GraphWebsite = type.StartsWith("website"u8) ? 1 : 0;
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
        PathLength = Math.Min(MaxPathLength, path.Length);
        PathDigits = 0;
        foreach (byte b in path)
            PathDigits += b is >= (byte)'0' and <= (byte)'9' ? 1 : 0;
        PathDigits = Math.Min(MaxPathDigits, PathDigits);
    }

    /// <summary>Counts the types of all objects; of several types of one object the first counts.</summary>
    private void CountTypes(JsonLdDocument data)
    {
        for (int row = 0; row < data.Count;)
        {
            if (data[row].Name != JsonName.AtType)
            {
                row++;
                continue;
            }
            int first = data[row].Kind == JsonKind.Array && data[row].End > row + 1 ? row + 1 : row;
            if (data[first].Kind == JsonKind.String)
                Count(data.BytesOf(first));
            row = data[row].End;
        }
    }

    private void Count(ReadOnlySpan<byte> type)
    {
        int local = type.LastIndexOfAny((byte)'/', (byte)'#', (byte)':');
        switch (Encoding.ASCII.GetString(type[(local + 1)..][..Math.Min(40, type.Length - local - 1)]))
        {
            case "Article" or "NewsArticle" or "BlogPosting" or "ReportageNewsArticle" or "AnalysisNewsArticle" or "OpinionNewsArticle"
                or "LiveBlogPosting" or "Report" or "Recipe" or "Review" or "SocialMediaPosting":
                Article = Math.Min(MaxCount, Article + 1);
                break;
            case "Product" or "ProductGroup" or "IndividualProduct" or "ProductModel" or "Book" or "Vehicle" or "Car":
                Product = Math.Min(MaxCount, Product + 1);
                break;
            case "ItemList" or "CollectionPage" or "OfferCatalog" or "SearchResultsPage" or "DataCatalog" or "ListItem":
                List = Math.Min(MaxCount, List + 1);
                break;
            case "DiscussionForumPosting" or "QAPage" or "Question" or "Answer" or "Comment":
                Forum = Math.Min(MaxCount, Forum + 1);
                break;
            case "Service" or "LocalBusiness" or "ProfessionalService" or "FAQPage" or "AboutPage" or "ContactPage" or "MedicalBusiness"
                or "Dentist"
                or "SoftwareApplication" or "WebApplication":
                Service = Math.Min(MaxCount, Service + 1);
                break;
            case "TechArticle" or "APIReference" or "HowTo" or "DefinedTerm" or "Dataset" or "SoftwareSourceCode":
                Manual = Math.Min(MaxCount, Manual + 1);
                break;
            default:
                break;
        }
    }
}

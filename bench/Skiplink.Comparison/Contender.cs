using System.Text;
using Skiplink.Html;

namespace Skiplink.Comparison;

/// <summary>One library at one job.</summary>
/// <param name="Name">Its name, as the tables print it.</param>
/// <param name="Run">Does the job on a page and gives a number that depends on the result, so that nothing can be left out.</param>
internal sealed record Contender(string Name, Func<byte[], int> Run)
{
    /// <summary>From bytes to a tree.</summary>
    public static Contender[] Parsers()
    {
        HtmlParser skiplink = new();
        AngleSharp.Html.Parser.HtmlParser angleSharp = new();
        return
        [
            new("Skiplink", page => skiplink.Parse(page).NodeCount),
            new("AngleSharp", page => Of(angleSharp, page)),
            new("HtmlAgilityPack", AgilityPack),
        ];
    }

    /// <summary>From bytes to the main text, with title, authors and dates.</summary>
    public static Contender[] Extractors()
    {
        PageReader skiplink = new();
        HtmlParser parser = new();
        return
        [
            new("Skiplink", page => skiplink.Read(page).Utf8Text.Length),
            new("Skiplink, parse alone", page => parser.Parse(page).NodeCount),
            new("SmartReader", SmartReader),
        ];
    }

    private static int Of(AngleSharp.Html.Parser.HtmlParser parser, byte[] page)
    {
        using AngleSharp.Html.Dom.IHtmlDocument document = parser.ParseDocument(Encoding.UTF8.GetString(page));
        return document.ChildNodes.Length;
    }

    private static int AgilityPack(byte[] page)
    {
        HtmlAgilityPack.HtmlDocument document = new();
        document.LoadHtml(Encoding.UTF8.GetString(page));
        return document.DocumentNode.ChildNodes.Count;
    }

    private static int SmartReader(byte[] page)
    {
        using MemoryStream stream = new(page);
        global::SmartReader.Article article = new global::SmartReader.Reader("https://example.org/", stream).GetArticle();
        return article.Completed ? article.TextContent?.Length ?? 0 : throw new InvalidOperationException("SmartReader failed.", article.Errors.FirstOrDefault());
    }
}

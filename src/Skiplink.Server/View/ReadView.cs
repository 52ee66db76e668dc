using System.Globalization;
using System.Text;
using Skiplink.Server.Api;
using static Skiplink.Server.View.ReaderDocument;

namespace Skiplink.Server.View;

/// <summary>The article, to be read.</summary>
internal static class ReadView
{
    /// <summary>How many words, and how many characters of scripts without spaces, an adult reads in a minute.</summary>
    private const int WordsPerMinute = 230, IdeographsPerMinute = 450;

    public static void Write(StringBuilder html, Article article, Uri? url)
    {
        html.Append("<section id=\"sk-read\" class=\"view\" aria-label=\"Read\">\n<article class=\"text\"")
            .Append(Language(article.Language))
            .Append(">\n<header>\n");
        if (article.Site is { } site)
            html.Append("<p class=\"site\" dir=\"auto\">").Append(Escape(site)).Append("</p>\n");
        html.Append("<h1 dir=\"auto\">").Append(Escape(article.Title ?? "A page without a title"))
            .Append("</h1>\n<p class=\"byline\" dir=\"auto\">")
            .Append(string.Join(" · ", Byline(article).Select(Escape))).Append("</p>\n");
        if (url is not null && url.Scheme is "http" or "https")
            html.Append("<p class=\"source\"><a rel=\"noreferrer\" href=\"").Append(Escape(url.AbsoluteUri))
                .Append("\">The page itself</a></p>\n");
        html.Append("</header>\n");
        if (VerdictWords.Of(article) is { Length: > 0 } verdict)
        {
            html.Append("<div class=\"notice\" role=\"note\" lang=\"en\"><p>").Append(Escape(verdict)).Append("</p><p>")
                .Append(Escape(VerdictWords.Next(article.Verdict))).Append("</p></div>\n");
        }
        if (article.Blocks.Count == 0)
            html.Append("<p class=\"notice\" lang=\"en\">No main text was found. The view Why shows what the page has.</p>\n");
        html.Append("<div class=\"body\" dir=\"auto\">\n").Append(article.Html).Append("\n</div>\n</article>\n</section>\n");
    }

    private static IEnumerable<string> Byline(Article article)
    {
        if (article.Authors.Count > 0)
            yield return string.Join(", ", article.Authors);
        if (article.Agencies.Count > 0)
            yield return string.Join(", ", article.Agencies);
        if (article.Published is { } published)
            yield return published.Length > 10 ? published[..10] : published;
        if (Minutes(article.Text) is > 0 and int minutes)
            yield return minutes == 1 ? "1 minute" : string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes");
    }

    private static int Minutes(string text)
    {
        int words = 0, ideographs = 0;
        bool isInWord = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3)
                ideographs++;
            bool isWord = Rune.IsLetterOrDigit(rune);
            words += isWord && !isInWord ? 1 : 0;
            isInWord = isWord;
        }
        return words == 0 ? 0 : Math.Max(1, (int)Math.Round(((double)words / WordsPerMinute) + ((double)ideographs / IdeographsPerMinute)));
    }
}

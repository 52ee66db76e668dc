using System.Net;
using Skiplink.Server.Negotiation;
using Skiplink.Server.Problems;

namespace Skiplink.Server.Api;

/// <summary>An article in the form, and within the bounds, that a request asks for.</summary>
internal static class ArticleText
{
    /// <summary>The text of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="format">Its form: all but JSON.</param>
    /// <param name="request">What the client asks for.</param>
    /// <exception cref="ProblemException">It has more tokens than the client's budget.</exception>
    public static string Write(Article article, OutputFormat format, ReadRequest request)
    {
        string text = format switch
        {
            OutputFormat.Text => article.Title is { Length: > 0 } title ? $"{title}\n\n{article.Text}" : article.Text,
            OutputFormat.Html => Document(article),
            OutputFormat.Tei => article.Tei,
            _ => article.MarkdownDocument,
        };
        if (request.HasLinksSummary && format == OutputFormat.Markdown)
            text = LinksSummary.AddTo(text, article);
        CheckBudget(TokenEstimate.Of(text), request);
        // Half of a document in HTML or TEI would be none.
        if (request.MaxTokens is { } max && format is OutputFormat.Markdown or OutputFormat.Text)
            text = TokenEstimate.Trim(text, max);
        return text.Length > 0 && !text.EndsWith('\n') ? text + "\n" : text;
    }

    /// <exception cref="ProblemException">There are more tokens than the client's budget.</exception>
    public static void CheckBudget(int tokens, ReadRequest request)
    {
        if (request.TokenBudget is { } budget && tokens > budget)
        {
            throw new ProblemException(
                409, "over-budget", $"The text has about {tokens} tokens, more than the budget of {budget}.",
                "Raise X-Token-Budget, or let X-Max-Tokens trim the text.");
        }
    }

    /// <summary>The problem that a page without main text is, where the answer is a text alone; null when it has some.</summary>
    public static ProblemException? Nothing(Article article) =>
        article.Text.Length > 0 || article.Blocks.Count > 0 ? null : new(
            422, "no-main-text", $"The page has no main text. {VerdictWords.Of(article)}".TrimEnd(), VerdictWords.Next(article.Verdict));

    private static string Document(Article article)
    {
        string title = WebUtility.HtmlEncode(article.Title ?? "");
        string language = article.Language is { } tag ? $" lang=\"{WebUtility.HtmlEncode(tag)}\"" : "";
        string heading = title.Length > 0 ? $"<h1>{title}</h1>\n" : "";
        return $"<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n<body>\n"
            + $"<article>\n{heading}{article.Html}\n</article>\n</body>\n</html>\n";
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using Skiplink.Server.Problems;
using Skiplink.Stories;

namespace Skiplink.Server.View;

/// <summary>Writes the documents of the reader page.</summary>
internal static class ReaderDocument
{
    /// <summary>The page with nothing read yet, or with what went wrong.</summary>
    /// <param name="problem">What went wrong; null when nothing did.</param>
    /// <param name="url">The address that was asked for, to be mended.</param>
    public static string Start(ProblemException? problem, string? url)
    {
        StringBuilder html = new();
        Head(html, problem is null ? "Skiplink" : "Could not read the page – Skiplink", null);
        html.Append("<main id=\"sk-main\" tabindex=\"-1\">\n");
        if (problem is not null)
        {
            html.Append("<section class=\"notice error\" role=\"alert\"><h2>The page could not be read</h2>\n<p>")
                .Append(Escape(problem.Message)).Append("</p>\n<p>").Append(Escape(problem.Next)).Append("</p></section>\n");
        }
        html.Append("<h1>Skip the menu, read the page</h1>\n");
        Forms(html, url);
        return html.Append("</main>\n").Append(Foot).ToString();
    }

    /// <summary>The three views of a page.</summary>
    /// <param name="explanation">How it was read.</param>
    /// <param name="page">The page.</param>
    /// <param name="isFetched">Whether it can be had again by its address.</param>
    public static string Views(Explanation explanation, PageInput page, bool isFetched)
    {
        Article article = explanation.Article;
        StringBuilder html = new();
        Head(html, $"{article.Title ?? "A page"} – Skiplink", article.Language);
        html.Append("""
            <nav class="views" aria-label="Views"><ul>
            <li><a href="#sk-read">Read</a></li>
            <li><a href="#sk-why">Why</a></li>
            <li><a href="#sk-story">Story</a></li>
            <li><a href="#sk-save">Copy or save</a></li>
            <li><a href="/">Another page</a></li>
            </ul></nav>
            <main id="sk-main" tabindex="-1">

            """);
        ReadView.Write(html, article, page.Url);
        WhyView.Write(html, explanation);
        StoryView.Write(html, article, Story.Read(article));
        SaveView.Write(html, article, page.Url, isFetched);
        return html.Append("</main>\n").Append(Foot).ToString();
    }

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A language as an attribute; nothing when it is not known.</summary>
    public static string Language(string? tag) => tag is null ? "" : $" lang=\"{Escape(tag)}\"";

    private static void Head(StringBuilder html, string title, string? language) => html.Append(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Escape(title)}</title>
        <link rel="stylesheet" href="/assets/reader.css">
        <script src="/assets/reader.js" defer></script>
        </head>
        <body{(language is null ? "" : $" data-language=\"{Escape(language)}\"")}>
        <a class="skip" href="#sk-main">Skip to the main text</a>
        <header class="bar"><a class="home" href="/">Skiplink</a>
        <div class="tools" hidden>
        <button type="button" data-do="smaller" aria-label="Smaller type">A−</button>
        <button type="button" data-do="larger" aria-label="Larger type">A+</button>
        <button type="button" data-do="theme">Light or dark</button>
        </div></header>

        """);

    private static void Forms(StringBuilder html, string? url) => html.Append(CultureInfo.InvariantCulture, $"""
        <form action="/view" method="get" class="card" data-progress="Fetching the page …">
        <label for="sk-url">Address of a page</label>
        <div class="row"><input id="sk-url" name="url" type="text" inputmode="url" autocomplete="url" required
        placeholder="https://example.org/story" value="{Escape(url ?? "")}">
        <button type="submit">Read</button></div>
        </form>
        <form action="/view" method="post" enctype="multipart/form-data" class="card" data-progress="Reading the file …">
        <label for="sk-file">Or a file: HTML, MHTML or text that was saved from a page. It can be dropped here.</label>
        <div class="row"><input id="sk-file" name="file" type="file" required
        accept=".html,.htm,.xhtml,.mhtml,.mht,.txt,text/html,text/plain">
        <button type="submit">Read file</button></div>
        </form>
        <form action="/view" method="post" class="card" data-progress="Reading the text …">
        <label for="sk-text">Or text that was copied from a page, menus and all</label>
        <textarea id="sk-text" name="text" rows="6" required></textarea>
        <div class="row end"><button type="submit">Read text</button></div>
        </form>
        <p id="sk-status" role="status"></p>
        <p class="small">Nothing is kept but a copy of fetched pages in memory, for an hour at most. No script of a page is run.</p>

        """);

    private const string Foot = "<footer class=\"small\">Skiplink: <a href=\"/openapi/v1.json\">API</a></footer>\n</body>\n</html>\n";
}

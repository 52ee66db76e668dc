using System.Text;
using static Skiplink.Server.View.ReaderDocument;

namespace Skiplink.Server.View;

/// <summary>The article in each format, to be copied or saved.</summary>
internal static class SaveView
{
    public static void Write(StringBuilder html, Article article, Uri? url, bool isFetched)
    {
        html.Append(
            "<section id=\"sk-save\" class=\"view\" aria-labelledby=\"sk-save-title\">\n<h2 id=\"sk-save-title\">Copy or save</h2>\n");
        foreach ((string format, string name, string extension, string text) in (ReadOnlySpan<(string, string, string, string)>)
        [
            ("markdown", "Markdown", "md", article.MarkdownDocument), ("text", "Text", "txt", article.Text),
            ("json", "JSON", "json", article.ToJson(url?.ToString())), ("html", "HTML", "html", article.Html),
        ])
        {
            string id = $"sk-as-{format}";
            html.Append("<details class=\"format\"><summary>").Append(name).Append("</summary>\n<p class=\"row\">");
            if (isFetched && url is not null)
            {
                html.Append("<a download=\"page.").Append(extension).Append("\" href=\"/read?format=").Append(format).Append("&amp;url=")
                    .Append(Escape(Uri.EscapeDataString(url.AbsoluteUri))).Append("\">Save</a> ");
            }
            html.Append("<button type=\"button\" hidden data-copy=\"").Append(id).Append("\">Copy ").Append(name)
                .Append("</button></p>\n<label for=\"")
                .Append(id).Append("\" class=\"small\">").Append(name).Append("</label>\n<textarea id=\"").Append(id)
                .Append("\" readonly rows=\"12\" dir=\"auto\">\n").Append(Escape(text)).Append("</textarea></details>\n");
        }
        html.Append("</section>\n");
    }
}

using System.Net;
using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Writes readers' comments as a section below the text. Their text is plain: nothing in it becomes markup.
/// </summary>
internal static class CommentSection
{
    /// <summary>Deeper answers are set as deep as this.</summary>
    private const int MaxQuotes = 6;

    /// <summary>As text: each comment under a line with name and date.</summary>
    public static string Text(IReadOnlyList<ReaderComment> comments)
    {
        StringBuilder text = new();
        foreach (ReaderComment comment in comments)
        {
            text.Append(text.Length > 0 ? "\n\n" : "");
            if (HeadOf(comment) is { Length: > 0 } head)
                text.Append(head).Append('\n');
            text.Append(comment.Text);
        }
        return text.ToString();
    }

    /// <summary>As Markdown: a heading, and each comment under a line with name and date; answers are quotations.</summary>
    public static string Markdown(IReadOnlyList<ReaderComment> comments)
    {
        StringBuilder text = new("## Comments\n");
        foreach (ReaderComment comment in comments)
        {
            string quote = string.Concat(Enumerable.Repeat("> ", Math.Min(comment.Depth, MaxQuotes)));
            text.Append('\n');
            if (HeadOf(comment) is { Length: > 0 } head)
                text.Append(quote).Append("**").Append(Escaped(head)).Append("**\n").Append(quote.TrimEnd()).Append('\n');
            string[] lines = comment.Text.Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                // A line end within a paragraph is one that the reader made.
                bool isBroken = lines[i].Length > 0 && i + 1 < lines.Length && lines[i + 1].Length > 0;
                text.Append((quote + Escaped(lines[i])).TrimEnd()).Append(isBroken ? "\\\n" : "\n");
            }
        }
        return text.ToString();
    }

    private static string Escaped(string line)
    {
        if (line.Length == 0)
            return line;
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        ByteBuffer output = new();
        int start = MarkdownEscape.WriteLineStart(bytes, output);
        MarkdownEscape.Write(bytes.AsSpan(start), output, start > 0 ? bytes[start - 1] : (byte)'\n', withBars: false, withMath: true);
        return Encoding.UTF8.GetString(output.Span(0, output.Count));
    }

    /// <summary>As HTML: a section with an article for each comment.</summary>
    public static string Html(IReadOnlyList<ReaderComment> comments)
    {
        StringBuilder html = new("<section>\n<h2>Comments</h2>\n");
        foreach (ReaderComment comment in comments)
        {
            html.Append("<article>\n");
            if (HeadOf(comment) is { Length: > 0 } head)
                html.Append("<p><strong>").Append(WebUtility.HtmlEncode(head)).Append("</strong></p>\n");
            foreach (string paragraph in comment.Text.Split("\n\n"))
            {
                string lines = WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>\n", StringComparison.Ordinal);
                html.Append("<p>").Append(lines).Append("</p>\n");
            }
            html.Append("</article>\n");
        }
        return html.Append("</section>\n").ToString();
    }

    private static string HeadOf(ReaderComment comment) =>
        string.Join(", ", ((string?[])[comment.Author, comment.Date]).Where(static s => !string.IsNullOrEmpty(s)));
}

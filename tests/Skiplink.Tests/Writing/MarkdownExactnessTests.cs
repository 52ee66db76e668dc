using System.Text;
using CsCheck;
using Skiplink.MarkdownCheck;
using Xunit;

namespace Skiplink.Tests;

/// <summary>
/// Whatever text and marks a page has, Markdown reads back as that text, and no option of the output changes which text there is.
/// </summary>
public sealed class MarkdownExactnessTests
{
    private static readonly string[] Words =
    [
        "word", "a", "1", "12.", "3)", "-", "--", "---", "+", "*", "**", "***", "_", "__", "snake_case", "#", "##", ">", "=", "===", "`",
            "``", "```", "[", "]", "[x]", "[^1]", "[^1]:", "(", ")", "](x)", "!", "![", "&lt;", "&lt;b&gt;",
        "&amp;", "&amp;amp;", "&amp;copy;", "\\", "\\\\", "\\*", "|", "| a | b |", ":--", ":---:", "~", "~~", "~~~", "$", "$5", "$$", "«",
            "»", "“q”", "(p)", "…", "漢字", "。", "é", "😀", "http://x.example/a_b", "a@b.example", ":", ";", "&lt;!--", "--&gt;", "{", "}",
            "^", "%", "\"", "'", "X", "x",
    ];

    private static readonly Gen<string> Spaces = OneOf("", "", " ", "<br>");

    private static readonly Gen<string> Run = Gen.Select(OneOf(Words), Spaces, static (word, space) => word + space).Array[1, 6].Select(
        string.Concat);

    private static readonly Gen<string> Inline = Gen.Select(
        OneOf("b", "i", "del", "code", "sup", "ins", "q", "a href=/x", "a href='/a(b)?c|d&amp;e'", "span", "span", "span"),
        Run,
        Run,
        static (tag, inside, behind) => $"<{tag}>{inside}</{tag.Split(' ')[0]}>{behind}");

    private static readonly Gen<string> Text = Gen.OneOf(
        Run, Inline, Gen.Select(Inline, Inline, static (a, b) => a + b),
        Gen.Select(Run, Inline, static (a, b) => $"<b>{a}<i>{b}</i></b>{a}"));

    private static readonly Gen<string> Block = Gen.Select(
        OneOf(
            "<p>{0}</p>", "<h2>{0}</h2>", "<ul><li>{0}<li>{1}</ul>", "<ol start=4><li>{0}<li><p>{1}</p><p>{0}</p></ol>",
                "<ul><li>{0}<ol start=3><li>{1}</ol></ul>", "<blockquote><p>{0}</p><p>{1}</p></blockquote>",
            "<pre>{0}</pre>", "<table><tr><th>{0}<th>{1}<tr><td>{1}<td><code>{0}</code></table>", "<dl><dt>{0}<dd>{1}</dl>",
                "<figure><img src=/a.jpg alt='{1}'><figcaption>{0}</figcaption></figure>",
            "<div class='alert alert-info'><p>{0}</p>{1}</div>", "<p>{0}<sup><a href='#n'>1</a></sup>{1}</p>",
                "<ul><li><input type=checkbox>{0}</ul>", "<hr>", "<p><ruby>{0}<rt>{1}</rt></ruby></p>"),
        Text,
        Text,
        static (block, one, two) => string.Format(System.Globalization.CultureInfo.InvariantCulture, block, one, two));

    private static readonly Gen<string> Page = Block.Array[1, 5].Select(
        static blocks => string.Concat(blocks) + "<p id=n>1. The note.</p>");

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Any_page_reads_back_as_its_text() => Page.Sample(
        static html =>
            MarkdownText.WithoutWhiteSpace(KeptPage.Text(html)) == MarkdownText.WithoutWhiteSpace(
                MarkdownText.Read(KeptPage.Markdown(html), hasFormulas: false)),
        iter: 3_000,
        print: static html => $"{html}\n{KeptPage.Markdown(html)}\n" + Difference(
            MarkdownText.WithoutWhiteSpace(KeptPage.Text(html)),
            MarkdownText.WithoutWhiteSpace(MarkdownText.Read(KeptPage.Markdown(html), hasFormulas: false))));

    [Fact]
    public void A_colon_behind_a_reference_makes_no_note_of_it()
    {
        const string Html = "<p>1<br><sup><a href='#n'>1</a></sup>: it says</p><p id=n>1. The note.</p>";
        Assert.Contains("[^1]\\: it says", KeptPage.Markdown(Html), StringComparison.Ordinal);
        Assert.Equal(
            MarkdownText.WithoutWhiteSpace(KeptPage.Text(Html)),
            MarkdownText.WithoutWhiteSpace(MarkdownText.Read(KeptPage.Markdown(Html), hasFormulas: false)));
    }

    private static string Difference(string text, string read)
    {
        int at = text.Zip(read).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"text     {text[at..]}\nmarkdown {read[at..]}";
    }

    [Fact]
    public void Options_of_the_output_never_change_which_text_is_kept() => Page.Sample(
        static html =>
        {
            string text = MarkdownText.WithoutWhiteSpace(KeptPage.Text(html));
            for (int i = 0; i < 8; i++)
            {
                ReadOptions options = new() { Images = (i & 1) == 0, Links = (i & 2) == 0, Tables = (i & 4) == 0 };
                Writing.ArticleContent content = KeptPage.Content(html, options);
                // Without tables the cells of a row stand with bars between them.
                string markdown = MarkdownText.WithoutWhiteSpace(
                    MarkdownText.Read(Encoding.UTF8.GetString(content.Markdown()), hasFormulas: false));
                if (MarkdownText.WithoutWhiteSpace(Encoding.UTF8.GetString(content.Text)) != text
                    || (options.Tables ? markdown : markdown.Replace("|", "", StringComparison.Ordinal)) != (options.Tables ? text
                    : text.Replace("|", "", StringComparison.Ordinal)))
                    throw new InvalidOperationException(
                        $"{options}\n{Encoding.UTF8.GetString(content.Markdown())}\n{Difference(text, markdown)}");
                System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(content.Tei()));
            }
            return true;
        },
        iter: 500,
        print: static html => html);
}

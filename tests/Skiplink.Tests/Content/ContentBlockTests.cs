using Xunit;

namespace Skiplink.Tests;

/// <summary>The typed blocks that users of the library get, and what else only they see.</summary>
public sealed class ContentBlockTests
{
    [Theory]
    [InlineData("src=gap.gif data-src")]
    [InlineData("src=gap.gif data-lazy-src")]
    [InlineData("src=data:image/gif;base64,R0lGODlhAQABAAAAACw= data-of-our-own")]
    [InlineData("data-hi-res-src")]
    public void The_address_of_a_late_image_is_decoded_whatever_its_attribute_is_called(string attribute)
    {
        string markdown = KeptPage.Markdown($"<p>One</p><figure><img {attribute}='/a.jpg?w=1&amp;h=2' alt=A></figure><p>Two</p>");
        Assert.Contains("/a.jpg?w=1&h=2", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_has_its_start_and_its_items()
    {
        ListBlock list = Assert.IsType<ListBlock>(
            Assert.Single(KeptPage.Blocks("<ol start=4><li>four<li><input type=checkbox checked> five<ul><li>inner</ul></ol>")));
        Assert.Equal((true, 4, 2), (list.IsOrdered, list.Start, list.Items.Count));
        Assert.True(list.Items[1].IsChecked);
        Assert.IsType<ListBlock>(list.Items[1].Content[1]);
    }

    [Fact]
    public void A_table_has_cells_with_their_spans()
    {
        TableBlock table = Assert.IsType<TableBlock>(
            Assert.Single(
                KeptPage.Blocks("<table><caption>C</caption><tr><th colspan=2>a<th align=right>b<tr><td rowspan=3>1<td>2<td>3</table>")));
        Assert.Equal((true, 2, CellAlignment.Right), (table.Rows[0][0].IsHeader, table.Rows[0][0].ColumnSpan, table.Rows[0][1].Alignment));
        Assert.Equal(3, table.Rows[1][0].RowSpan);
        Assert.Equal("C", Text(table.Caption[0]));
    }

    [Fact]
    public void A_figure_has_its_credit_apart()
    {
        FigureBlock figure = Assert.IsType<FigureBlock>(
            Assert.Single(KeptPage.Blocks("<figure><img src=/a.jpg alt=A><figcaption>A gull. (AP Photo/Ida Lund)</figcaption></figure>")));
        Assert.Equal("https://e.example/a.jpg", Assert.IsType<ImageBlock>(figure.Content[0]).Image.Source);
        ParagraphBlock caption = Assert.IsType<ParagraphBlock>(figure.Caption[0]);
        Assert.Equal("A gull.", Assert.IsType<TextInline>(caption.Content[0]).Text);
        SpanInline credit = Assert.IsType<SpanInline>(caption.Content[^1]);
        Assert.Equal(SpanKind.Credit, credit.Kind);
        Assert.Equal("(AP Photo/Ida Lund)", Assert.IsType<TextInline>(credit.Content[0]).Text);
    }

    [Fact]
    public void A_reference_leads_to_its_note()
    {
        IReadOnlyList<ContentBlock> blocks = KeptPage.Blocks("<p>Text<sup><a href=#n>*</a></sup></p><p id=n>* The note.</p>");
        Assert.Equal(1, Assert.IsType<NoteReferenceInline>(Assert.IsType<ParagraphBlock>(blocks[0]).Content[1]).Number);
        NoteBlock note = Assert.IsType<NoteBlock>(blocks[1]);
        Assert.Equal((1, "The note."), (note.Number, Text(note.Content[0])));
    }

    [Fact]
    public void Links_formulas_code_and_marks_are_what_they_are()
    {
        IReadOnlyList<ContentBlock> blocks = KeptPage.Blocks(
            "<p><a href=/x?utm_source=y>a <b>b</b></a> <math alttext='x^2'><mi>x</mi></math></p><pre><code class=language-go>x := "
            + "1</code></pre><div class='alert alert-danger'>d</div>");
        ParagraphBlock paragraph = Assert.IsType<ParagraphBlock>(blocks[0]);
        LinkInline link = Assert.IsType<LinkInline>(paragraph.Content[0]);
        Assert.Equal("https://e.example/x?utm_source=y", link.Target);
        Assert.Equal(SpanKind.Strong, Assert.IsType<SpanInline>(link.Content[^1]).Kind);
        Assert.Equal("x^2", Assert.IsType<FormulaInline>(paragraph.Content[^1]).Tex);
        Assert.Equal(new CodeBlock("x := 1", "go"), blocks[1]);
        Assert.Equal("danger", Assert.IsType<CalloutBlock>(blocks[2]).Kind);
    }

    [Fact]
    public void A_kept_row_keeps_all_of_its_cells()
    {
        string page = File.ReadAllText(Repository.Sample("queue-guide.html"));
        Article article = Page.Read(
            page.Replace("<td>5</td>", "<td>—</td>", StringComparison.Ordinal)
            .Replace("<td>2.0</td>", "<td></td>", StringComparison.Ordinal), new() { Formats = ArticleFormats.Markdown });
        Assert.Contains("| `retries` | — | How often", article.Markdown, StringComparison.Ordinal);
        Assert.Contains("| `backoff` |  | How much", article.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_is_escaped_in_a_markdown_document()
    {
        string page = File.ReadAllText(Repository.Sample("queue-guide.html"))
            .Replace("Acknowledging messages", "Using *Ack* &lt;now&gt;", StringComparison.Ordinal);
        Article article = Page.Read(page, new() { Formats = ArticleFormats.Markdown });
        Assert.StartsWith("# Using \\*Ack\\* \\<now>\n\n", article.MarkdownDocument, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_matter_is_yaml_whatever_the_page_says()
    {
        Article article = Page.Read(
            "<title>A \"quoted\" \\ title: with — signs\u0001</title><meta name=description content='two\nlines # and more'><p>Text.</p>");
        string yaml = FrontMatter.Write(article, "a: b.html", null);
        Assert.StartsWith("---\n", yaml, StringComparison.Ordinal);
        Assert.EndsWith("\n---\n", yaml, StringComparison.Ordinal);
        foreach (string line in yaml.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..^1])
            Assert.Matches("^([a-z]+: (\"([^\"\\\\]|\\\\.)*\"|[a-z0-9.]+)|[a-z]+:|  - \"([^\"\\\\]|\\\\.)*\")$", line);
        Assert.Contains("source: \"a: b.html\"\n", yaml, StringComparison.Ordinal);
    }

    private static string Text(ContentBlock block) =>
        string.Concat(Assert.IsType<ParagraphBlock>(block).Content.OfType<TextInline>().Select(static t => t.Text));
}

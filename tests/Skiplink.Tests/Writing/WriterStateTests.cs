using System.IO.Compression;
using System.Text;
using Skiplink.Addresses;
using Skiplink.Content;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Writing;
using Xunit;

namespace Skiplink.Tests;

/// <summary>What is written of a page does not depend on the pages that were written before it.</summary>
public sealed class WriterStateTests
{
    private const int Pages = 500;

    [Fact]
    public void Pages_in_another_order_are_written_alike_in_all_formats_and_with_all_options()
    {
        byte[][] pages = [.. Samples().Concat(LabelledPages()).Concat(GeneratedPages()).Take(Pages)];
        Assert.Equal(Pages, pages.Length);
        string[][] forward = Write(pages);
        string[][] backward = Write([.. pages.Reverse()]);
        for (int i = 0; i < pages.Length; i++)
            Assert.Equal(forward[i], backward[^(i + 1)]);
    }

    [Theory]
    [InlineData("<ul><li>Item</ul>")]
    [InlineData("<blockquote><p>Quoted.</p></blockquote>")]
    [InlineData("<figure><img src=a.png><figcaption>Shown.</figcaption></figure>")]
    [InlineData("<p>Text<sup><a href='#n'>1</a></sup>.</p><p id=n>1. Note.</p>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c<td>d</table>")]
    public void The_caption_of_a_table_without_a_table_is_a_paragraph_whatever_comes_before_it(string before)
    {
        const string Table = "<table><caption>The caption</caption><tr><td>a<td>b<tr><td>c<td>d</table>";
        ReadOptions options = new() { Tables = false };
        ContentWriter used = new();
        foreach (string html in (string[])[before, Table])
        {
            ArticleContent content = used.Write(KeptPage.Tape(html), new(), options);
            if (html == Table)
            {
                Assert.StartsWith("<p>The caption</p>", Encoding.UTF8.GetString(content.Html()), StringComparison.Ordinal);
                Assert.Contains("<p>The caption</p>", Encoding.UTF8.GetString(content.Tei()), StringComparison.Ordinal);
            }
        }
        Assert.Contains(
            "<p>The caption</p>", Encoding.UTF8.GetString(used.Write(KeptPage.Tape(before + Table), new(), options).Html()),
            StringComparison.Ordinal);
    }

    /// <summary>All forms of each page with all options, by one walk and one writer.</summary>
    private static string[][] Write(byte[][] pages)
    {
        ContentReader content = new();
        UrlResolver urls = new();
        ContentWriter writer = new();
        PageDocumentBuilder builder = new();
        SelectionDraft draft = new();
        return [.. pages.Select(page =>
        {
            PageDocument model = builder.Build(HtmlDocument.Parse(page));
            draft.Start(model.Blocks);
            draft.KeepRest(0, model.Blocks.Count, BlockReason.Probability);
            urls.Begin(model.Head, new Uri("https://e.example/page"), null);
            ContentTape tape = content.Read(PagePipeline.Finish(draft, model, content), urls);
            return Enumerable.Range(0, 8).Select(i => Forms(writer, tape, i)).ToArray();
        })];
    }

    private static string Forms(ContentWriter writer, ContentTape tape, int options)
    {
        ArticleContent content = writer.Write(
            tape, new(), new() { Images = (options & 1) == 0, Links = (options & 2) == 0, Tables = (options & 4) == 0 });
        byte[] all = [.. content.Text, .. content.Markdown(), .. content.Html(), .. content.Tei()];
        return $"{content.Blocks().Count} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(all))}";
    }

    private static IEnumerable<byte[]> Samples() =>
        new[] { "samples", "tests/pages" }.SelectMany(
            static folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.html", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    private static IEnumerable<byte[]> LabelledPages()
    {
        string folder = Path.Combine(Repository.Root, "..", "shared", "data", "wcxb-dev", "html");
        if (!Directory.Exists(folder))
            return [];
        return Directory.GetFiles(folder).Order(StringComparer.Ordinal).Where(static (_, i) => i % 3 == 0).Take(Pages / 2)
            .Select(static file =>
        {
            using GZipStream unpacked = new(File.OpenRead(file), CompressionMode.Decompress);
            using MemoryStream page = new();
            unpacked.CopyTo(page);
            return page.ToArray();
        });
    }

    /// <summary>Pages of which each ends in the midst of another structure.</summary>
    private static IEnumerable<byte[]> GeneratedPages()
    {
        string[] openings =
        [
            "<ul><li>", "<ol start=3><li>", "<blockquote>", "<table><caption>", "<table><caption>c</caption><tr><td>a<td>b<tr><td>",
                "<dl><dt>", "<dl><dd>", "<figure><img src=a.png><figcaption>",
            "<div class='alert alert-info'>", "<ruby>a<rt>", "<pre>", "<h2>", "<code>", "<b><i>", "<a href=/x>",
                "<p>1<sup><a href='#n'>1</a></sup><p id=n>1. ", "<p dir=rtl>", "<math alttext='a<b'></math>",
        ];
        Random random = new(1);
        while (true)
        {
            StringBuilder page = new("<p>First words.</p>");
            for (int i = random.Next(1, 8); i >= 0; i--)
                page.Append(openings[random.Next(openings.Length)]).Append("words ").Append(random.Next(100))
                    .Append(random.Next(3) == 0 ? "<br>" : " ");
            yield return Encoding.UTF8.GetBytes(page.ToString());
        }
    }
}

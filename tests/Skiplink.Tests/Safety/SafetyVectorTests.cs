using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Skiplink.Tests.Safety;

/// <summary>
/// Hostile addresses in every place of a page, in every format, with the page's address and without it. HTML is checked by two parsers,
/// Markdown by what Markdig makes of it with raw HTML let through, TEI by System.Xml, blocks and JSON by their addresses.
/// </summary>
public sealed partial class SafetyVectorTests(ITestOutputHelper output)
{
    private const string Lead =
        "<p>The harbour office said on Friday that the ferries would be replaced, and that new charging stations "
        + "would be built in nine ports by the spring.</p>";

    private const string Links = "<p>Read <a href=p>the plan</a> and <a href='//other.example/x'>another</a>. <img src=a.png alt=x></p>";

    private const ArticleFormats AllFormats = ArticleFormats.Markdown | ArticleFormats.Html;

    /// <summary>All addresses where long tests are on, else every fourth: ten schemes and 99 ways give each way and each scheme.</summary>
    private static readonly (string Name, string Attribute)[] Addresses =
        [.. HostileAddresses.All.Where(static (_, i) => LongTests.AreOn || i % 4 == 0)];

    private static readonly Uri?[] Urls = [null, new("https://e.example/news/page")];

    [Fact]
    public void No_address_in_the_text_of_a_page_does_anything_in_any_format()
    {
        int vectors = 0;
        foreach ((string name, string attribute) in Addresses)
        {
            string html = string.Concat(Carriers.Body.Select(c => c.Replace("{0}", attribute, StringComparison.Ordinal)));
            foreach (Uri? url in Urls)
            {
                Check(name, () => CheckForms(KeptPage.Content(html, url)));
                vectors += Carriers.Body.Length;
            }
        }
        output.WriteLine($"{vectors} vectors in the text: {Addresses.Length} addresses, {Carriers.Body.Length} places, "
            + "with and without the page's address, 4 formats");
        Assert.True(vectors > 10_000);
    }

    [Fact]
    public void No_address_in_the_head_of_a_page_does_anything_in_any_format()
    {
        PageReader reader = new();
        int vectors = 0;
        foreach ((string name, string attribute) in Addresses)
        {
            string json = JsonSerializer.Serialize(System.Net.WebUtility.HtmlDecode(attribute));
            IEnumerable<string> heads = Carriers.Head.Select(c => c.Replace("{0}", attribute, StringComparison.Ordinal));
            foreach (string head in heads.Append(Carriers.JsonLd.Replace("{0}", json, StringComparison.Ordinal)))
            {
                Uri? url = Urls[vectors % 2];
                string page = head + Lead + Links + Lead.Replace("Friday", "Monday", StringComparison.Ordinal);
                Article article = reader.Read(Encoding.UTF8.GetBytes(page), new() { Formats = AllFormats, Url = url });
                Check(name, () => CheckArticle(article, url));
                vectors++;
            }
        }
        output.WriteLine($"{vectors} vectors in the head");
        Assert.True(vectors > 1_500);
    }

    [Theory]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<a href='&#1;javascript:alert(1)'>x</a>")]
    [InlineData("<a href='\u00A0javascript:alert(1)'>x</a>")]
    [InlineData("<a href='java\u007Fscript:alert(1)'>x</a>")]
    [InlineData("<img src='data:image/svg+xml,x'>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<script>x</script>")]
    [InlineData("<svg></svg>")]
    public void The_check_finds_what_it_looks_for(string html)
    {
        Assert.ThrowsAny<Exception>(() => MarkupCheck.Html(html));
        Assert.ThrowsAny<Exception>(() => MarkupCheck.Markdown(html));
    }

    [Fact]
    public void The_check_finds_hostile_links_in_Markdown_and_TEI()
    {
        Assert.ThrowsAny<Exception>(static () => MarkupCheck.Markdown("[x](javascript:alert(1))"));
        Assert.ThrowsAny<Exception>(static () => MarkupCheck.Markdown("[x](\u00A0javascript:alert(1))"));
        Assert.ThrowsAny<Exception>(static () => MarkupCheck.Markdown("<javascript:alert(1)>"));
        Assert.ThrowsAny<Exception>(static () => MarkupCheck.Markdown("[x]: javascript:alert(1)\n\n[x]"));
        const string Tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><ref target='{0}'/></TEI>";
        MarkupCheck.Tei(Tei.Replace("{0}", "https://e.example/", StringComparison.Ordinal));
        Assert.ThrowsAny<Exception>(static () => MarkupCheck.Tei(Tei.Replace("{0}", "javascript:alert(1)", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://ok.example/x")]
    [InlineData("http://ok.example/x?a=1&amp;b=(2)")]
    [InlineData("//ok.example/x")]
    public void Harmless_addresses_are_written_in_every_format(string attribute)
    {
        string html = string.Concat(Carriers.Body.Select(c => c.Replace("{0}", attribute, StringComparison.Ordinal)));
        foreach (Uri? url in Urls)
        {
            Writing.ArticleContent forms = KeptPage.Content(html, url);
            CheckForms(forms);
            foreach (byte[]? form in (byte[]?[])[forms.Markdown(), forms.Html(), forms.Tei()])
                Assert.InRange(WrittenAddress().Count(Encoding.UTF8.GetString(form!)), 10, 100);
        }
    }

    /// <summary>Pieces of markup and of Markdown in any order, as text, as code, as TeX and as alternative texts.</summary>
    [Fact]
    public void No_mixture_of_hostile_pieces_does_anything_in_any_format()
    {
        string[] pieces =
        [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p>", "<", ">", "<!--", "-->", "<?", "<![CDATA[", "&lt;", "&",
                "&#60;script>",
            "[x]", "](javascript:alert(1))", "[x]: javascript:alert(1)", "<javascript:alert(1)>", "![", "[^1]", "[^1]: x", "`", "``",
                "```", "$", "$$", "\\", "|", "*", "**",
            "_", "~~", "#", "> ", "- ", "1. ", "    ", "\n", "\n\n", "\t", "words", "\u007F", "\u00A0", "\uFFFE", "{onclick=alert(1)}",
            "http://x.example/", "www.x.example", "a@b.example",
        ];
        string[] places =
        [
            "<p>{0}</p>", "<p>a <b>{0}</b> <i>{0}</i> <code>{0}</code></p>", "<p><a href=/x>{0}</a></p>", "<pre>{0}</pre>",
            "<p>a <math alttext=\"{0}\"></math> b</p>", "<ul><li>{0}<li>{0}</ul>", "<h2>{0}</h2>",
            "<p>a <img src=a.png alt=\"{0}\"> b</p>", "<table><tr><th>{0}<th><code>{0}</code><tr><td>{0}<td>{0}</table>",
            "<math display=block alttext=\"{0}\"></math><p>{0}", "<blockquote><p>{0}<br>{0}</blockquote>",
            "<dl><dt>{0}<dd>{0}</dl>", "<p>a<sup><a href='#n'>1</a></sup></p><p id=n>1. {0}</p>",
            "<figure><img src=a.png><figcaption>{0}</figcaption></figure>",
        ];
        Random random = new(1);
        for (int i = 0; i < (LongTests.AreOn ? 5_000 : 500); i++)
        {
            StringBuilder html = new();
            for (int block = random.Next(1, 5); block > 0; block--)
            {
                string text = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)]));
                html.Append(
                    places[random.Next(places.Length)].Replace("{0}", System.Net.WebUtility.HtmlEncode(text), StringComparison.Ordinal));
            }
            Writing.ArticleContent forms = KeptPage.Content(html.ToString(), Urls[i % 2], new() { Tables = i % 4 < 2 });
            Check($"{html}\n{Encoding.UTF8.GetString(forms.Markdown())}\n", () => CheckForms(forms));
        }
    }

    private static void CheckForms(Writing.ArticleContent forms)
    {
        MarkupCheck.Html(Encoding.UTF8.GetString(forms.Html()));
        MarkupCheck.Markdown(Encoding.UTF8.GetString(forms.Markdown()));
        MarkupCheck.Tei(Encoding.UTF8.GetString(forms.Tei()));
        MarkupCheck.Blocks(forms.Blocks());
    }

    private static void CheckArticle(Article article, Uri? url)
    {
        Assert.Contains("ferries", article.Text, StringComparison.Ordinal);
        MarkupCheck.Html(article.Html);
        MarkupCheck.Markdown(article.MarkdownDocument);
        MarkupCheck.Tei(article.Tei);
        MarkupCheck.Blocks(article.Blocks);
        JsonElement json = JsonDocument.Parse(ArticleJson.Write(article, "page", url)).RootElement;
        CheckField(json, "url", isImage: false);
        CheckField(json, "image", isImage: true);
        CheckField(json, "license", isImage: false);
        foreach (Picture picture in article.Pictures.Where(static p => p.Source is not null))
            MarkupCheck.Address(picture.Source!, isImage: true);
        foreach (Match match in FrontMatterAddress().Matches(FrontMatter.Write(article, null, url)))
            MarkupCheck.Address(match.Groups[2].Value, isImage: match.Groups[1].Value == "image");
    }

    private static void CheckField(JsonElement json, string name, bool isImage)
    {
        // A licence may be a name, which has white space.
        if (!json.TryGetProperty(name, out JsonElement value))
            return;
        bool isName = name == "license" && value.GetString()!.Contains(' ', StringComparison.Ordinal);
        if (!isName)
            MarkupCheck.Address(value.GetString()!, isImage);
    }

    private static void Check(string name, Action check)
    {
        try
        {
            check();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{name}: {e.Message}", e);
        }
    }

    [GeneratedRegex("(?:href=\"|src=\"|target=\"|url=\"|\\]\\()(?:https?:)?//ok.example/x")]
    private static partial Regex WrittenAddress();

    [GeneratedRegex("^(url|image): \"(.*)\"$", RegexOptions.Multiline)]
    private static partial Regex FrontMatterAddress();
}

using System.Diagnostics;
using System.Text;
using Xunit;

namespace Skiplink.Tests;

/// <summary>Content that no sane page has: a sane article, in linear time, nothing thrown.</summary>
public sealed class BadContentTests
{
    private const ArticleFormats All = ArticleFormats.Markdown | ArticleFormats.Html | ArticleFormats.Tei | ArticleFormats.Blocks;

    public static TheoryData<string> Names => [.. Pages.Keys];

    // Each makes a page of n parts.
    private static readonly Dictionary<string, Func<int, string>> Pages = new()
    {
        ["nested lists"] = static n => Repeat("<ul><li>item", n),
        ["nested quotations and lists"] = static n => Repeat("<blockquote><ol start=99999999><li><p>item", n),
        ["nested emphasis"] = static n => Repeat("<b><i><u>word ", n),
        ["emphasis closed in disorder"] = static n => Repeat("<b>one <i>two</b> three</i> ", n),
        ["a table of rowspans"] = static n => "<table><tr>" + Repeat("<td rowspan=65534 colspan=1000>x", n / 10) + Repeat("<tr><td>y", n) + "</table>",
        ["nested tables"] = static n => Repeat("<table><tr><td>a<td>b", n),
        ["many captions"] = static n => Repeat("<figure><img src=a.jpg><figcaption>Seen at dusk. (AP Photo/A. Name)</figcaption></figure>", n),
        ["references to one note"] = static n => "<p>" + Repeat("word<sup><a href=#n>1</a></sup> ", n) + "<p id=n>1. The note",
        ["notes in one paragraph"] = static n => "<p>" + Numbered(n, "word<sup><a href=#n{0}>{0}</a></sup> ") + "<p>" + Numbered(n, "<a name=n{0}>{0}</a> note <br><br>"),
        ["references that lead to each other"] = static n => Numbered(n, "<p id=n{0}><sup><a href=#m{0}>1</a></sup> <a id=m{0} href=#n{0}>1</a>"),
        ["raised numbers"] = static n => "<p>word" + Numbered(n, "<sup>{0}</sup>") + Numbered(n, "<p><sup>{0}</sup> note"),
        ["code of empty lines"] = static n => "<pre><code>" + Repeat("<div class=line></div>", n) + "<div class=line>end</div></code></pre>",
        ["code of many elements"] = static n => "<pre>" + Repeat("<span class=line><span>a</span></span>\n", n) + "</pre>",
        ["nested formulas"] = static n => "<math>" + Repeat("<msup><mrow><mfrac>", n) + "<mi>x</mi></math>",
        ["a long formula"] = static n => "<p>a <math>" + Repeat("<mo>(</mo><mi>x</mi>", n) + "</math> b",
        ["images in a row"] = static n => "<figure>" + Repeat("<img src=a-small.jpg alt='the same words'>", n) + "<figcaption>caption</figcaption></figure>",
        ["line breaks"] = static n => "<p>a" + Repeat("<br>b", n),
        ["words of many spaces"] = static n => "<p>" + Repeat("a \n\t b&nbsp;", n),
        ["escapes"] = static n => "<p>" + Repeat("*_`[<&~|$!\\", n),
        ["ruby"] = static n => "<p>" + Repeat("<ruby>a<rt>b", n),
        ["callouts"] = static n => Repeat("<div class='alert alert-info'><p class=alert-heading>T</p>x", n),
        ["side notes"] = static n => "<p>text " + Repeat("<span class=sidenote>a note ", n),
        ["links in links"] = static n => "<p>" + Repeat("<a href=/x>one <span><object><a href=/y>two", n),
        ["definitions"] = static n => Repeat("<dl><dt>a<dd>b", n),
        ["a srcset without end"] = static n => "<p>a <img srcset='" + Repeat("a.jpg 1w, ", n) + "'> b",
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_written_in_linear_time(string name)
    {
        const int Parts = 4_000;
        string small = Pages[name](Parts), large = Pages[name](4 * Parts);
        Write(small);
        double one = Seconds(small), four = Seconds(large);
        // Four times the parts take four times as long; a square would take sixteen times. Small times are noise.
        Assert.True(four < 0.25 || four < (10 * one) + 0.25, $"{name}: {one:F3} s, then {four:F3} s");
    }

    [Fact]
    public void Ten_thousand_nested_lists_are_a_list() => Assert.Contains("item", KeptPage.Markdown(Repeat("<ul><li>item", 10_000)), StringComparison.Ordinal);

    [Fact]
    public void A_rowspan_without_end_ends_with_its_table()
    {
        string markdown = KeptPage.Markdown("<table><tr><th rowspan=65534>a<th>b<tr><td>1<tr><td>2</table>");
        Assert.Equal("| a | b |\n| --- | --- |\n|  | 1 |\n|  | 2 |", markdown);
    }

    [Fact]
    public void A_data_address_of_five_megabytes_is_left_out()
    {
        string html = $"<p>Before <img alt=big src=\"data:image/png;base64,{new string('A', 5_000_000)}\"> after</p>";
        Assert.Equal("Before after", KeptPage.Markdown(html));
        Assert.Equal("<p>Before after</p>", KeptPage.Html(html));
    }

    [Fact]
    public void Nuls_and_lone_surrogates_break_nothing()
    {
        string html = "<p>a\0b \ud800 c \udfff</p><p>&#xD800; &#0; &#xFFFF; &#x1;</p><pre>x\0y\u0001</pre><a href='/\0\ud800'>l</a><img src='/\u0002.jpg' alt='\ufffe'>";
        Assert.Equal("ab", KeptPage.Text("<p>a\0b</p>"));
        System.Xml.Linq.XDocument.Parse(KeptPage.Tei(html));
        foreach (string text in (string[])[KeptPage.Markdown(html), KeptPage.Html(html), KeptPage.Text(html)])
            Assert.False(text.Any(static c => c < ' ' && c != '\n'), text);
    }

    [Fact]
    public void Huge_attributes_are_read_in_passing()
    {
        string words = string.Concat(Enumerable.Repeat("note fn katex caption ", 50_000));
        string html = $"<p class='{words}' id='{words}'>a <a href='#{words}' class='{words}'>1</a> <img src=/a.jpg alt='{words}' class='{words}'><span style='{words}'>b</span></p><pre class='{words}'>c</pre>";
        Assert.Contains("c", KeptPage.Markdown(html), StringComparison.Ordinal);
    }

    private static double Seconds(string html)
    {
        double best = double.MaxValue;
        for (int i = 0; i < 2; i++)
        {
            TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
            long clock = Stopwatch.GetTimestamp();
            Write(html);
            best = Math.Min(best, Math.Min(Stopwatch.GetElapsedTime(clock).TotalSeconds, Math.Max(0.001, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds)));
        }
        return best;
    }

    private static void Write(string html) => KeptPage.Forms(html, All);

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Numbered(int count, string format)
    {
        CompositeFormat composite = CompositeFormat.Parse(format);
        StringBuilder text = new();
        for (int i = 1; i <= count; i++)
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, composite, i);
        return text.ToString();
    }
}

using System.Text;
using Skiplink.Html.Tests;
using Skiplink.Writing;
using Xunit;

namespace Skiplink.Tests;

/// <summary>Content that no sane page has is walked and written, in all formats, in a time that is linear in its length.</summary>
[Collection(nameof(MeasuresProcess))]
public sealed class ContentLinearTimeTests
{
    private static readonly int[] Parts = [1_000, 2_000, 4_000, 8_000];

    public static TheoryData<string> Names => [.. Pages.Keys];

    // Each makes a page of n parts.
    private static readonly Dictionary<string, Func<int, string>> Pages = new()
    {
        ["nested lists"] = static n => Repeat("<ul><li>item", n),
        ["nested quotations and lists"] = static n => Repeat("<blockquote><ol start=99999999><li><p>item", n),
        ["nested emphasis"] = static n => Repeat("<b><i><u>word ", n),
        ["emphasis closed in disorder"] = static n => Repeat("<b>one <i>two</b> three</i> ", n),
        ["a table of rowspans"] = static n =>
            "<table><tr>" + Repeat("<td rowspan=65534 colspan=1000>x", n / 10) + Repeat("<tr><td>y", n) + "</table>",
        ["nested tables"] = static n => Repeat("<table><tr><td>a<td>b", n),
        ["many captions"] = static n =>
            Repeat("<figure><img src=a.jpg><figcaption>Seen at dusk. (AP Photo/A. Name)</figcaption></figure>", n),
        ["references to one note"] = static n => "<p>" + Repeat("word<sup><a href=#n>1</a></sup> ", n) + "<p id=n>1. The note",
        ["notes in one paragraph"] = static n =>
            "<p>" + Numbered(n, "word<sup><a href=#n{0}>{0}</a></sup> ") + "<p>" + Numbered(n, "<a name=n{0}>{0}</a> note <br><br>"),
        ["references that lead to each other"] = static n =>
            Numbered(n, "<p id=n{0}><sup><a href=#m{0}>1</a></sup> <a id=m{0} href=#n{0}>1</a>"),
        ["raised numbers"] = static n => "<p>word" + Numbered(n, "<sup>{0}</sup>") + Numbered(n, "<p><sup>{0}</sup> note"),
        ["code of empty lines"] = static n =>
            "<pre><code>" + Repeat("<div class=line></div>", n) + "<div class=line>end</div></code></pre>",
        ["code of many elements"] = static n => "<pre>" + Repeat("<span class=line><span>a</span></span>\n", n) + "</pre>",
        ["nested formulas"] = static n => "<math>" + Repeat("<msup><mrow><mfrac>", n) + "<mi>x</mi></math>",
        ["a long formula"] = static n => "<p>a <math>" + Repeat("<mo>(</mo><mi>x</mi>", n) + "</math> b",
        ["images in a row"] = static n =>
            "<figure>" + Repeat("<img src=a-small.jpg alt='the same words'>", n) + "<figcaption>caption</figcaption></figure>",
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
    public void Time_grows_no_faster_than_the_content(string name)
    {
        (string Html, int Parts)[] pages = [.. Parts.Select(parts => (Pages[name](parts), parts))];
        GrowthOfTime.AssertLinear(static page => Write(KeptPage.Content(page.Html)), pages, static page => page.Parts);
    }

    private static void Write(ArticleContent content)
    {
        content.Markdown();
        content.Html();
        content.Tei();
        content.Blocks();
    }

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

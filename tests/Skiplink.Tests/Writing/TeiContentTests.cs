using System.Xml.Linq;
using Skiplink.NewPage;
using Xunit;

namespace Skiplink.Tests;

/// <summary>
/// TEI output against what the TEI P5 Guidelines (https://tei-c.org/release/doc/tei-p5-doc/en/html/, the content of each element) let stand
/// in the elements that are written: not the schema itself, but its rules for them.
/// </summary>
public sealed class TeiContentTests
{
    private const string Phrases = "ref hi code formula graphic lb del add q ruby bibl note";
    private const string Parts = Phrases + " p list table figure quote label milestone";

    /// <summary>What may stand in an element; a star before it says that characters may too.</summary>
    private static readonly Dictionary<string, string> Contents = new()
    {
        ["text"] = "body back",
        ["body"] = "div",
        ["back"] = "div",
        ["div"] = "head p list table figure quote note milestone div",
        ["head"] = "*" + Phrases,
        ["p"] = "*" + Phrases,
        ["quote"] = Parts,
        ["list"] = "item label",
        ["item"] = "*" + Parts,
        ["label"] = "*" + Phrases,
        ["table"] = "head row",
        ["row"] = "cell",
        ["cell"] = "*" + Parts,
        ["figure"] = "head graphic p table list quote bibl note figure",
        ["note"] = "*" + Parts,
        ["ref"] = "*" + Phrases,
        ["hi"] = "*" + Phrases,
        ["del"] = "*" + Phrases,
        ["add"] = "*" + Phrases,
        ["q"] = "*" + Phrases,
        ["bibl"] = "*" + Phrases,
        ["ruby"] = "rb rt",
        ["rb"] = "*" + Phrases,
        ["rt"] = "*" + Phrases,
        ["graphic"] = "desc",
        ["desc"] = "*",
        ["code"] = "*",
        ["formula"] = "*",
        ["lb"] = "",
        ["milestone"] = "",
    };

    public static TheoryData<string> Slugs => GoldenPageTests.Slugs;

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Elements_of_a_golden_page_hold_what_the_guidelines_let_them_hold(string slug) =>
        Check(new GoldenPage(Path.Combine(Repository.Root, "tests", "pages", slug)).Read()["xml"]);

    [Theory]
    [InlineData("<p>Call <code>turn(<a href=/w>wheel</a>, <b>fast</b>)</code> and <code><a href=/s>stop</a></code>.")]
    [InlineData("<p><code>a<br>b<img src=a.png alt=x>c<code>d</code><i>e <code>f</code></i></code></p>")]
    [InlineData("<dl><dt>wheel<dt>mill<dd>turns<dd>grinds</dl><dl><dd>nothing</dl><dl><dt>last</dl>")]
    [InlineData("<dl><dt>outer<dd>holds<dl><dt>a<dt>b</dl><dd>more</dl>")]
    [InlineData("<ul><li><h3>Heading</h3><p>a<table><tr><td>b<td>c<tr><td>d<td>e</table><li><blockquote>q</blockquote></ul>")]
    [InlineData(
        "<h2>a</h2><h4>b</h4><p>c<hr><p>d<h2>e</h2><figure><img src=a.png><figcaption>f <span class=credit>g</span></figcaption></figure>")]
    [InlineData("<p><ruby>a<ruby>b<rt>c</ruby></ruby> d")]
    [InlineData("<p><ruby>a<rt>b<b><rt>c</b></ruby><ruby>d<rt>e<ruby>f<rt>g</ruby>h</ruby>i")]
    [InlineData("<p><ruby><b>a<rt>b</b>c<rt>d</ruby>e<code>f<ruby>g<b>h</b><img src=a.png><rt>i</ruby>j</code>")]
    [InlineData("<p><ruby><code>a<rt>b</code>c<rt><code>d</code></ruby><ruby></ruby><ruby>e</ruby>")]
    [InlineData(
        "<figure><img src=a.png><figcaption><p>Listing</p><pre>let x = 1;</pre><h3>Heading</h3><ul><li><p>item</ul></figcaption></figure>")]
    [InlineData("<figure><figcaption>a<figure><figcaption>b</figcaption></figure><p>c</figcaption></figure>")]
    [InlineData("<table><caption><p>a<pre>b</pre><h3>c</h3></caption><tr><th>d<th>e<tr><td>f<td>g</table>")]
    [InlineData("<dl><dt>a<table><tr><th>b<th>c<tr><td>d<td>e</table><ul><li>f</ul><img src=a.png><dd>g</dl>")]
    [InlineData("<dl><dt>a<dl><dt>b<dd>c</dl>d<dd>e</dl>")]
    public void Elements_hold_what_the_guidelines_let_them_hold(string html)
    {
        Check(KeptPage.Tei(html));
        foreach (bool images in (bool[])[true, false])
            Check(System.Text.Encoding.UTF8.GetString(KeptPage.Content(html, new ReadOptions { Tables = false, Images = images }).Tei()));
    }

    [Fact]
    public void Code_ends_where_a_link_in_it_begins_and_goes_on_behind_it() =>
        Assert.Contains(
            "<code>turn(</code><ref target=\"https://e.example/w\"><code>wheel</code></ref><code>)</code>",
            KeptPage.Tei("<p><code>turn(<a href=/w>wheel</a>)</code>"), StringComparison.Ordinal);

    private static void Check(string xml)
    {
        XElement text = XDocument.Parse(xml).Root!.Elements().Single(static e => e.Name.LocalName == "text");
        foreach (XElement element in text.DescendantsAndSelf())
        {
            string name = element.Name.LocalName, content = Contents[name];
            string[] children = [.. element.Elements().Select(static c => c.Name.LocalName)];
            Assert.All(children, child => Assert.True(content.TrimStart('*').Split(' ').Contains(child), $"{child} in {name}: {element}"));
            Assert.True(
                content.StartsWith('*')
                || element.Nodes().OfType<XText>().All(static t => string.IsNullOrWhiteSpace(t.Value)), $"characters in {name}: {element}");
            CheckOrder(name, children);
        }
    }

    private static void CheckOrder(string name, string[] children)
    {
        // A heading comes first; behind a division in a division there are only divisions, notes and figures.
        if (name is "div" or "table")
            Assert.DoesNotContain("head", children.SkipWhile(static c => c == "head"));
        if (name == "div")
            Assert.All(
                children.SkipWhile(static c => c != "div"),
                static c => Assert.Contains(c, (string[])["div", "note", "figure", "milestone"]));
        if (name == "list" && children.Contains("label"))
            Assert.All(children.Chunk(2), static pair => Assert.Equal(["label", "item"], pair));
        if (name is "table" or "list" && !children.Contains("label"))
            Assert.NotEmpty(children);
    }
}

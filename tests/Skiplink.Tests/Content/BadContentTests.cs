using System.Text;
using Xunit;

namespace Skiplink.Tests;

/// <summary>Content that no sane page has gives a sane article, and nothing is thrown.</summary>
public sealed class BadContentTests
{
    [Fact]
    public void Ten_thousand_nested_lists_are_a_list() =>
        Assert.Contains("item", KeptPage.Markdown(Repeat("<ul><li>item", 10_000)), StringComparison.Ordinal);

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
        string html = "<p>a\0b \ud800 c \udfff</p><p>&#xD800; &#0; &#xFFFF; &#x1;</p><pre>x\0y\u0001</pre><a href='/\0\ud800'>l</a>"
            + "<img src='/\u0002.jpg' alt='\ufffe'>";
        Assert.Equal("ab", KeptPage.Text("<p>a\0b</p>"));
        System.Xml.Linq.XDocument.Parse(KeptPage.Tei(html));
        foreach (string text in (string[])[KeptPage.Markdown(html), KeptPage.Html(html), KeptPage.Text(html)])
            Assert.False(text.Any(static c => c < ' ' && c != '\n'), text);
    }

    [Fact]
    public void Attributes_of_a_megabyte_change_nothing_of_the_text()
    {
        const string Words = "note fn katex caption ";
        Assert.Equal(KeptPage.Text(Page(Words)), KeptPage.Text(Page(Repeat(Words, 50_000))));

        static string Page(string value) =>
            $"<p class='{value}' id='{value}'>a <a href='#{value}' class='{value}'>1</a> <img src=/a.jpg alt='{value}' class='{value}'>"
            + $"<span style='{value}'>b</span></p><pre class='{value}'>c</pre>";
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}

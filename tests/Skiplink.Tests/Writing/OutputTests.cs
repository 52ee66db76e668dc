using System.Text;
using Skiplink.Content;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Writing;
using Xunit;

namespace Skiplink.Tests;

/// <summary>The content walk and its writers, on markup of which every block is kept.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData("<h2>A <em>b</em></h2><p>c</p>", "## A *b*\n\nc")]
    [InlineData("<p>one<br>two</p>", "one  \ntwo")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c")]
    [InlineData("<ol start=7><li>a<li>b</ol>", "7. a\n8. b")]
    [InlineData("<ul><li><input type=checkbox checked> done<li><input type=checkbox> open</ul>", "- [x] done\n- [ ] open")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b")]
    [InlineData("<pre><code class=language-js>a\n  b</code></pre>", "```js\na\n  b\n```")]
    [InlineData("<pre>a ``` b</pre>", "````\na ``` b\n````")]
    [InlineData("<p>a <code>x`y</code></p>", "a ``x`y``")]
    [InlineData("<p>1*2*3 _x_ [y](z) &lt;b&gt; # #</p>", "1\\*2\\*3 \\_x\\_ \\[y\\](z) \\<b> # #")]
    [InlineData(
        "<p># not a heading</p><p>1. not a list</p><p>- nor this</p><p>+ nor</p>",
        "\\# not a heading\n\n1\\. not a list\n\n\\- nor this\n\n\\+ nor")]
    [InlineData("<p><a href='/x y'>a</a> <a href='#'>b</a> <a href='javascript:alert(1)'>c</a></p>", "[a](https://e.example/x%20y) b c")]
    [InlineData(
        "<p>H<sub>2</sub>O x<sup>2</sup> <del>old</del> <ins>new</ins> <mark>m</mark></p>",
        "H<sub>2</sub>O x<sup>2</sup> ~~old~~ <ins>new</ins> <mark>m</mark>")]
    [InlineData("<table><tr><th>a<th align=right>b<tr><td>1|2<td>3</table>", "| a | b |\n| --- | ---: |\n| 1\\|2 | 3 |")]
    [InlineData(
        "<table><caption>T</caption><tr><th colspan=2>a<th>b<tr><td>1<td>2<td>3</table>",
        "T\n\n| a |  | b |\n| --- | --- | --- |\n| 1 | 2 | 3 |")]
    [InlineData("<p>a   b\n\tc&nbsp;d</p>", "a b c d")]
    [InlineData("<p><strong>a </strong>b<em> c</em></p>", "**a** b *c*")]
    [InlineData("<p>&amp;lt; is written so</p>", "\\&lt; is written so")]
    [InlineData("<h2>Part<a class=headerlink href='#part'>¶</a></h2>", "## Part")]
    [InlineData("<h2><a href='#part'>Part</a></h2>", "## Part")]
    public void Markdown_says_what_the_page_says(string html, string expected) => Assert.Equal(expected, Markdown(html));

    [Theory]
    [InlineData("<h2>A <em>b</em></h2><p>c</p>", "A b\n\nc")]
    [InlineData("<p>one<br>two</p>", "one\ntwo")]
    [InlineData("<div>a<div>b</div>c</div>", "a\n\nb\n\nc")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    public void Text_has_a_line_for_each_block(string html, string expected)
    {
        ByteBuffer output = new();
        PlainTextWriter writer = new(output);
        Walk(html).Replay(ref writer);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Span(0, output.Count)).TrimEnd('\n'));
    }

    [Fact]
    public void What_was_not_kept_is_not_told()
    {
        Assert.Equal("a\n\nc", Markdown("<div><p>a</p><p>b</p><p>c</p></div>", keep: static i => i != 1));
        Assert.Equal("- a\n- c", Markdown("<ul><li>a<li>b<li>c</ul>", keep: static i => i != 1));
    }

    private static string Markdown(string html, Func<int, bool>? keep = null)
    {
        ContentTape tape = Walk(html, keep);
        ByteBuffer output = new();
        MarkdownWriter writer = new(output, new WriteOptions(Images: true, Links: true, Tables: true), tape.HasMath);
        tape.Replay(ref writer);
        return Encoding.UTF8.GetString(output.Span(0, output.Count)).TrimEnd('\n');
    }

    private static ContentTape Walk(string html, Func<int, bool>? keep = null)
    {
        PageDocument page = TestPage.Of("<!doctype html><body>" + html);
        return TestPage.Walk(page, TestPage.Draft(page, keep ?? (static _ => true)), "https://e.example/page");
    }
}

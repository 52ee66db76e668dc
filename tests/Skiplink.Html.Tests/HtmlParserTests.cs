using System.Text;
using CsCheck;
using Xunit;

namespace Skiplink.Html.Tests;

public sealed class HtmlParserTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<b>", "</b>", "<a href=x>", "</a>", "<table>", "<tr>", "<td>", "</table>", "<li>", "<ul>", "</ul>", "<select>",
        "<option>",
        "<svg>", "<foreignObject>", "<math>", "<mi>", "</svg>", "<template>", "</template>", "<script>", "</script>", "<style>", "</style>",
        "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&notit;", "&#x80;", "\0", "\r\n", "text ", "<h1>", "</h1>", "<button>", "<form>",
        "</form>",
        "<frameset>", "<noscript>", "<textarea>\n", "</textarea>", "<plaintext", "<body class=a>", "<html lang=en>", "<br/>", "</br>",
        "<image>",
        "<option selected>", "</option>", "<optgroup>", "<selectedcontent>", "</selectedcontent>", "</select>", "<nobr>", "<i class=a>",
        "</i>",
        "<caption>", "<colgroup>", "<col>", "<tbody>", "</tr>", "</td>", "<input type=hidden>", "<input>", "<dd>", "<rt>", "<br>", "<hr>",
        "<xmp>",
        "<font color=red>", "<annotation-xml encoding='text/html'>", "<mglyph>", "<desc>", "<title>", "</title>", "<object>", "</object>",
        "é", "𝄞", "<", "</", "<?", "&", "'\"=",
    ];

    private static readonly Gen<string> Pages =
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(static picked => string.Concat(picked.Select(static i => Pieces[i])));

    [Fact]
    public void A_parser_gives_the_same_tree_on_its_first_page_and_on_a_later_one()
    {
        HtmlParser used = new();
        Pages.Sample(page =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(page);
            return Lines(used.Parse(bytes, "utf-8")) == Lines(new HtmlParser().Parse(bytes, "utf-8"));
        }, threads: 1);
    }

    [Fact]
    public void Every_tree_is_sound()
    {
        HtmlParser parser = new();
        Pages.Sample(page =>
        {
            HtmlDocument document = parser.Parse(Encoding.UTF8.GetBytes(page), "utf-8");
            AssertSound(document);
            Assert.False(document.Head.IsNone && document.Body.IsNone && !page.Contains("frameset", StringComparison.Ordinal));
        }, threads: 1);
    }

    [Fact]
    public void Any_bytes_give_a_sound_tree()
    {
        HtmlParser parser = new();
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            HtmlDocument document = parser.Parse(bytes);
            AssertSound(document);
            Assert.True(document.Body is { IsNone: false } || document.DocumentElement.Is(HtmlNames.Html));
        }, threads: 1);
    }

    /// <summary>
    /// After every tag, the whole tree is the same as if the page had ended somewhere behind that tag: the parser never looks ahead.
    /// </summary>
    [Fact]
    public void What_stands_before_a_cut_does_not_depend_on_what_would_have_come()
    {
        int compared = 0;
        Gen.Select(Pages, Gen.Double[0, 1]).Sample((page, part) =>
        {
            int cut = (int)(page.Length * part), bytes = Encoding.UTF8.GetByteCount(page.AsSpan(0, cut));
            List<TreeAfterTag> whole = [.. TreeAfterTag.Record(page).TakeWhile(after => after.TagEnd <= bytes)];
            List<TreeAfterTag> before = [.. TreeAfterTag.Record(page[..cut]).TakeWhile(after => after.TagEnd <= bytes)];
            Assert.Equal(whole, before);
            compared += whole.Count;
        }, threads: 1);
        Assert.True(compared > 100, $"Only {compared} trees were compared.");
    }

    [Fact]
    public void Once_warm_a_page_costs_no_allocation()
    {
        const string Unit = "<div class='a b' data-x=\"&lt;\"><p>text &amp; more <b><i>x</b>y</i><custom-tag>z</custom-tag></div>\r\n";
        byte[] page = Encoding.UTF8.GetBytes(Times(Unit, 500));
        HtmlParser parser = new();
        parser.Parse(page);
        parser.Parse(page);
        long before = GC.GetAllocatedBytesForCurrentThread();
        parser.Parse(page);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg>")]
    [InlineData("<ul><li>")]
    [InlineData("<template>")]
    public void Nesting_ends_at_the_depth_that_was_asked_for(string open)
    {
        HtmlDocument document = HtmlDocument.Parse(Times(open, 5000), new() { MaxDepth = 100 });
        int deepest = 0;
        for (HtmlNode node = document.Root; !node.IsNone; node = node.NextInOrder(document.Root))
        {
            int depth = 0;
            for (HtmlNode up = node.Parent; !up.IsNone; up = up.Parent)
                depth++;
            deepest = Math.Max(deepest, depth);
        }
        // Contents of templates are a node of their own between a template and its children.
        Assert.InRange(deepest, 90, 210);
    }

    [Theory]
    [InlineData("<select><option>x<selectedcontent></option></select>")]
    [InlineData("<select><option>x<b><selectedcontent>y</selectedcontent></b></option><option selected>z</option></select>")]
    [InlineData("<select><selectedcontent><selectedcontent><option>x</option></select>")]
    public void Selected_content_within_an_option_is_not_copied_into_itself(string page)
    {
        HtmlDocument document = HtmlDocument.Parse(page);
        AssertSound(document);
        Assert.InRange(document.NodeCount, 1, 20);
    }

    [Fact]
    public void Options_within_options_copy_no_more_than_the_page_is_long()
    {
        string options = Times("<option selected><div>", 200) + Times("<i>x</i>", 5000) + Times("</div></option>", 200);
        string page = "<select><selectedcontent></selectedcontent>" + options;
        HtmlDocument document = HtmlDocument.Parse(page);
        Assert.InRange(document.NodeCount, 10_000, page.Length);
    }

    [Fact]
    public void Attributes_of_later_body_tags_are_added_as_long_as_the_page_is_ordinary()
    {
        HtmlDocument document = HtmlDocument.Parse("<body a=1><body b=2 a=3>" + Times("<body c=4 d=5>", 500));
        IEnumerable<HtmlAttribute> attributes = Enumerable.Range(0, document.Body.AttributeCount).Select(document.Body.Attribute);
        Assert.Equal(["a=1", "b=2", "c=4", "d=5"], attributes.Select(static a => $"{a.Name}={a.Value}"));
    }

    [Fact]
    public void A_depth_that_no_page_fits_into_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => new HtmlParser(new() { MaxDepth = 3 }));

    [Fact]
    public void A_fragment_is_parsed_in_its_context()
    {
        HtmlDocument row = new HtmlParser().ParseFragment("<td>a<td>b"u8.ToArray(), "tr");
        Assert.Equal(["td", "td"], [row.Root.FirstChild.LocalName, row.Root.LastChild.LocalName]);
        HtmlDocument division = new HtmlParser().ParseFragment("<td>a<td>b"u8.ToArray(), "div");
        Assert.Equal("ab", division.Root.TextContent);
        Assert.True(division.Root.FirstChild.IsText);
    }

    [Fact]
    public void Noscript_is_markup_or_text_as_scripting_is_off_or_on()
    {
        const string page = "<body><noscript><p>x</p></noscript>";
        Assert.True(HtmlDocument.Parse(page).Body.FirstChild.FirstChild.Is(HtmlNames.P));
        Assert.True(HtmlDocument.Parse(page, new() { Scripting = true }).Body.FirstChild.FirstChild.IsText);
    }

    private static string Times(string unit, int times) => string.Concat(Enumerable.Repeat(unit, times));

    private static void AssertSound(HtmlDocument document)
    {
        int seen = 0;
        for (HtmlNode node = document.Root; !node.IsNone; node = node.NextInOrder(document.Root), seen++)
        {
            Assert.True(seen <= document.NodeCount, "The tree has a circle.");
            for (HtmlNode child = node.FirstChild, before = default; !child.IsNone; before = child, child = child.NextSibling)
            {
                Assert.Equal(node, child.Parent);
                Assert.Equal(before, child.PreviousSibling);
                Assert.False(child.IsText && !before.IsNone && before.IsText, "Two texts stand side by side.");
            }
            Assert.InRange(node.SourceStart, 0, document.Source.Length);
            Assert.InRange(node.SourceEnd, node.SourceStart, document.Source.Length);
        }
    }

    internal static string Lines(HtmlDocument document)
    {
        StringBuilder lines = new();
        for (HtmlNode node = document.Root; !node.IsNone; node = node.NextInOrder(document.Root))
        {
            lines.Append(node).Append(' ').Append(node.Parent.IsNone ? -1 : node.Parent.Index);
            lines.Append(' ').Append(node.SourceStart).Append('-').Append(node.SourceEnd);
            for (int i = 0; i < node.AttributeCount; i++)
                lines.Append(' ').Append(node.Attribute(i).Name).Append('=').Append(node.Attribute(i).Value);
            lines.Append('\n');
        }
        return lines.ToString();
    }
}

using System.Text;

namespace Skiplink.Benchmarks;

/// <summary>Pages made to take long: each is a shape that can be had in any size.</summary>
internal static class HostileShapes
{
    /// <summary>A shape: its name, and the page of about so many bytes.</summary>
    public sealed record Shape(string Name, Func<int, byte[]> Make);

    public static IReadOnlyList<Shape> All { get; } =
    [
        Repeat("unclosed b", "<b>x "),
        Repeat("unclosed a", "<a href=x>x "),
        Repeat("unclosed p", "<p>x "),
        Repeat("unclosed table", "<table>"),
        Repeat("unclosed div", "<div>x "),
        Repeat("unclosed li", "<li>x "),
        Repeat("unclosed font in p", "<p><font size=1>x "),
        Repeat("unclosed select", "<select><option>x"),
        Repeat("unclosed template", "<template>x"),
        Repeat("unclosed svg", "<svg><g>x "),
        Repeat("unclosed math", "<math><mi>x"),
        Repeat("unclosed button", "<button>x "),
        Nested("nested tables", "<table><tr><td>", "x</td></tr></table>"),
        Nested("nested lists", "<ul><li>", "x</li></ul>"),
        Nested("nested svg", "<svg>", "</svg>"),
        Nested("nested b", "<b>", "x</b>"),
        Repeat("misnested a b", "<a><b></a>x</b>"),
        Repeat("misnested formatting through blocks", "<b><i><p>x</b></i>"),
        Repeat("foster parenting", "<table>x<tr>y<td>z"),
        Repeat("end tags without start tags", "</b></p></div></a></li>"),
        Repeat("less-than signs", "<"),
        Repeat("ampersands", "&"),
        Repeat("ends of CDATA sections", "]]>"),
        Repeat("NULs", "\0"),
        Repeat("character references", "&notin;&#x41;&am"),
        Repeat("carriage returns", "\r\n"),
        Repeat("comments", "<!---->"),
        new("a comment that is never closed", size => Bytes("<!--" + new string('-', size))),
        new("a script that is never closed", size => Bytes("<script>" + Times("<!--<script", size))),
        new("a title that is never closed", size => Bytes("<title>" + Times("</titl", size))),
        new("one attribute", size => Bytes("<p title=\"" + Times("x&amp;", size) + "\">x</p>")),
        new("a tag with many attributes", size => Bytes("<p" + Numbered(" a{0}=1", size) + ">x</p>")),
        new("a tag with one attribute many times", size => Bytes("<p" + Times(" a=1", size) + ">x</p>")),
        new("tags of many names", size => Bytes(Numbered("<x{0}>y", size))),
        new("one word", size => Bytes("<p>" + new string('x', size) + "</p>")),
        new("a paragraph for each word", size => Bytes(Numbered("<p>word{0}</p>", size))),
        new("a list of links", size => Bytes("<ul>" + Numbered("<li><a href=/{0}>Link {0}</a></li>", size) + "</ul>")),
        new("headings", size => Bytes(Numbered("<h2>Heading {0}</h2>", size))),
        new("classes of many words", size => Bytes(Numbered("<div class='a{0} b{0} post-body__links'>x</div>", size))),
        new("JSON-LD that is never closed",
            size => Bytes("<script type=application/ld+json>" + Times("{\"@type\":[", size) + "</script><p>x")),
        new("meta tags", size => Bytes(Numbered("<meta name=author content='Name {0}'>", size))),
        new("bytes that are no UTF-8", size => [.. Enumerable.Repeat((byte)0xC3, size)]),
    ];

    private static Shape Repeat(string name, string unit) => new(name, size => Bytes(Times(unit, size)));

    private static Shape Nested(string name, string open, string close) =>
        new(name,
            size => Bytes(
                Times(open, size * open.Length / (open.Length + close.Length)) + Times(
                    close, size * close.Length / (open.Length + close.Length))));

    private static byte[] Bytes(string page) => Encoding.UTF8.GetBytes(page);

    private static string Times(string unit, int size) =>
        new StringBuilder(size + unit.Length).Insert(0, unit, Math.Max(1, size / unit.Length)).ToString();

    private static string Numbered(string unit, int size)
    {
        CompositeFormat format = CompositeFormat.Parse(unit);
        StringBuilder page = new(size + 100);
        for (int i = 0; page.Length < size; i++)
            page.AppendFormat(null, format, i);
        return page.ToString();
    }
}

using Skiplink.Html;
using Xunit;

namespace Skiplink.Tests.Safety;

/// <summary>
/// HTML output that is put into another page runs nothing there. The vectors are those of the OWASP XSS filter evasion cheat sheet, each
/// written anew; what is checked is the parsed output, as a browser would see it.
/// </summary>
public sealed class SafeHtmlTests
{
    [Theory]
    [InlineData("<script src=https://evil.example/x.js></script>")]
    [InlineData("<SCRIPT>alert(1)</SCRIPT>")]
    [InlineData("<img src=\"javascript:alert('x');\">")]
    [InlineData("<img src=javascript:alert('x')>")]
    [InlineData("<img src=JaVaScRiPt:alert('x')>")]
    [InlineData("<img src=javascript:alert(&quot;x&quot;)>")]
    [InlineData("<img src=`javascript:alert(\"x 'y'\")`>")]
    [InlineData("<a onmouseover=\"alert(document.cookie)\">link</a>")]
    [InlineData("<a onmouseover=alert(document.cookie) href=/>link</a>")]
    [InlineData("<img \"\"\"><script>alert(1)</script>\">")]
    [InlineData("<img src=javascript:alert(String.fromCharCode(88,83,83))>")]
    [InlineData("<img src=# onmouseover=\"alert(1)\">")]
    [InlineData("<img src= onmouseover=\"alert(1)\">")]
    [InlineData("<img onmouseover=\"alert(1)\">")]
    [InlineData("<img src=/ onerror=\"alert(1)\"></img>")]
    [InlineData("<img src=x onerror=\"&#0000106&#0000097&#0000118&#0000097\">")]
    [InlineData(
        "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;&#97;&#108;&#101;&#114;&#116;&#40;&#49;&#41;\">x</a>")]
    [InlineData(
        "<a href=\"&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058alert(1)\">x</a>")]
    [InlineData("<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61&#x6C&#x65&#x72&#x74\">x</a>")]
    [InlineData("<a href=\"jav\tascript:alert(1);\">x</a>")]
    [InlineData("<a href=\"jav&#x09;ascript:alert(1);\">x</a>")]
    [InlineData("<a href=\"jav&#x0A;ascript:alert(1);\">x</a>")]
    [InlineData("<a href=\"jav&#x0D;ascript:alert(1);\">x</a>")]
    [InlineData("<a href=\" &#14; javascript:alert(1);\">x</a>")]
    [InlineData("<a href=\"java\0script:alert(1)\">x</a>")]
    [InlineData("<a href=\"&#1;javascript:alert(1)\">x</a>")]
    [InlineData("<script/xss src=\"https://evil.example/x.js\"></script>")]
    [InlineData("<body onload!#$%&()*~+-_.,:;?@[/|\\]^`=alert(1)>")]
    [InlineData("<script/src=\"https://evil.example/x.js\"></script>")]
    [InlineData("<<script>alert(1);//\\<</script>")]
    [InlineData("<script src=https://evil.example/x.js?<b>")]
    [InlineData("<script src=//evil.example/.j>")]
    [InlineData("<img src=\"('x')\"")]
    [InlineData("<iframe src=https://evil.example/s.html <")]
    [InlineData("\\\";alert('x');//")]
    [InlineData("</title><script>alert(1);</script>")]
    [InlineData("<input type=\"image\" src=\"javascript:alert('x');\">")]
    [InlineData("<body background=\"javascript:alert('x')\">")]
    [InlineData("<img dynsrc=\"javascript:alert('x')\">")]
    [InlineData("<img lowsrc=\"javascript:alert('x')\">")]
    [InlineData("<style>li {list-style-image: url(\"javascript:alert('x')\");}</style><ul><li>x</ul>")]
    [InlineData("<img src='vbscript:msgbox(\"x\")'>")]
    [InlineData("<a href='livescript:x'>x</a>")]
    [InlineData("<svg/onload=alert('x')>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>")]
    [InlineData("<body onload=alert('x')>")]
    [InlineData("<bgsound src=\"javascript:alert('x');\">")]
    [InlineData("<br size=\"&{alert('x')}\">")]
    [InlineData("<link rel=\"stylesheet\" href=\"javascript:alert('x');\">")]
    [InlineData("<style>@import'https://evil.example/x.css';</style>")]
    [InlineData("<meta http-equiv=\"Link\" content=\"<https://evil.example/x.css>; rel=stylesheet\">")]
    [InlineData("<style>body{-moz-binding:url(\"https://evil.example/x.xml#x\")}</style>")]
    [InlineData("<img style=\"xss:expr/*x*/ession(alert('x'))\" src=/a>")]
    [InlineData("<x style=\"behavior: url(x.htc);\">text</x>")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert('x');\">")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0;url=data:text/html base64,PHNjcmlwdD4=\">")]
    [InlineData("<iframe src=\"javascript:alert('x');\"></iframe>")]
    [InlineData("<iframe src=# onmouseover=\"alert(1)\" allowfullscreen></iframe>")]
    [InlineData("<iframe src=\"data:text/html,<script>alert(1)</script>\" allowfullscreen></iframe>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\" allowfullscreen></iframe>")]
    [InlineData("<frameset><frame src=\"javascript:alert('x');\"></frameset>")]
    [InlineData("<table background=\"javascript:alert('x')\"><tr><td background=\"javascript:alert('x')\">a<td>b</table>")]
    [InlineData("<div style=\"background-image: url(javascript:alert('x'))\">x</div>")]
    [InlineData("<div style=\"width: expression(alert('x'));\">x</div>")]
    [InlineData("<base href=\"javascript:alert('x');//\"><a href=x>y</a>")]
    [InlineData("<object type=\"text/x-scriptlet\" data=\"https://evil.example/s.html\"></object>")]
    [InlineData("<object data=\"data:text/html;base64,PHNjcmlwdD4=\"></object>")]
    [InlineData("<embed src=\"data:image/svg+xml;base64,PHN2Zz4=\" type=\"image/svg+xml\" allowscriptaccess=\"always\"></embed>")]
    [InlineData("<xml id=\"x\"><i><b>&lt;img src=\"javas<!-- -->cript:alert('x')\"&gt;</b></i></xml>")]
    [InlineData("<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+PC9zdmc+PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+PC9zdmc+\">")]
    [InlineData("<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">x</a>")]
    [InlineData(
        "<form action=\"javascript:alert(1)\"><button formaction=\"javascript:alert(1)\">x</button><input autofocus "
        + "onfocus=alert(1)></form>")]
    [InlineData("<math><maction actiontype=\"statusline\" xlink:href=\"javascript:alert(1)\">x</maction></math>")]
    [InlineData("<math href=\"javascript:alert(1)\"><mi>x</mi></math>")]
    [InlineData("<a href=\"https://x.example/&quot; onclick=&quot;alert(1)\">x</a>")]
    [InlineData(
        "<img src=\"https://x.example/a.png&quot; onerror=&quot;alert(1)\" alt=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">")]
    [InlineData("<pre class=\"language-x&quot;&gt;&lt;script&gt;alert(1)\">code</pre>")]
    [InlineData("<div class=\"callout note&quot;onclick=&quot;alert(1)\">x</div>")]
    [InlineData("<table><tr><td colspan='2\" onclick=\"alert(1)'>x<td>y<tr><td>z<td align='left\" onload=\"alert(1)'>w</table>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">x</p></noscript>")]
    [InlineData("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><textarea></textarea><script>alert(1)</script>")]
    [InlineData("<video src=\"javascript:alert(1)\" poster=\"javascript:alert(1)\"></video>")]
    [InlineData("<video><source onerror=\"alert(1)\" src=\"javascript:alert(1)\"></video>")]
    [InlineData("<annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<a href=\"\u00a0javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"javascript&colon;alert(1)\">x</a>")]
    [InlineData("<a href=\"https:javascript:alert(1)\">x</a>")]
    public void No_vector_survives(string vector)
    {
        MarkupCheck.Html(KeptPage.Html($"<p>Before</p>{vector}<p>After</p>"));
        MarkupCheck.Html(KeptPage.Html($"<p>Before {vector} after</p><ul><li>{vector}</ul>"));
    }

    [Fact]
    public void The_safe_elements_are_really_written()
    {
        string folder = Path.Combine(Repository.Root, "tests", "pages");
        string[] pages = Directory.GetFiles(folder, "source.html", SearchOption.AllDirectories);
        string html = string.Concat(pages.Select(File.ReadAllText).Select(KeptPage.Html));
        HashSet<string> written = [];
        HtmlDocument document = HtmlDocument.Parse(html);
        for (HtmlNode node = document.Body.FirstChild; !node.IsNone; node = node.NextInOrder(document.Body))
        {
            if (node.IsElement)
                written.Add(node.LocalName);
        }
        string[] expected =
        [
            "p", "h2", "ul", "ol", "li", "dl", "table",
            "caption", "th", "figure", "figcaption", "img", "a", "code", "pre", "ruby", "aside", "section", "q", "mark", "sup",
        ];
        Assert.Superset(new HashSet<string>(expected), written);
        MarkupCheck.Html(html);
    }
}

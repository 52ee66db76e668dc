namespace Skiplink.Tests.Safety;

/// <summary>
/// Places of a page that an address or a hostile text can come from. <c>{0}</c> is the text of an attribute in double quotes.
/// </summary>
internal static class Carriers
{
    /// <summary>Places in the text.</summary>
    public static readonly string[] Body =
    [
        "<p>Read <a href=\"{0}\">the plan</a> here.</p>",
        "<p><a href=\"{0}\"><img src=\"{0}\" alt=\"{0}\" width=600 height=400></a></p>",
        "<p><a href=\"/x\" ping=\"{0}\" title=\"{0}\" onclick=\"{0}\" target=\"{0}\">the plan</a></p>",
        "<figure><img src=\"{0}\" alt=\"{0}\" title=\"{0}\" longdesc=\"{0}\" "
            + "onerror=\"{0}\" style=\"background:url({0})\"><figcaption>Shown</figcaption></figure>",
        "<p>text <img src=\"a.png\" srcset=\"{0} 2000w, {0} 2x\" data-src=\"{0}\" data-srcset=\"{0} 3000w\" alt=x> text</p>",
        "<p>text <img data-original=\"{0}\" data-lazy-src=\"{0}\" lowsrc=\"{0}\" dynsrc=\"{0}\" alt=x> text</p>",
        "<figure><picture><source srcset=\"{0} 2000w\"><img src=\"data:,\" alt=x></picture><figcaption>Shown</figcaption></figure>",
        "<figure><iframe src=\"{0}\" srcdoc=\"{0}\" title=\"{0}\" allowfullscreen></iframe></figure>",
        "<figure><video src=\"{0}\" poster=\"{0}\" aria-label=\"{0}\"><source src=\"{0}\"><track src=\"{0}\"></video></figure>",
        "<figure><audio src=\"{0}\"><source src=\"{0}\"></audio></figure>",
        "<figure><embed src=\"{0}\" allowfullscreen></figure>",
        "<figure><object data=\"{0}\" title=\"{0}\" allowfullscreen></object></figure>",
        "<p>text <svg><a xlink:href=\"{0}\" href=\"{0}\"><text>x</text></a><image href=\"{0}\"/><use href=\"{0}\"/></svg> text</p>",
        "<p>text <math href=\"{0}\" alttext=\"{0}\"><mi href=\"{0}\">x</mi></math> text</p>",
        "<p>text <math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">{0}</annotation></semantics></math> text</p>",
        "<p>text <span class=katex data-math=\"{0}\">x</span> text <img class=latex alt=\"{0}\" src=\"a.png\"> text</p>",
        "<p>text</p><script type=\"math/tex; mode=display\">{0}</script><p>text <script type=\"math/tex\">{0}</script> text</p>",
        "<blockquote cite=\"{0}\"><p>said "
            + "<q cite=\"{0}\">this</q> <del cite=\"{0}\">gone</del> <ins cite=\"{0}\">come</ins></p></blockquote>",
        "<form action=\"{0}\"><p>text</p><button formaction=\"{0}\">Send</button><input type=image src=\"{0}\" value=\"{0}\"></form>",
        "<table background=\"{0}\"><caption>{0}</caption><tr><th background=\"{0}\" abbr=\"{0}\">a"
            + "<th><a href=\"{0}\">b</a><tr><td align=\"{0}\">c<td colspan=\"{0}\"><img src=\"{0}\" alt=\"{0}\"></table>",
        "<ul><li><a href=\"{0}\">one</a><li><a href=\"{0}\" download=\"{0}\">two</a></ul>",
        "<pre class=\"language-{0}\"><code class=\"{0}\" data-lang=\"{0}\">code</code></pre><p><code>{0}</code></p>",
        "<div class=\"callout {0}\"><p class=callout-title>{0}</p><p>text</p></div>",
        "<p dir=\"{0}\" id=\"{0}\" lang=\"{0}\">text <bdo dir=\"{0}\">text</bdo> <ruby>{0}<rt>{0}</rt></ruby></p>",
        "<p>text<sup><a href=\"#{0}\">1</a></sup></p><p id=\"{0}\">1. The note says <a href=\"{0}\">more</a>.</p>",
        "<p>{0}</p><p>text {0} text<br>{0}</p><h2>{0}</h2><dl><dt>{0}<dd>{0}</dl>",
        "<map name=m><area href=\"{0}\" alt=\"{0}\"></map><p><img src=\"a.png\" usemap=\"{0}\" alt=x></p>",
        "<p>[x]: {0}</p><p>[x] ![y]({0}) &lt;{0}&gt; `a` **b**</p>",
    ];

    /// <summary>Places in the head of a page.</summary>
    public static readonly string[] Head =
    [
        "<base href=\"{0}\">",
        "<link rel=canonical href=\"{0}\">",
        "<meta property=og:url content=\"{0}\"><meta property=og:image content=\"{0}\"><meta name=twitter:image content=\"{0}\">",
        "<link rel=image_src href=\"{0}\"><link rel=license href=\"{0}\"><meta http-equiv=refresh content=\"0;url={0}\">",
        "<meta name=description content=\"{0}\"><meta name=author content=\"{0}\"><meta name=keywords content=\"{0}\"><title>{0}</title>",
        "<link rel=canonical href=https://e.example/a><meta property=og:image content=\"{0}\"><base href=\"{0}\">",
    ];

    /// <summary>JSON-LD in which <c>{0}</c> is a JSON string.</summary>
    public const string JsonLd = """
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"The ferries will be replaced",
        "url":{0},"image":{0},"thumbnailUrl":{0},"license":{0},"author":{"@type":"Person","name":{0},"url":{0}}}</script>
        """;
}

using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using Markdig;
using Skiplink.Html;
using Xunit;
using Angle = AngleSharp.Html.Parser;

namespace Skiplink.Tests.Safety;

/// <summary>Whether what was written can do anything, as parsers see it that know nothing of the writers.</summary>
internal static partial class MarkupCheck
{
    private static readonly HashSet<string> Schemes =
        ["http", "https", "mailto", "tel", "ftp", "sms", "geo", "doi", "magnet", "irc", "news"];

    private static readonly HashSet<string> Elements =
    [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "aside",
        "div", "pre", "code", "table", "caption", "tr", "td", "th", "tbody", "figure", "figcaption", "img", "a",
        "strong", "em", "del", "ins", "sub", "sup", "mark", "q", "ruby", "rt", "rp", "bdo", "bdi", "small", "span", "br", "hr", "section",
    ];

    // What Markdig makes of tables, task lists and footnotes.
    private static readonly HashSet<string> MarkdownElements = [.. Elements, "thead", "input", "colgroup", "col"];

    private static readonly HashSet<string> Attributes =
        ["href", "src", "alt", "id", "value", "role", "class", "start", "colspan", "rowspan", "align", "dir"];

    private static readonly HashSet<string> MarkdownAttributes = [.. Attributes, "title", "type", "disabled", "checked", "style"];

    private static readonly HashSet<string> TeiAttributes =
    [
        "target", "url", "type", "subtype", "rend", "n", "role", "cols", "rows",
        "unit", "notation", "lang", "space", "id", "when", "ident",
    ];

    // Raw HTML is let through by both, as CommonMark says.
    private static readonly MarkdownPipeline[] Pipelines =
    [
        new MarkdownPipelineBuilder().Build(),
        new MarkdownPipelineBuilder()
            .UsePipeTables().UseEmphasisExtras().UseTaskLists().UseFootnotes().UseAutoLinks().UseMathematics().UseAlertBlocks().Build(),
    ];

    private static readonly Url Reader = new("https://reader.example/page");

    /// <summary>Checks a fragment of HTML by two parsers.</summary>
    public static void Html(string html) => Html(html, Elements, Attributes);

    /// <summary>Checks Markdown by what becomes of it as HTML.</summary>
    public static void Markdown(string markdown)
    {
        foreach (MarkdownPipeline pipeline in Pipelines)
            Html(Markdig.Markdown.ToHtml(markdown, pipeline), MarkdownElements, MarkdownAttributes);
    }

    /// <summary>Checks a TEI document.</summary>
    public static void Tei(string xml)
    {
        foreach (XElement element in XDocument.Parse(xml).Descendants())
        {
            Assert.Equal("http://www.tei-c.org/ns/1.0", element.Name.NamespaceName);
            foreach (XAttribute attribute in element.Attributes().Where(static a => !a.IsNamespaceDeclaration))
            {
                Assert.Contains(attribute.Name.LocalName, TeiAttributes);
                if (attribute.Name.LocalName is "target" or "url")
                    Address(attribute.Value, isImage: attribute.Name.LocalName == "url");
            }
        }
    }

    /// <summary>Checks the addresses of typed blocks.</summary>
    public static void Blocks(object? value)
    {
        switch (value)
        {
            case string or null:
                break;
            case LinkInline link:
                Address(link.Target, isImage: false);
                Blocks(link.Content);
                break;
            case ImageInline image:
                Address(image.Source, isImage: !image.IsMedia);
                break;
            case System.Collections.IEnumerable list:
                foreach (object? item in list)
                    Blocks(item);
                break;
            default:
                foreach (PropertyInfo property in value.GetType().GetProperties().Where(static p => !p.PropertyType.IsValueType))
                    Blocks(property.GetValue(value));
                break;
        }
    }

    /// <summary>Checks an address as a browser reads it, and as a reader would that drops what it cannot see.</summary>
    public static void Address(string address, bool isImage)
    {
        string visible = string.Concat(address.Where(static c => c is > ' ' and < '\u007F'));
        foreach (string read in (string[])[address, address.Trim(), visible, System.Net.WebUtility.HtmlDecode(visible)])
        {
            Url url = new(Reader, read);
            bool isAllowed = isImage ? url.Scheme is "http" or "https" : Schemes.Contains(url.Scheme);
            bool isRaster = isImage && url.Scheme == "data" && Raster().IsMatch(url.Path);
            Assert.True(isAllowed || isRaster, $"{url.Scheme}: {address}");
        }
    }

    [GeneratedRegex("^image/(png|jpeg|jpg|gif|webp|avif)[;,]")]
    private static partial Regex Raster();

    private static void Html(string html, HashSet<string> elements, HashSet<string> attributes)
    {
        IElement body = new Angle.HtmlParser(new() { IsScripting = true }).ParseDocument("<!doctype html><body>" + html).Body!;
        foreach (IElement element in body.QuerySelectorAll("*"))
        {
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            Check(element.LocalName, element.Attributes.Select(static a => (a.Name, a.Value)));
        }
        HtmlNode root = HtmlDocument.Parse(Encoding.UTF8.GetBytes("<!doctype html><body>" + html)).Body;
        for (HtmlNode node = root.FirstChild; !node.IsNone; node = node.NextInOrder(root))
        {
            Assert.True(node.Kind != HtmlNodeKind.Comment || attributes == MarkdownAttributes);
            if (!node.IsElement)
                continue;
            Assert.Equal(HtmlNamespace.Html, node.Namespace);
            List<(string Name, string Value)> values = [];
            for (int i = 0; i < node.AttributeCount; i++)
                values.Add((node.Attribute(i).Name, node.Attribute(i).Value));
            Check(node.LocalName, values);
        }

        void Check(string name, IEnumerable<(string Name, string Value)> values)
        {
            Assert.Contains(name, elements);
            foreach ((string attribute, string value) in values)
            {
                Assert.Contains(attribute, attributes);
                if (attribute is "href" or "src")
                    Address(value, isImage: attribute == "src");
            }
        }
    }
}

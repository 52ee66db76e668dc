using System.Text;
using AngleSharp.Dom;
using Skiplink.Html;

namespace Skiplink.Comparison;

/// <summary>
/// Compares our tree of a page with AngleSharp's, node by node: names, namespaces, attributes, characters, comments, doctypes, contents of
/// templates.
/// </summary>
/// <remarks>
/// Differences of one known kind are levelled so that what stands behind them on a page is compared too; <c>docs/parser.md</c> explains
/// each: the prefix of
/// <c>xlink:href</c>, and templates that become shadow roots in AngleSharp.
/// </remarks>
internal static class TreeComparison
{
    public static int Run(LoadedPage[] pages)
    {
        HtmlParser ours = new();
        AngleSharp.Html.Parser.HtmlParser theirs = new();
        int differing = 0;
        long nodes = 0;
        foreach (LoadedPage page in pages)
        {
            // Both get the same characters: what is compared is the tree, not the guess of an encoding.
            string text = Encoding.UTF8.GetString(ours.Parse(page.Bytes).Source.Span);
            text = text.Replace("shadowrootmode", "data-shadow", StringComparison.OrdinalIgnoreCase);
            HtmlDocument document = ours.Parse(Encoding.UTF8.GetBytes(text), "utf-8");
            using AngleSharp.Html.Dom.IHtmlDocument other = theirs.ParseDocument(text);
            nodes += document.NodeCount;
            if (FirstDifference(document, other) is { } difference)
            {
                differing++;
                Console.WriteLine($"{page.Name}: {difference}");
            }
        }
        Console.WriteLine($"{pages.Length} pages, {nodes} nodes, {differing} pages differ.");
        return differing == 0 ? 0 : 1;
    }

    private static string? FirstDifference(HtmlDocument document, IDocument other)
    {
        using IEnumerator<string> left = Lines(document).GetEnumerator();
        using IEnumerator<string> right = Lines(other).GetEnumerator();
        string before = "";
        for (int i = 0; ; i++)
        {
            bool more = left.MoveNext();
            if (more != right.MoveNext())
                return $"node {i}: {(more ? "ours goes on with " + left.Current : "theirs goes on with " + right.Current)}";
            if (!more)
                return null;
            if (left.Current != right.Current)
                return $"node {i}, after {Short(before)}\n    ours   {Short(left.Current)}\n    theirs {Short(right.Current)}";
            before = left.Current;
        }
    }

    private static string Short(string line) => line.Length <= 300 ? line : line[..300] + "…";

    private static IEnumerable<string> Lines(HtmlDocument document)
    {
        HtmlNode root = document.Root;
        int depth = 0;
        for (HtmlNode node = root.FirstChild; !node.IsNone;)
        {
            yield return Line(node, depth);
            if (!node.FirstChild.IsNone)
            {
                node = node.FirstChild;
                depth++;
                continue;
            }
            while (node.NextSibling.IsNone && node.Parent != root)
            {
                node = node.Parent;
                depth--;
            }
            node = node.NextSibling;
        }
    }

    private static IEnumerable<string> Lines(INode root)
    {
        Stack<(INode Node, int Depth)> open = new();
        Push(root, 0);
        while (open.TryPop(out (INode Node, int Depth) at))
        {
            yield return Line(at.Node, at.Depth);
            Push(at.Node, at.Depth + 1);
        }

        void Push(INode node, int depth)
        {
            for (int i = node.ChildNodes.Length - 1; i >= 0; i--)
                open.Push((node.ChildNodes[i], depth));
            if (node is AngleSharp.Html.Dom.IHtmlTemplateElement template)
                open.Push((template.Content, depth));
        }
    }

    private static string Line(HtmlNode node, int depth) => node.Kind switch
    {
        HtmlNodeKind.Text => $"{depth} \"{Encoding.UTF8.GetString(node.Utf8Text)}\"",
        HtmlNodeKind.Comment => $"{depth} <!--{Encoding.UTF8.GetString(node.Utf8Text)}-->",
        HtmlNodeKind.Doctype => $"{depth} doctype",
        HtmlNodeKind.Fragment => $"{depth} content",
        _ => $"{depth} <{Prefix(node.Namespace)}{node.LocalName}{Attributes(node)}>",
    };

    private static string Line(INode node, int depth) => node switch
    {
        IText text => $"{depth} \"{text.Data}\"",
        IComment comment => $"{depth} <!--{comment.Data}-->",
        IDocumentType => $"{depth} doctype",
        IDocumentFragment => $"{depth} content",
        IElement element => $"{depth} <{Prefix(element)}{element.LocalName}{Attributes(element)}>",
        _ => $"{depth} {node.NodeType}",
    };

    private static string Prefix(HtmlNamespace ns) => ns switch { HtmlNamespace.Svg => "svg ", HtmlNamespace.MathML => "math ", _ => "" };

    private static string Prefix(IElement element) =>
        element.NamespaceUri == NamespaceNames.SvgUri ? "svg " : element.NamespaceUri == NamespaceNames.MathMlUri ? "math " : "";

    private static string WithoutXLinkPrefix(string name) => name.StartsWith("xlink:", StringComparison.Ordinal) ? name[6..] : name;

    private static string Attributes(HtmlNode node)
    {
        List<string> attributes = [];
        for (int i = 0; i < node.AttributeCount; i++)
            attributes.Add($" {WithoutXLinkPrefix(node.Attribute(i).Name)}=\"{node.Attribute(i).Value}\"");
        return Joined(attributes);
    }

    private static string Attributes(IElement element) =>
        Joined(element.Attributes.Select(static a => $" {WithoutXLinkPrefix(a.Name)}=\"{a.Value}\""));

    private static string Joined(IEnumerable<string> attributes) => string.Concat(attributes.Distinct().Order(StringComparer.Ordinal));
}

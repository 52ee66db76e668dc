using System.Text;
using Skiplink.Html;

namespace Skiplink.Conformance;

/// <summary>Writes a tree as html5lib-tests do: a line for each node and attribute, indented by its depth.</summary>
internal static class TreeDump
{
    public static string Of(HtmlDocument document)
    {
        StringBuilder lines = new();
        HtmlNode root = document.Root;
        int depth = 0;
        for (HtmlNode node = root.FirstChild; !node.IsNone;)
        {
            Write(document, node, depth, lines);
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
        return lines.ToString().TrimEnd('\n');
    }

    private static void Write(HtmlDocument document, HtmlNode node, int depth, StringBuilder lines)
    {
        string indent = "| " + new string(' ', depth * 2);
        switch (node.Kind)
        {
            case HtmlNodeKind.Doctype:
                lines.Append(indent).Append(Doctype(document, node)).Append('\n');
                break;
            case HtmlNodeKind.Text:
                lines.Append(indent).Append('"').Append(LoneSurrogates.FromBytes(node.Utf8Text)).Append("\"\n");
                break;
            case HtmlNodeKind.Comment:
                lines.Append(indent).Append("<!-- ").Append(LoneSurrogates.FromBytes(node.Utf8Text)).Append(" -->\n");
                break;
            case HtmlNodeKind.Fragment:
                lines.Append(indent).Append("content\n");
                break;
            default:
                string prefix = node.Namespace switch { HtmlNamespace.Svg => "svg ", HtmlNamespace.MathML => "math ", _ => "" };
                lines.Append(indent).Append('<').Append(prefix).Append(node.LocalName).Append(">\n");
                List<string> attributes = [];
                for (int i = 0; i < node.AttributeCount; i++)
                {
                    HtmlAttribute attribute = node.Attribute(i);
                    string name = attribute.Namespace == AttributeNamespace.None ? attribute.Name : attribute.Name.Replace(':', ' ');
                    if (attribute.Namespace == AttributeNamespace.Xmlns)
                        name = attribute.Name == "xmlns" ? "xmlns xmlns" : name;
                    attributes.Add($"{indent}  {name}=\"{LoneSurrogates.FromBytes(attribute.Utf8Value)}\"\n");
                }
                attributes.Sort(StringComparer.Ordinal);
                lines.AppendJoin("", attributes);
                break;
        }
    }

    private static string Doctype(HtmlDocument document, HtmlNode node)
    {
        ref Skiplink.Html.Arena.NodeRow row = ref document.Nodes[node.Index];
        string Part(HtmlDocument d, int i, int start) => Encoding.UTF8.GetString(d.BytesOf(d.AttributeRows[start + i].Value));
        int first = row.DataStart;
        string name = Part(document, 0, first);
        bool ids = (row.Flags & (Skiplink.Html.Arena.NodeFlags.HasPublicId | Skiplink.Html.Arena.NodeFlags.HasSystemId)) != 0;
        return ids ? $"<!DOCTYPE {name} \"{Part(document, 1, first)}\" \"{Part(document, 2, first)}\">" : $"<!DOCTYPE {name}>";
    }
}

using System.Text;
using Skiplink.Html;

namespace Skiplink.Content.Formulas;

/// <summary>
/// MathML, or what MathJax lays out in its place, → TeX, for formulas that carry no source of their own. Presentation elements of MathML
/// Core; what is not known is read as a row. Formulas nested more deeply than <see cref="MaxDepth"/> give the text of what is deeper.
/// </summary>
internal static class MathMlToTex
{
    private const int MaxDepth = 60;

    public static string Convert(HtmlNode math) => Row(math, 0).Trim();

    private static string Of(HtmlNode node, int depth)
    {
        if (node.IsNone)
            return "";
        if (depth > MaxDepth)
            return TexSymbols.Of(MathElements.Text(node));
        depth++;
        switch (MathElements.NameOf(node))
        {
            case HtmlNames.Mi:
                return Identifier(node);
            case HtmlNames.Mn:
                return TexSymbols.Of(MathElements.Text(node));
            case HtmlNames.Mo:
                return TexSymbols.Of(MathElements.Text(node));
            case HtmlNames.Mtext or HtmlNames.Ms:
                return MathElements.Text(node) is { Length: > 0 } text ? $@"\text{{{text}}}" : "";
            case HtmlNames.Mspace or HtmlNames.Mphantom or HtmlNames.Annotation or HtmlNames.AnnotationXml:
                return "";
            case HtmlNames.Mfrac:
                return MathElements.IsAtop(node)
                    ? $@"\binom{Group(node, 0, depth)}{Group(node, 1, depth)}" : $@"\frac{Group(node, 0, depth)}{Group(node, 1, depth)}";
            case HtmlNames.Msqrt:
                return $@"\sqrt{{{Row(node, depth)}}}";
            case HtmlNames.Mroot:
                return $@"\sqrt[{Child(node, 1, depth)}]{Group(node, 0, depth)}";
            case HtmlNames.Msub:
                return $"{Base(node, depth)}_{Group(node, 1, depth)}";
            case HtmlNames.Msup:
                return $"{Base(node, depth)}{Superscript(node, 1, depth)}";
            case HtmlNames.Msubsup:
                return $"{Base(node, depth)}_{Group(node, 1, depth)}{Superscript(node, 2, depth)}";
            case HtmlNames.Munder:
                return Under(node, depth);
            case HtmlNames.Mover:
                return Over(node, depth);
            case HtmlNames.Munderover:
                return $"{Base(node, depth)}_{Group(node, 1, depth)}^{Group(node, 2, depth)}";
            case HtmlNames.Mfenced:
                string inside = string.Join(" , ", MathElements.Children(node).Select(c => Of(c, depth)));
                return $@"\left{Fence(node, "open", "(")}{inside}\right{Fence(node, "close", ")")}";
            case HtmlNames.Mtable:
                return Table(node, depth);
            case HtmlNames.Menclose:
                return node.GetAttribute("notation") is "box" ? $@"\boxed{{{Row(node, depth)}}}" : Row(node, depth);
            case HtmlNames.Semantics:
                return Child(node, 0, depth);
            default:
                return Row(node, depth);
        }
    }

    private static string Identifier(HtmlNode node)
    {
        string text = MathElements.Text(node);
        string tex = TexSymbols.Of(text);
        string? style = node.GetAttribute("mathvariant") switch
        {
            "bold" => "mathbf",
            "double-struck" => "mathbb",
            "script" => "mathcal",
            "fraktur" => "mathfrak",
            _ => null
        };
        if (style is not null && tex.Length > 0)
            return $@"\{style}{{{tex}}}";
        return TexSymbols.IsFunction(text) ? $@"\{text}" : tex;
    }

    /// <summary>Children side by side. Brackets that belong together grow with what is between them.</summary>
    private static string Row(HtmlNode node, int depth)
    {
        StringBuilder row = new();
        List<HtmlNode> children = MathElements.Children(node);
        if (children.Count == 0)
            return TexSymbols.Of(MathElements.Text(node));
        int[] partner = Fences(children);
        bool glue = true;
        for (int i = 0; i < children.Count; i++)
        {
            string part = Of(children[i], depth);
            if (part.Length == 0)
                continue;
            bool opens = partner[i] > i, closes = partner[i] >= 0 && partner[i] < i;
            if (!glue && !closes)
                row.Append(' ');
            row.Append(opens ? @"\left" : closes ? @"\right" : "").Append(part);
            glue = opens;
        }
        return row.ToString();
    }

    /// <summary>For each bracket of a row, the index of the one that belongs to it; -1 for all else.</summary>
    private static int[] Fences(List<HtmlNode> row)
    {
        int[] partner = new int[row.Count];
        Array.Fill(partner, -1);
        Stack<int> open = [];
        for (int i = 0; i < row.Count; i++)
        {
            if (IsFence(row[i], "([{⟨⌊⌈"))
                open.Push(i);
            else if (IsFence(row[i], ")]}⟩⌋⌉") && open.TryPop(out int start))
                (partner[i], partner[start]) = (start, i);
        }
        return partner;
    }

    private static bool IsFence(HtmlNode node, string characters) =>
        MathElements.NameOf(node) == HtmlNames.Mo && MathElements.Text(node) is { Length: 1 } text
            && characters.Contains(text[0], StringComparison.Ordinal) && node.GetAttribute("stretchy") != "false";

    private static string Under(HtmlNode node, int depth)
    {
        string under = Child(node, 1, depth);
        return under switch
        {
            "⏟" => $@"\underbrace{Group(node, 0, depth)}",
            "_" or "―" or @"\_" => $@"\underline{Group(node, 0, depth)}",
            _ => $"{Base(node, depth)}_{{{under}}}",
        };
    }

    private static string Over(HtmlNode node, int depth)
    {
        HtmlNode mark = MathElements.Children(node).ElementAtOrDefault(1);
        if (!mark.IsNone && TexSymbols.Accent(MathElements.Text(mark)) is { } accent)
            return $@"\{accent}{Group(node, 0, depth)}";
        return $"{Base(node, depth)}^{Group(node, 1, depth)}";
    }

    private static string Table(HtmlNode table, int depth)
    {
        List<string> rows = [];
        int columns = 0;
        foreach (HtmlNode tr in MathElements.Children(table))
        {
            List<HtmlNode> cells = MathElements.Children(tr);
            // The label of an equation stands first and is written last.
            if (MathElements.NameOf(tr) == HtmlNames.Mlabeledtr && cells.Count > 0)
                cells = [.. cells.Skip(1), cells[0]];
            columns = Math.Max(columns, cells.Count);
            rows.Add(string.Join(MathElements.NameOf(tr) == HtmlNames.Mlabeledtr ? " " : " & ", cells.Select(c => Row(c, depth))));
        }
        if (rows.Count == 1 && MathElements.Children(table)[0] is var first && MathElements.NameOf(first) == HtmlNames.Mlabeledtr)
            return rows[0];
        string name = table.HasAttribute("columnalign") || table.HasAttribute("displaystyle") ? "aligned" : "matrix";
        return $@"\begin{{{name}}}{string.Join(@" \\ ", rows)}\end{{{name}}}";
    }

    private static bool HasAttribute(this HtmlNode node, string name) => node.GetAttribute(name) is not null;

    private static string Fence(HtmlNode node, string attribute, string otherwise) =>
        node.GetAttribute(attribute) is { } fence ? fence.Length == 0 ? "." : TexSymbols.Of(fence) : otherwise;

    private static string Child(HtmlNode node, int index, int depth) => Of(MathElements.Children(node).ElementAtOrDefault(index), depth);

    private static string Group(HtmlNode node, int index, int depth) => $"{{{Child(node, index, depth)}}}";

    private static string Superscript(HtmlNode node, int index, int depth) =>
        Child(node, index, depth) is var text && text is @"\prime" ? "'" : $"^{{{text}}}";

    /// <summary>What a script stands at: in braces when it is more than one sign or command.</summary>
    private static string Base(HtmlNode node, int depth)
    {
        string text = Child(node, 0, depth);
        HtmlNode first = MathElements.Children(node).FirstOrDefault();
        return first.IsNone || MathElements.NameOf(first) is HtmlNames.Mi or HtmlNames.Mn or HtmlNames.Mo || text.Length <= 1 ? text
            : $"{{{text}}}";
    }
}

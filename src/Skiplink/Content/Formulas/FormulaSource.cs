using System.Text;
using Skiplink.Html;

namespace Skiplink.Content.Formulas;

/// <summary>
/// Finds the TeX of a formula, wherever the page keeps it: the annotation of MathML (KaTeX, Wikipedia), <c>alttext</c>, a script of MathJax
/// 2, an attribute of the renderer's element, the alternative text or the address of an image. MathML without a source is converted, and so
/// is what MathJax lays out.
/// </summary>
internal static class FormulaSource
{
    private const int MaxNodes = 20_000;

    private static readonly string[] Attributes = ["data-math", "data-tex", "data-latex", "data-formula", "data-expr", "alttext"];

    /// <summary>The TeX of the formula that an element shows; false when it shows none.</summary>
    public static bool TryRead(HtmlNode root, out string tex, out bool isDisplay)
    {
        isDisplay = root.GetAttribute("display") is "true" or "block" || root.GetAttribute("mode") is "display";
        tex = FromAttributes(root);
        HtmlNode math = default, laidOut = default;
        int seen = 0;
        for (HtmlNode node = root; !node.IsNone && seen < MaxNodes; node = node.NextInOrder(root), seen++)
        {
            if (!node.IsElement)
                continue;
            switch (node.NameId)
            {
                case HtmlNames.Math:
                    isDisplay |= node.GetAttribute("display") is "block" || node.GetAttribute("mode") is "display";
                    if (math.IsNone)
                        math = node;
                    if (tex.Length == 0)
                        tex = FromAttributes(node);
                    break;
                case HtmlNames.Annotation when IsTex(node.GetAttribute("encoding")):
                    tex = node.TextContent;
                    return Clean(ref tex, ref isDisplay);
                case HtmlNames.Script when IsScript(node, out bool display):
                    tex = node.TextContent;
                    isDisplay |= display;
                    return Clean(ref tex, ref isDisplay);
                default:
                    if (laidOut.IsNone && MathElements.IsLaidOut(node))
                        laidOut = node;
                    if (tex.Length == 0 && node.Namespace == HtmlNamespace.Html && node != root)
                        tex = FromAttributes(node);
                    break;
            }
        }
        if (tex.Trim().Length == 0 && !math.IsNone)
            tex = MathMlToTex.Convert(math);
        if (tex.Trim().Length == 0 && !laidOut.IsNone)
            tex = MathMlToTex.Convert(laidOut);
        return Clean(ref tex, ref isDisplay);
    }

    /// <summary>Whether a script holds a formula for MathJax 2.</summary>
    public static bool IsScript(HtmlNode script, out bool isDisplay)
    {
        ReadOnlySpan<byte> type = script.Utf8Attribute(HtmlNames.Type);
        isDisplay = type.IndexOf("mode=display"u8) >= 0;
        return type.StartsWith("math/tex"u8) || type.StartsWith("math/latex"u8);
    }

    /// <summary>
    /// The formula that an image shows: its alternative text where the class says that it is TeX, or its address where a service draws it
    /// from there.
    /// </summary>
    public static bool TryReadImage(HtmlNode image, ReadOnlySpan<byte> source, out string tex)
    {
        tex = "";
        ReadOnlySpan<byte> classes = image.Utf8Attribute(HtmlNames.Class);
        bool isEscaped = source.IndexOfAny((byte)'%', (byte)'\\') >= 0;
        if (classes.IsEmpty && !isEscaped)
            return false;
        bool isNamed = classes.IndexOf("latex"u8) >= 0 || classes.IndexOf("mwe-math"u8) >= 0
            || ClassMeanings.Of(classes).HasFlag(ClassMeaning.Formula);
        if (!isNamed && !isEscaped)
            return false;
        if (!isNamed && source.IndexOf("%5C"u8) < 0 && source.IndexOf("%5c"u8) < 0 && source.IndexOf((byte)'\\') < 0)
            return false;
        bool isDisplay = false;
        string alternative = Encoding.UTF8.GetString(image.Utf8Attribute(HtmlNames.Alt));
        if (isNamed && alternative.Length > 0)
        {
            tex = alternative;
            return Clean(ref tex, ref isDisplay);
        }
        string address = Encoding.UTF8.GetString(source);
        if (!address.Contains("tex", StringComparison.OrdinalIgnoreCase) && !address.Contains("formula", StringComparison.OrdinalIgnoreCase)
            && !address.Contains("equation", StringComparison.OrdinalIgnoreCase)
            && !address.Contains("math", StringComparison.OrdinalIgnoreCase) && !address.Contains("cht=tx", StringComparison.Ordinal)
            && !address.Contains("codecogs", StringComparison.Ordinal))
            return false;
        int query = address.IndexOf('?', StringComparison.Ordinal);
        string part = query < 0 ? address[(address.LastIndexOf('/') + 1)..] : address[(query + 1)..];
        foreach (string name in (string[])["latex=", "tex=", "chl=", "eq=", "formula="])
        {
            int at = part.IndexOf(name, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && part[at - 1] is not ('&' or ';')))
                continue;
            part = part[(at + name.Length)..];
            int end = part.IndexOf('&', StringComparison.Ordinal);
            part = end < 0 ? part : part[..end];
            break;
        }
        tex = Uri.UnescapeDataString(part);
        return tex.Contains('\\', StringComparison.Ordinal) && Clean(ref tex, ref isDisplay);
    }

    private static bool IsTex(string? encoding) =>
        encoding is not null && (encoding.Contains("tex", StringComparison.OrdinalIgnoreCase)
        || encoding.Contains("latex", StringComparison.OrdinalIgnoreCase));

    private static string FromAttributes(HtmlNode node)
    {
        foreach (string name in Attributes)
        {
            if (node.GetAttribute(name) is { Length: > 0 } value)
                return value;
        }
        return "";
    }

    /// <summary>Takes delimiters and the wrapper of MediaWiki away, and blank lines, which end a formula.</summary>
    private static bool Clean(ref string tex, ref bool isDisplay)
    {
        string text = tex.Trim();
        foreach ((string open, string close, bool display) in ((string, string, bool)[])[("$$", "$$", true), ("\\[", "\\]", true),
            ("\\(", "\\)", false), ("$", "$", false)])
        {
            if (text.Length > open.Length + close.Length && text.StartsWith(open, StringComparison.Ordinal)
                && text.EndsWith(close, StringComparison.Ordinal) && text[^(close.Length + 1)] != '\\')
            {
                text = text[open.Length..^close.Length].Trim();
                isDisplay |= display;
                break;
            }
        }
        foreach (string wrapper in (string[])["{\\displaystyle ", "{\\textstyle "])
        {
            if (text.StartsWith(wrapper, StringComparison.Ordinal) && ClosesAtEnd(text))
                text = text[wrapper.Length..^1].Trim();
        }
        text = text.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n");
        tex = string.Join('\n', text.Split('\n').Select(static l => l.TrimEnd()).Where(static l => l.Length > 0));
        return tex.Length > 0;
    }

    /// <summary>Whether the brace that the text begins with is closed by its last character.</summary>
    private static bool ClosesAtEnd(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return i == text.Length - 1;
        }
        return false;
    }
}

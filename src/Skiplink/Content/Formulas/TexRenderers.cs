using Skiplink.Html;

namespace Skiplink.Content.Formulas;

/// <summary>
/// Recognises the scripts that draw TeX in the text of a page: MathJax and KaTeX. Elsewhere the delimiters of TeX are text.
/// </summary>
internal static class TexRenderers
{
    public static bool IsRenderer(HtmlNode script)
    {
        ReadOnlySpan<byte> source = script.Utf8Attribute(HtmlNames.Src);
        if (!source.IsEmpty)
            return source.IndexOf("athjax"u8) >= 0 || source.IndexOf("athJax"u8) >= 0 || source.IndexOf("katex"u8) >= 0;
        return script.FirstChild is { IsNone: false, IsText: true } text
            && (text.Utf8Text.IndexOf("MathJax"u8) >= 0 || text.Utf8Text.IndexOf("renderMathInElement"u8) >= 0);
    }
}

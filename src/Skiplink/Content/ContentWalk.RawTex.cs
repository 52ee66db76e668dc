using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>
/// Formulas that a script was to draw and that still stand in the text as TeX, between <c>\(</c> and <c>\)</c>, <c>\[</c> and <c>\]</c> or <c>$$</c> and <c>$$</c>. They count
/// on pages that bring MathJax or KaTeX; elsewhere those signs are text. A single dollar sign means money as often as a formula and is never one.
/// </summary>
internal sealed partial class ContentWalk
{
    private bool? _drawsTex;

    /// <summary>Tells text that may hold formulas; false when it holds none, and then nothing was told.</summary>
    private bool TellWithFormulas(int block, int from, int length)
    {
        int end = from + length;
        Delimiters unclosed = Delimiters.None;
        if (!NextFormula(from, end, ref unclosed, out (int Start, int Length, bool IsDisplay) formula) || IsIn(ContentKind.InlineCode) || !(_drawsTex ??= DrawsTex()))
            return false;
        do
        {
            TellText(block, from, formula.Start - from);
            ReadOnlySpan<byte> tex = _tape.Bytes.Span(formula.Start + 2, formula.Length - 4).Trim((byte)' ');
            TellFormula(tex, formula.IsDisplay, block);
            from = formula.Start + formula.Length;
        }
        while (NextFormula(from, end, ref unclosed, out formula));
        TellText(block, from, end - from);
        return true;
    }

    /// <summary>Finds the first formula of a part of the tape's bytes, with its delimiters.</summary>
    /// <param name="from">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="unclosed">Those that are known not to close any more in this part: they are not looked for again.</param>
    /// <param name="formula">Where it is.</param>
    private bool NextFormula(int from, int end, ref Delimiters unclosed, out (int Start, int Length, bool IsDisplay) formula)
    {
        ReadOnlySpan<byte> text = _tape.Bytes.Span(from, end - from);
        for (int at = 0; at + 4 < text.Length; at++)
        {
            int sign = text[at..].IndexOfAny((byte)'\\', (byte)'$');
            if (sign < 0)
                break;
            at += sign;
            Delimiters kind = text[at..] switch
            {
                [(byte)'\\', (byte)'(', ..] => Delimiters.Round,
                [(byte)'\\', (byte)'[', ..] => Delimiters.Square,
                [(byte)'$', (byte)'$', ..] => Delimiters.Dollars,
                _ => Delimiters.None,
            };
            if (kind == Delimiters.None || (unclosed & kind) != 0)
                continue;
            int inner = text[(at + 2)..].IndexOf(kind switch { Delimiters.Round => @"\)"u8, Delimiters.Square => @"\]"u8, _ => "$$"u8 });
            if (inner < 0)
                unclosed |= kind;
            if (inner < 0 || text.Slice(at + 2, inner).Trim((byte)' ').IsEmpty)
                continue;
            formula = (from + at, inner + 4, kind != Delimiters.Round);
            return true;
        }
        formula = default;
        return false;
    }

    [Flags]
    private enum Delimiters
    {
        None = 0,
        Round = 1,
        Square = 2,
        Dollars = 4,
    }

    /// <summary>Whether the page brings a script that draws formulas.</summary>
    private bool DrawsTex()
    {
        for (HtmlNode node = _document.Head.IsNone ? default : _document.Head.FirstChild; !node.IsNone; node = node.NextSibling)
        {
            if (node.Is(HtmlNames.Script) && IsRenderer(node))
                return true;
        }
        foreach (int script in _blocks.Scripts)
        {
            if (IsRenderer(new(_document, script)))
                return true;
        }
        return false;
    }

    private static bool IsRenderer(HtmlNode script)
    {
        ReadOnlySpan<byte> source = script.Utf8Attribute(HtmlNames.Src);
        if (!source.IsEmpty)
            return source.IndexOf("athjax"u8) >= 0 || source.IndexOf("athJax"u8) >= 0 || source.IndexOf("katex"u8) >= 0;
        return script.FirstChild is { IsNone: false, IsText: true } text && (text.Utf8Text.IndexOf("MathJax"u8) >= 0 || text.Utf8Text.IndexOf("renderMathInElement"u8) >= 0);
    }
}

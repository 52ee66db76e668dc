using System.Globalization;
using System.Text;
using Skiplink.Html;

namespace Skiplink.Content.Formulas;

/// <summary>
/// The elements of a formula as MathML has them, whether the page has MathML or what MathJax 3 and later lay out in its place (CHTML):
/// elements of the same names with <c>mjx-</c> before them, boxes for the layout between, and glyphs by the number in a class.
/// <see href="https://docs.mathjax.org/en/latest/output/html.html"/>
/// </summary>
internal static class MathElements
{
    private const int MaxGlyphs = 200;

    private static readonly Dictionary<string, int> Names = new(StringComparer.Ordinal)
    {
        ["mi"] = HtmlNames.Mi,
        ["mn"] = HtmlNames.Mn,
        ["mo"] = HtmlNames.Mo,
        ["mtext"] = HtmlNames.Mtext,
        ["ms"] = HtmlNames.Ms,
        ["mspace"] = HtmlNames.Mspace,
        ["mphantom"] = HtmlNames.Mphantom,
        ["mfrac"] = HtmlNames.Mfrac,
        ["msqrt"] = HtmlNames.Msqrt,
        ["mroot"] = HtmlNames.Mroot,
        ["msub"] = HtmlNames.Msub,
        ["msup"] = HtmlNames.Msup,
        ["msubsup"] = HtmlNames.Msubsup,
        ["munder"] = HtmlNames.Munder,
        ["mover"] = HtmlNames.Mover,
        ["munderover"] = HtmlNames.Munderover,
        ["mtable"] = HtmlNames.Mtable,
        ["mtr"] = HtmlNames.Mtr,
        ["mlabeledtr"] = HtmlNames.Mlabeledtr,
        ["mtd"] = HtmlNames.Mtd,
        ["menclose"] = HtmlNames.Menclose,
        ["mrow"] = HtmlNames.Mrow,
        ["texatom"] = HtmlNames.Mrow,
        ["mstyle"] = HtmlNames.Mstyle,
        ["mpadded"] = HtmlNames.Mpadded,
        ["merror"] = HtmlNames.Merror,
        ["math"] = HtmlNames.Math,
    };

    /// <summary>Whether an element is the outermost of a formula as MathJax lays it out.</summary>
    public static bool IsLaidOut(HtmlNode node) =>
        node.NameId > HtmlNames.KnownCount && node.Document.NameOf(node.NameId).SequenceEqual("mjx-math"u8);

    /// <summary>The MathML name that an element stands for; 0 for a box of the layout.</summary>
    public static int NameOf(HtmlNode node)
    {
        if (node.NameId <= HtmlNames.KnownCount)
            return node.NameId;
        ReadOnlySpan<byte> name = node.Document.NameOf(node.NameId);
        return name.StartsWith("mjx-"u8) ? Names.GetValueOrDefault(Encoding.UTF8.GetString(name[4..])) : node.NameId;
    }

    /// <summary>The children of an element in the order of MathML.</summary>
    public static List<HtmlNode> Children(HtmlNode node)
    {
        List<HtmlNode> children = [];
        if (node.NameId <= HtmlNames.KnownCount)
        {
            for (HtmlNode child = node.FirstChild; !child.IsNone; child = child.NextSibling)
            {
                if (child.IsElement)
                    children.Add(child);
            }
            return children;
        }
        for (HtmlNode at = node.FirstChild; !at.IsNone;)
        {
            bool isBox = !at.IsElement || NameOf(at) == 0;
            if (!isBox)
                children.Add(at);
            at = isBox && !IsOrnament(at) ? at.NextInOrder(node) : at.NextSkippingChildren(node);
        }
        // The layout has what stands higher first.
        bool isBeside = node.GetAttribute("limits") is "false";
        switch (NameOf(node))
        {
            case HtmlNames.Msubsup or HtmlNames.Munderover when children.Count == 3 && (isBeside || NameOf(node) == HtmlNames.Msubsup):
                (children[1], children[2]) = (children[2], children[1]);
                break;
            case HtmlNames.Munderover when children.Count == 2 && NameOf(children[1]) == HtmlNames.Munder:
                return [.. Children(children[1]), children[0]];
            case HtmlNames.Mover or HtmlNames.Mroot when children.Count == 2 && !isBeside:
                children.Reverse();
                break;
            default:
                break;
        }
        return children;
    }

    /// <summary>The text of a letter, a number or a sign.</summary>
    public static string Text(HtmlNode node)
    {
        if (node.NameId <= HtmlNames.KnownCount)
            return node.TextContent.Trim();
        StringBuilder text = new();
        int seen = 0;
        for (HtmlNode at = node.FirstChild; !at.IsNone && seen < MaxGlyphs; at = at.NextInOrder(node), seen++)
        {
            if (at.IsElement && Glyph(at.Utf8Attribute(HtmlNames.Class)) is { } glyph)
                text.Append(glyph);
            else if (at.IsText && Glyph(at.Parent.Utf8Attribute(HtmlNames.Class)) is null)
                text.Append(at.TextContent);
        }
        return text.ToString().Trim();
    }

    /// <summary>Whether the line of a fraction is not drawn.</summary>
    public static bool IsAtop(HtmlNode fraction) =>
        fraction.GetAttribute("linethickness") is "0" or "0px" || fraction.FirstChild is { IsNone: false, IsElement: true } box
            && box.NameId > HtmlNames.KnownCount && box.GetAttribute("atop") is not null;

    /// <summary>The character that the first glyph class names (<c>mjx-c1D467</c>), or null.</summary>
    private static string? Glyph(ReadOnlySpan<byte> classes)
    {
        if (!classes.StartsWith("mjx-c"u8))
            return null;
        int end = classes.IndexOf((byte)' ');
        ReadOnlySpan<byte> number = end < 0 ? classes[5..] : classes[5..end];
        return number.Length is >= 2 and <= 6 && uint.TryParse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out uint code) && Rune.IsValid(code) ? new Rune(code).ToString() : null;
    }

    /// <summary>The root sign and the labels of equations are no part of what they stand at.</summary>
    private static bool IsOrnament(HtmlNode node)
    {
        if (!node.IsElement || node.NameId <= HtmlNames.KnownCount)
            return false;
        ReadOnlySpan<byte> name = node.Document.NameOf(node.NameId);
        return name.SequenceEqual("mjx-surd"u8) || name.SequenceEqual("mjx-labels"u8) || name.SequenceEqual("mjx-assistive-mml"u8);
    }
}

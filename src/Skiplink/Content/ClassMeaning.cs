using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>What the words of a <c>class</c> attribute say about content, as the known publishing systems, highlighters and formula renderers write them.</summary>
[Flags]
internal enum ClassMeaning
{
    None = 0,

    /// <summary>A formula of KaTeX; with <see cref="Display"/> one that stands by itself.</summary>
    Katex = 1 << 0,
    Display = 1 << 1,

    /// <summary>What MathJax rendered: its source stands in a script behind it.</summary>
    MathJax = 1 << 2,

    /// <summary>An element around a formula and its fall-back image.</summary>
    Formula = 1 << 3,

    /// <summary>The number of a line of code, or all of them.</summary>
    LineNumber = 1 << 4,

    /// <summary>A line of code.</summary>
    CodeLine = 1 << 5,

    /// <summary>A button or a bar of a code block that is not code.</summary>
    CodeTool = 1 << 6,

    Caption = 1 << 7,
    Credit = 1 << 8,
    Callout = 1 << 9,
    CalloutTitle = 1 << 10,
    Sidenote = 1 << 11,
    Backlink = 1 << 12,
    NotesSection = 1 << 13,

    /// <summary>An element that holds highlighted code whatever its name.</summary>
    CodeBlock = 1 << 14,

    /// <summary>The number of a reference to a note.</summary>
    NoteNumber = 1 << 15,
}

/// <summary>Reads <see cref="ClassMeaning"/>: whole words, whatever their case.</summary>
internal static class ClassMeanings
{
    private const uint Seed = 2166136261, Prime = 16777619;

    private static readonly Dictionary<uint, ClassMeaning> Words = Make();

    /// <summary>For each first letter and each length a bit for each last letter of a word that has a meaning: most words have none, and need no look-up.</summary>
    private static readonly uint[] Shapes = MakeShapes();

    private const int LongestWord = 32;

    /// <summary>The meaning of an element's class.</summary>
    public static ClassMeaning Of(HtmlNode element)
    {
        HtmlDocument document = element.Document;
        ref readonly NodeRow row = ref document.Nodes[element.Index];
        if (row.Kind != HtmlNodeKind.Element)
            return ClassMeaning.None;
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            if (attribute.Name == HtmlNames.Class)
                return Of(document.BytesFrom(attribute.Value), attribute.ValueLength);
        }
        return ClassMeaning.None;
    }

    /// <summary>The meaning of the words of a class.</summary>
    public static ClassMeaning Of(ReadOnlySpan<byte> classes) => Of(classes, classes.Length);

    /// <summary>The meaning of the words of a class.</summary>
    /// <param name="memory">The class and whatever stands behind it, so that it can be loaded as a whole.</param>
    /// <param name="length">How many bytes the class has.</param>
    public static ClassMeaning Of(ReadOnlySpan<byte> memory, int length)
    {
        if (length == 0)
            return ClassMeaning.None;
        ClassMeaning meaning = ClassMeaning.None;
        if (length <= Vector512<byte>.Count && memory.Length >= Vector512<byte>.Count)
        {
            ulong words = Vector512.GreaterThan(Vector512.Create(memory), Vector512.Create((byte)' ')).ExtractMostSignificantBits() & (ulong.MaxValue >> (Vector512<byte>.Count - length));
            for (int start, own; words != 0; words = start + own < Vector512<byte>.Count ? words & (ulong.MaxValue << (start + own)) : 0)
            {
                start = BitOperations.TrailingZeroCount(words);
                own = BitOperations.TrailingZeroCount(~(words >> start));
                meaning |= OfWord(memory.Slice(start, own));
            }
            return meaning;
        }
        ReadOnlySpan<byte> classes = memory[..length];
        for (int at = 0; at < classes.Length; at++)
        {
            int start = at;
            while (at < classes.Length && classes[at] > ' ')
                at++;
            if (at > start)
                meaning |= OfWord(classes[start..at]);
        }
        return meaning;
    }

    private static ClassMeaning OfWord(ReadOnlySpan<byte> word) => MayMean(word) && Words.TryGetValue(Hash(word), out ClassMeaning found) ? found : ClassMeaning.None;

    private static bool MayMean(ReadOnlySpan<byte> word) =>
        word.Length < LongestWord && (word[0] | 0x20) - 'a' is >= 0 and < 26 and var letter && (Shapes[(letter * LongestWord) + word.Length] & (1u << (word[^1] & 0x1F))) != 0;

    private static uint Hash(ReadOnlySpan<byte> word)
    {
        uint hash = Seed;
        foreach (byte b in word)
            hash = (hash ^ (b is >= (byte)'A' and <= (byte)'Z' ? (uint)(b | 0x20) : b)) * Prime;
        return hash;
    }

    private static uint[] MakeShapes()
    {
        uint[] shapes = new uint[26 * LongestWord];
        ForEachWord((_, name) => shapes[((name[0] - 'a') * LongestWord) + name.Length] |= 1u << (name[^1] & 0x1F));
        return shapes;
    }

    private static Dictionary<uint, ClassMeaning> Make()
    {
        Dictionary<uint, ClassMeaning> words = [];
        ForEachWord((meaning, name) => words[Hash(Encoding.ASCII.GetBytes(name))] = words.GetValueOrDefault(Hash(Encoding.ASCII.GetBytes(name))) | meaning);
        return words;
    }

    private static void ForEachWord(Action<ClassMeaning, string> tell)
    {
        Add(ClassMeaning.Katex, "katex");
        Add(ClassMeaning.Display | ClassMeaning.Katex, "katex-display");
        Add(ClassMeaning.MathJax, "mathjax", "mathjax_display", "mathjax_svg", "mathjax_svg_display", "mathjax_chtml", "mathjax_preview", "mjx-chtml");
        Add(ClassMeaning.Formula, "mwe-math-element", "math-inline", "math-tex");
        Add(ClassMeaning.Formula | ClassMeaning.Display, "math-block", "math-display");
        Add(ClassMeaning.LineNumber, "linenumber", "linenumbers", "line-number", "line-numbers-rows", "lineno", "linenos", "lnt", "ln", "line-num", "linenum", "line_number", "gutter", "rouge-gutter",
            "hljs-ln-numbers", "blob-num", "code-line-number", "react-syntax-highlighter-line-number", "cm-gutters", "cm-linenumber", "codemirror-linenumber", "ace_gutter", "crayon-nums", "linenodiv");
        Add(ClassMeaning.CodeLine, "line", "code-line", "view-line", "cm-line", "codemirror-line", "token-line", "crayon-line", "ec-line", "blob-code", "hljs-ln-line");
        Add(ClassMeaning.CodeTool, "copy", "copy-button", "copy-btn", "btn-copy", "copybtn", "clipboard", "copy-code-button", "copy-code", "rehype-pretty-copy", "code-toolbar__copy", "toolbar", "code-header", "code-copy");
        Add(ClassMeaning.Caption, "caption", "captions", "wp-caption-text", "image-caption", "photo-caption", "img-caption", "caption-text", "figcaption", "media-caption", "figure-caption", "imagecaption",
            "image__caption", "caption__text", "thumbcaption", "gallerycaption", "media__caption", "picture-caption", "figure__caption");
        Add(ClassMeaning.Credit, "credit", "credits", "photo-credit", "image-credit", "img-credit", "caption-credit", "photographer", "media-credit", "image-copyright", "photo-source", "copyright",
            "caption__credit", "image__credit", "figure__credit", "picture-credit", "photocredit", "imagecredit", "caption-copyright", "figure__copyright", "photo-byline", "wp-media-credit");
        Add(ClassMeaning.Callout, "admonition", "callout", "alert", "markdown-alert", "notice", "theme-admonition", "custom-block", "hint", "notecard", "admonitionblock", "wp-block-callout");
        Add(ClassMeaning.CalloutTitle, "admonition-title", "callout-title", "alert-heading", "alert-title", "markdown-alert-title", "callout-title-inner", "custom-block-title", "admonition-heading", "callout__title", "notice-title");
        Add(ClassMeaning.Sidenote, "sidenote", "marginnote", "margin-note", "side-note", "margin-toggle-note", "sidenote-content", "footnote", "footnote-content", "aside-note");
        Add(ClassMeaning.Backlink, "mw-cite-backlink", "footnote-backref", "footnote-back", "footnote-backlink", "reversefootnote", "data-footnote-backref", "fn-back", "backref", "easy-footnote-to-top");
        Add(ClassMeaning.NotesSection, "footnotes", "endnotes", "footnotes-list", "footnote-list", "footnote-section", "references", "reflist", "wp-block-footnotes", "easy-footnotes-wrapper", "sidenotes", "footnote-definitions");
        Add(ClassMeaning.CodeBlock, "codemirror", "cm-content", "view-lines", "code-block-lines", "ace_text-layer", "crayon-code", "blob-code-content");
        Add(ClassMeaning.NoteNumber, "footref", "footnote-number", "sidenote-number", "margin-toggle", "footnote-ref", "footnote-reference", "sidenote-toggle");

        void Add(ClassMeaning meaning, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
                tell(meaning, name);
        }
    }
}

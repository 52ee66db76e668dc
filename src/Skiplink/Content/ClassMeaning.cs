using System.Collections.Frozen;
using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>
/// What the words of a <c>class</c> attribute say about content, as the known publishing systems, highlighters and formula renderers write
/// them.
/// </summary>
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
    private const int MaxWord = 64;

    private static readonly FrozenDictionary<string, ClassMeaning> Words = Make();
    private static readonly FrozenDictionary<string, ClassMeaning>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

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
                return Of(document.BytesOf(attribute.Value));
        }
        return ClassMeaning.None;
    }

    /// <summary>The meaning of the words of a class, which are whatever stands between white space.</summary>
    public static ClassMeaning Of(ReadOnlySpan<byte> classes)
    {
        ClassMeaning meaning = ClassMeaning.None;
        Span<char> word = stackalloc char[MaxWord];
        while (!classes.IsEmpty)
        {
            int length = classes.IndexOfAnyInRange((byte)0, (byte)' ');
            length = length < 0 ? classes.Length : length;
            if (length is > 0 and <= MaxWord && WordsBySpan.TryGetValue(word[..Encoding.Latin1.GetChars(classes[..length], word)],
                out ClassMeaning found))
                meaning |= found;
            classes = classes[Math.Min(length + 1, classes.Length)..];
        }
        return meaning;
    }

    private static FrozenDictionary<string, ClassMeaning> Make()
    {
        Dictionary<string, ClassMeaning> words = new(StringComparer.OrdinalIgnoreCase);
        Add(ClassMeaning.Katex, "katex");
        Add(ClassMeaning.Display | ClassMeaning.Katex, "katex-display");
        Add(ClassMeaning.MathJax, "mathjax", "mathjax_display", "mathjax_svg", "mathjax_svg_display", "mathjax_chtml", "mathjax_preview",
            "mjx-chtml");
        Add(ClassMeaning.Formula, "mwe-math-element", "math-inline", "math-tex");
        Add(ClassMeaning.Formula | ClassMeaning.Display, "math-block", "math-display");
        Add(ClassMeaning.LineNumber, "linenumber", "linenumbers", "line-number", "line-numbers-rows", "lineno", "linenos", "lnt", "ln",
            "line-num", "linenum", "line_number", "gutter", "rouge-gutter",
            "hljs-ln-numbers", "blob-num", "code-line-number", "react-syntax-highlighter-line-number", "cm-gutters", "cm-linenumber",
                "codemirror-linenumber", "ace_gutter", "crayon-nums", "linenodiv");
        Add(ClassMeaning.CodeLine, "line", "code-line", "view-line", "cm-line", "codemirror-line", "token-line", "crayon-line", "ec-line",
            "blob-code", "hljs-ln-line");
        Add(ClassMeaning.CodeTool, "copy", "copy-button", "copy-btn", "btn-copy", "copybtn", "clipboard", "copy-code-button", "copy-code",
            "rehype-pretty-copy", "code-toolbar__copy", "toolbar", "code-header", "code-copy");
        Add(ClassMeaning.Caption, "caption", "captions", "wp-caption-text", "image-caption", "photo-caption", "img-caption",
            "caption-text", "figcaption", "media-caption", "figure-caption", "imagecaption",
            "image__caption", "caption__text", "thumbcaption", "gallerycaption", "media__caption", "picture-caption", "figure__caption");
        Add(ClassMeaning.Credit, "credit", "credits", "photo-credit", "image-credit", "img-credit", "caption-credit", "photographer",
            "media-credit", "image-copyright", "photo-source", "copyright",
            "caption__credit", "image__credit", "figure__credit", "picture-credit", "photocredit", "imagecredit", "caption-copyright",
                "figure__copyright", "photo-byline", "wp-media-credit");
        Add(ClassMeaning.Callout, "admonition", "callout", "alert", "markdown-alert", "notice", "theme-admonition", "custom-block", "hint",
            "notecard", "admonitionblock", "wp-block-callout");
        Add(ClassMeaning.CalloutTitle, "admonition-title", "callout-title", "alert-heading", "alert-title", "markdown-alert-title",
            "callout-title-inner", "custom-block-title", "admonition-heading", "callout__title", "notice-title");
        Add(ClassMeaning.Sidenote, "sidenote", "marginnote", "margin-note", "side-note", "margin-toggle-note", "sidenote-content",
            "footnote", "footnote-content", "aside-note");
        Add(ClassMeaning.Backlink, "mw-cite-backlink", "footnote-backref", "footnote-back", "footnote-backlink", "reversefootnote",
            "data-footnote-backref", "fn-back", "backref", "easy-footnote-to-top");
        Add(ClassMeaning.NotesSection, "footnotes", "endnotes", "footnotes-list", "footnote-list", "footnote-section", "references",
            "reflist", "wp-block-footnotes", "easy-footnotes-wrapper", "sidenotes", "footnote-definitions");
        Add(ClassMeaning.CodeBlock, "codemirror", "cm-content", "view-lines", "code-block-lines", "ace_text-layer", "crayon-code",
            "blob-code-content");
        Add(ClassMeaning.NoteNumber, "footref", "footnote-number", "sidenote-number", "margin-toggle", "footnote-ref",
            "footnote-reference", "sidenote-toggle");

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(ClassMeaning meaning, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
                words[name] = words.GetValueOrDefault(name) | meaning;
        }
    }
}

using System.Text;
using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>
/// The language of a code block, from what highlighters write: <c>data-lang</c>, <c>language-cs</c>, <c>lang-js</c>,
/// <c>highlight-source-python</c>, <c>brush: java</c>, or the bare name of a language beside <c>hljs</c>, <c>sourceCode</c> and the like.
/// </summary>
internal static class CodeLanguage
{
    private static readonly byte[][] Prefixes = [.. new[] { "language-", "lang-", "highlight-source-", "highlight-", "code-", "lang_",
        "language_", "src-" }.Select(Encoding.UTF8.GetBytes)];

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "ada", "apache", "asm", "assembly", "awk", "bash", "basic", "batch", "c", "c#", "c++", "clojure", "cmake", "cobol", "coffeescript",
        "console", "cpp", "crystal", "cs", "csharp", "css", "csv", "cuda",
        "cypher", "d", "dart", "delphi", "diff", "docker", "dockerfile", "elixir", "elm", "erlang", "f#", "fish", "fortran", "fsharp",
        "glsl", "go", "golang", "gradle", "graphql", "groovy", "haskell", "hcl",
        "html", "http", "ini", "java", "javascript", "js", "json", "json5", "jsonc", "jsx", "julia", "kotlin", "kt", "latex", "lean",
        "less", "lisp", "lua", "makefile", "markdown", "mathematica", "matlab", "md",
        "mermaid", "mysql", "nasm", "nginx", "nim", "nix", "objc", "objective-c", "ocaml", "pascal", "perl", "php", "plaintext", "plpgsql",
        "postgresql", "powershell", "ps1", "prolog", "properties", "protobuf",
        "proto", "pug", "py", "python", "python3", "qml", "r", "racket", "rb", "reason", "regex", "rs", "ruby", "rust", "sass", "scala",
        "scheme", "scss", "sh", "shell", "smalltalk", "solidity", "sql", "svelte",
        "swift", "systemverilog", "tcl", "terraform", "tex", "text", "toml", "ts", "tsx", "typescript", "vb", "vbnet", "verilog", "vhdl",
        "vim", "vue", "wasm", "xml", "yaml", "yml", "zig", "zsh",
    };

    /// <summary>
    /// The language as the page names it, or empty; looks at the block, at the elements in it and at three elements around it.
    /// </summary>
    public static ReadOnlySpan<byte> Of(HtmlDocument document, int node)
    {
        HtmlNode block = new(document, node);
        ReadOnlySpan<byte> found = OfElement(block);
        HtmlNode inside = block;
        for (int i = 0; i < 3 && found.IsEmpty; i++)
        {
            inside = FirstElement(inside);
            if (inside.IsNone)
                break;
            found = OfElement(inside);
        }
        HtmlNode around = block.Parent;
        for (int i = 0; i < 3 && found.IsEmpty && !around.IsNone && around.IsElement && !around.Is(HtmlNames.Body)
            && !around.Is(HtmlNames.Article); i++, around = around.Parent)
            found = OfElement(around);
        return found;
    }

    /// <summary>Whether a text is the name of a language: a label over a code block is one.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> text) => text.Length is > 0 and < 16 && Known.Contains(Encoding.UTF8.GetString(text));

    private static HtmlNode FirstElement(HtmlNode parent)
    {
        HtmlNode child = parent.FirstChild;
        while (!child.IsNone && !child.IsElement)
            child = child.NextSibling;
        return child;
    }

    private static ReadOnlySpan<byte> OfElement(HtmlNode element)
    {
        for (int i = 0; i < element.AttributeCount; i++)
        {
            HtmlAttribute attribute = element.Attribute(i);
            ReadOnlySpan<byte> value = attribute.Utf8Value.Trim((byte)' ');
            bool isNamed = attribute.NameId is HtmlNames.DataLang or HtmlNames.DataLanguage or HtmlNames.Language
                || element.Document.NameOf(attribute.NameId).SequenceEqual("data-code-language"u8);
            if (isNamed && IsName(value))
                return value;
        }
        ReadOnlySpan<byte> classes = element.Utf8Attribute(HtmlNames.Class);
        bool isHighlighted = false;
        ReadOnlySpan<byte> bare = default;
        foreach (Range range in classes.Split((byte)' '))
        {
            ReadOnlySpan<byte> word = classes[range];
            foreach (byte[] prefix in Prefixes)
            {
                if (!word.StartsWith(prefix) || !IsName(word[prefix.Length..]))
                    continue;
                // "code-block" and "highlight-wrap" are no languages: those prefixes count before a known one alone.
                if (prefix.AsSpan().StartsWith("lang"u8) || IsKnown(word[prefix.Length..]))
                    return word[prefix.Length..];
            }
            isHighlighted |= word.SequenceEqual("hljs"u8) || word.SequenceEqual("sourceCode"u8) || word.SequenceEqual("prettyprint"u8)
                || word.SequenceEqual("highlight"u8) || word.SequenceEqual("shiki"u8)
                || word.SequenceEqual("src"u8) || word.SequenceEqual("prism"u8) || word.SequenceEqual("chroma"u8)
                || word.SequenceEqual("code"u8);
            if (bare.IsEmpty && IsKnown(word))
                bare = word;
        }
        if (!bare.IsEmpty && (isHighlighted || element.Is(HtmlNames.Code) || element.Is(HtmlNames.Pre)))
            return bare;
        int brush = classes.IndexOf("brush:"u8);
        if (brush < 0)
            return default;
        ReadOnlySpan<byte> rest = classes[(brush + 6)..].TrimStart((byte)' ');
        int end = rest.IndexOfAny((byte)' ', (byte)';');
        rest = end < 0 ? rest : rest[..end];
        return IsName(rest) ? rest : default;
    }

    /// <summary>Whether a value can be the name of a language: it must not break the line that it is written on.</summary>
    private static bool IsName(ReadOnlySpan<byte> value)
    {
        if (value.Length is 0 or > 20 || value.SequenceEqual("none"u8))
            return false;
        foreach (byte b in value)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'-' or (byte)'_' or (byte)'+' or (byte)'#' or (byte)'.'))
                return false;
        }
        return true;
    }
}

using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>The language of a code block, from the classes that highlighters use: <c>language-cs</c>, <c>lang-js</c>, <c>highlight-source-python</c>, <c>brush: java</c>.</summary>
internal static class CodeLanguage
{
    /// <summary>The language as the page names it, or empty; looks at the block, at the code element in it and at two elements around it.</summary>
    public static ReadOnlySpan<byte> Of(HtmlDocument document, int node)
    {
        HtmlNode block = new(document, node);
        ReadOnlySpan<byte> found = OfElement(block);
        if (found.IsEmpty && block.FirstChildElement(HtmlNames.Code) is { IsNone: false } code)
            found = OfElement(code);
        HtmlNode around = block.Parent;
        for (int i = 0; i < 2 && found.IsEmpty && !around.IsNone && around.IsElement; i++, around = around.Parent)
            found = OfElement(around);
        return found;
    }

    private static ReadOnlySpan<byte> OfElement(HtmlNode element)
    {
        ReadOnlySpan<byte> classes = element.Utf8Attribute(HtmlNames.Class);
        foreach (Range range in classes.Split((byte)' '))
        {
            ReadOnlySpan<byte> word = classes[range];
            foreach (ReadOnlyMemory<byte> prefix in Prefixes)
            {
                if (word.StartsWith(prefix.Span) && word.Length > prefix.Length && word.Length - prefix.Length <= 20)
                    return word[prefix.Length..];
            }
        }
        int brush = classes.IndexOf("brush:"u8);
        if (brush < 0)
            return default;
        ReadOnlySpan<byte> rest = classes[(brush + 6)..].TrimStart((byte)' ');
        int end = rest.IndexOfAny((byte)' ', (byte)';');
        return end < 0 ? rest : rest[..end];
    }

    private static readonly ReadOnlyMemory<byte>[] Prefixes = [.. new[] { "language-", "lang-", "highlight-source-", "highlight-" }.Select(static p => System.Text.Encoding.UTF8.GetBytes(p))];
}

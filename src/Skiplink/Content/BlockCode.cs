using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Content;

/// <summary>Tells blocks of code from code within a line, and the buttons of code blocks.</summary>
internal static class BlockCode
{
    private const int MaxButtonText = 40;

    /// <summary>
    /// Whether an element can be code: one that was never closed holds the rest of the page, with its headings, images and links.
    /// </summary>
    public static bool CanBeCode(in ElementRow element) => element is { Headings: 0, Images: 0, Links: <= 20 };

    /// <summary>
    /// Whether a <c>code</c> element without <c>pre</c> is a block of code: it has several lines, or its class says so. An element without
    /// any attribute is often one that was never closed.
    /// </summary>
    public static bool IsBlock(HtmlNode code)
    {
        if (code.AttributeCount == 0)
            return false;
        if (HasBlockClass(code.Utf8Attribute(HtmlNames.Class)) && !code.Parent.Is(HtmlNames.P) && !code.Parent.Is(HtmlNames.A))
            return true;
        for (HtmlNode child = code.FirstChild; !child.IsNone; child = child.NextSibling)
        {
            bool isLine = child.Is(HtmlNames.Div) || child.Is(HtmlNames.P) || child.Is(HtmlNames.Pre);
            if (isLine || (child.Is(HtmlNames.Br) && !child.NextSibling.IsNone))
                return !code.Parent.Is(HtmlNames.A);
        }
        return false;
    }

    /// <summary>Whether a button copies the code beside it.</summary>
    public static bool IsCopyButton(HtmlNode button) =>
        (ClassMeanings.Of(button) & ClassMeaning.CodeTool) != 0
        || (button.TextContent is { Length: < MaxButtonText } text
            && text.AsSpan().Trim() is "Copy" or "copy" or "Copied!" or "Copy code" or "Copy to clipboard");

    /// <summary>Whether a class has the word <c>block</c>, with which utility style sheets set <c>display: block</c>.</summary>
    private static bool HasBlockClass(ReadOnlySpan<byte> classes)
    {
        foreach (Range word in classes.Split((byte)' '))
        {
            if (classes[word].SequenceEqual("block"u8))
                return true;
        }
        return false;
    }
}

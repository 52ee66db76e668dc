using System.Text;
using Skiplink.Html;

namespace Skiplink.Surroundings;

/// <summary>What the markup of a comment says of its parts, by the words that publishing systems and standards have for them.</summary>
internal static class CommentMarkup
{
    private const int MaxLevels = 4;

    private static readonly byte[][] AuthorWords = Array.ConvertAll(
        ["author", "user", "username", "name", "fn", "nick", "nickname", "commenter", "poster", "creator", "autor", "auteur", "verfasser"],
        Encoding.UTF8.GetBytes);

    /// <summary>Whether an id ends in a number, or has one: <c>comment-123</c>.</summary>
    public static bool IsNumbered(ReadOnlySpan<byte> id) => id.Length is > 1 and <= 80 && id.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;

    /// <summary>A hash of a name without its digits.</summary>
    public static uint HashOf(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte b in name)
        {
            if (b is < (byte)'0' or > (byte)'9')
                hash = (hash ^ b) * 16777619;
        }
        return hash;
    }

    /// <summary>
    /// Whether a text stands in an element that names its author: by <c>cite</c>, <c>itemprop</c>, or a class or id of such a word.
    /// </summary>
    /// <param name="text">The text node.</param>
    /// <param name="root">The element of the comment, which is not looked at; none to look at so many levels.</param>
    public static bool IsAuthor(HtmlNode text, HtmlNode root)
    {
        HtmlNode node = text.Parent;
        for (int i = 0; i < MaxLevels && node.IsElement && node != root; i++, node = node.Parent)
        {
            if (node.Is(HtmlNames.Cite) || HasWord(node.Utf8Attribute(HtmlNames.Itemprop)) || HasWord(node.Utf8Attribute(HtmlNames.Class))
                || HasWord(node.Utf8Attribute(HtmlNames.Id)))
                return true;
            if (node.NameId is HtmlNames.Li or HtmlNames.P or HtmlNames.Tr or HtmlNames.Article)
                return false;
        }
        return false;
    }

    /// <summary>Whether one of the parts of a value is such a word: those of <c>comment-author vcard</c> are three.</summary>
    private static bool HasWord(ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty)
        {
            int end = value.IndexOfAny(" -_:."u8);
            ReadOnlySpan<byte> part = end < 0 ? value : value[..end];
            value = end < 0 ? default : value[(end + 1)..];
            foreach (byte[] word in AuthorWords)
            {
                if (Ascii.EqualsIgnoreCase(part, word) || (part.Length > 7 && word.Length > 4 && EndsWithWord(part, word)))
                    return true;
            }
        }
        return false;
    }

    // commentAuthor, postauthor
    private static bool EndsWithWord(ReadOnlySpan<byte> part, byte[] word) =>
        part.Length > word.Length && Ascii.EqualsIgnoreCase(part[^word.Length..], word);
}

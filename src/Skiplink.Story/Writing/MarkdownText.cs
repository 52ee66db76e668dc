using System.Buffers;
using System.Text;

namespace Skiplink.Stories;

/// <summary>Text of a story in a line of Markdown: it reads back as the same text, and nothing in it is markup.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>&~|$");

    /// <summary>The text on one line, with a backslash before each character that could begin markup.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special) && !text.AsSpan().ContainsAny('\r', '\n'))
            return text;
        StringBuilder escaped = new(text.Length + 8);
        foreach (char c in text)
        {
            if (c is '\r' or '\n')
                escaped.Append(' ');
            else if (Special.Contains(c))
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }
}

using System.Buffers;
using Skiplink.Text;

namespace Skiplink.Metadata.Values;

/// <summary>Separates the title of a page from the name of its site.</summary>
internal static class TitleText
{
    /// <summary>The separators of a title and the name of the site. A colon only follows a name before the title.</summary>
    private static readonly string[] Separators =
        [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", " ‹ ", " « ", " ~ ", "｜", "ㅣ", "|", "：", "_", ": "];

    private const string SignsOfSeparators = "|-–—·•»:/‹«~｜ㅣ：_";

    private static readonly SearchValues<char> Signs = SearchValues.Create(SignsOfSeparators);

    // For each separator, the bit of its character.
    private static readonly uint[] SignOf = Array.ConvertAll(Separators,
        static s => 1u << SignsOfSeparators.IndexOf(s.AsSpan().Trim()[0], StringComparison.Ordinal));

    private const int MaxRounds = 4;

    /// <summary>The letters and digits of a text in lower case, words separated by one space.</summary>
    public static ReadOnlyMemory<char> Words(ReadOnlyMemory<char> text, TextArena texts) =>
        texts.Keep(Words(text.Span, texts.Reserve(text.Length)));

    /// <summary><see cref="Words(ReadOnlyMemory{char}, TextArena)"/> into a buffer as long as the text; returns the length.</summary>
    public static int Words(ReadOnlySpan<char> text, Span<char> words)
    {
        int length = 0;
        foreach (char c in text)
        {
            // The fast path for nearly all characters.
            if (char.IsAsciiLetter(c))
                words[length++] = (char)(c | 0x20);
            else if (char.IsLetterOrDigit(c))
                words[length++] = char.ToLowerInvariant(c);
            else if (length > 0 && words[length - 1] != ' ' && c is not ('\'' or '’'))
                words[length++] = ' ';
        }
        return length > 0 && words[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>A bit for each of the separators' characters in a title.</summary>
    private static uint SignsIn(ReadOnlySpan<char> title)
    {
        uint signs = 0;
        for (int at = title.IndexOfAny(Signs); at >= 0; at = title.IndexOfAny(Signs))
        {
            signs |= 1u << SignsOfSeparators.IndexOf(title[at], StringComparison.Ordinal);
            title = title[(at + 1)..];
        }
        return signs;
    }

    /// <summary>The title without the name of the site before or after it.</summary>
    public static ReadOnlyMemory<char> Without(ReadOnlyMemory<char> title, SiteNames site)
    {
        uint signs = SignsIn(title.Span);
        if (signs == 0)
            return title;
        for (int round = 0; round < MaxRounds; round++)
        {
            int before = title.Length;
            for (int i = 0; i < Separators.Length; i++)
            {
                if ((signs & SignOf[i]) == 0)
                    continue;
                string separator = Separators[i];
                ReadOnlySpan<char> text = title.Span;
                int first = text.IndexOf(separator);
                if (first < 0)
                    continue;
                int last = text.LastIndexOf(separator);
                if (last > 0 && separator != ": " && site.Contains(text[(last + separator.Length)..]))
                    title = title[..last].TrimEnd();
                else if (first > 0 && first + separator.Length < title.Length && site.Contains(text[..first]))
                    title = title[(first + separator.Length)..].TrimStart();
            }
            if (title.Length == before)
                break;
        }
        return title;
    }
}

using System.Buffers;

namespace Skiplink.Metadata.Values;

/// <summary>Parts the title of a page from the name of its site.</summary>
internal static class TitleText
{
    /// <summary>What stands between a title and the site's name. A colon only parts the name before a title.</summary>
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", " ‹ ", " « ", " ~ ", "｜", "ㅣ", "|", "：", "_", ": "];

    private static readonly SearchValues<char> Signs = SearchValues.Create("|-–—·•»:/‹«~｜ㅣ：_");

    private const int MostRounds = 4;

    public static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    /// <summary>A text's letters and digits in lower case, words parted by one space.</summary>
    public static string Words(string text)
    {
        Span<char> words = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                words[length++] = char.ToLowerInvariant(c);
            else if (length > 0 && words[length - 1] != ' ' && c is not ('\'' or '’'))
                words[length++] = ' ';
        }
        return words[..length].TrimEnd(' ').ToString();
    }

    /// <summary>The title without the site's name before or behind it.</summary>
    public static string Without(string title, Func<string, bool> isSite)
    {
        if (!title.AsSpan().ContainsAny(Signs))
            return title;
        for (int round = 0; round < MostRounds; round++)
        {
            string before = title;
            foreach (string separator in Separators)
            {
                int last = title.LastIndexOf(separator, StringComparison.Ordinal), first = title.IndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && separator != ": " && isSite(title[(last + separator.Length)..]))
                    title = title[..last].TrimEnd();
                else if (first > 0 && first + separator.Length < title.Length && isSite(title[..first]))
                    title = title[(first + separator.Length)..].TrimStart();
            }
            if (title.Length == before.Length)
                break;
        }
        return title;
    }
}

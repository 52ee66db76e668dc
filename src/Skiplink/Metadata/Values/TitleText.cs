namespace Skiplink.Metadata.Values;

/// <summary>Parts the title of a page from the name of its site.</summary>
internal static class TitleText
{
    /// <summary>What stands between a title and the site's name. A colon only parts the name before a title.</summary>
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", " ‹ ", " « ", " ~ ", "｜", "ㅣ", "|", "：", "_", ": "];

    private const int MostRounds = 4;

    /// <summary>Longer names of hosts and sites are compared by their beginnings too.</summary>
    private const int LeastPrefix = 5;

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

    /// <summary>Whether a text is the name of a site, or its host written as a name: <c>The Skerry Herald</c>, <c>skerryherald.example</c>, <c>Skerry Herald Online</c>.</summary>
    public static bool IsSite(string text, string? site, string? host)
    {
        if (text.Length > 80)
            return false;
        string letters = Letters(text);
        if (letters.Length == 0)
            return false;
        if (site is not null && Letters(site) is { Length: > 0 } name)
        {
            if (letters == name || letters == Letters(site.Split('.')[0]) || WithoutArticle(letters) == WithoutArticle(name))
                return true;
            if (name.Length >= LeastPrefix && letters.StartsWith(name, StringComparison.Ordinal) && letters.Length < name.Length + 12)
                return true;
            // "BBC News" of "BBC", but not a person after whom the site is named.
            if (letters.Length >= LeastPrefix && name.StartsWith(letters, StringComparison.Ordinal) && name.Length < letters.Length + 8)
                return true;
        }
        if (host is null)
            return false;
        string plain = WithoutWww(host.ToLowerInvariant());
        if (letters == Letters(plain))
            return true;
        foreach (string label in plain.Split('.'))
        {
            if (label.Length >= 3 && Letters(label) is { Length: >= 3 } own
                && (letters == own || WithoutArticle(letters) == WithoutArticle(own) || (own.Length >= LeastPrefix && letters.StartsWith(own, StringComparison.Ordinal) && letters.Length <= own.Length + 8)))
                return true;
        }
        return false;
    }

    private static string WithoutArticle(string letters) => letters.StartsWith("the", StringComparison.Ordinal) && letters.Length > 6 ? letters[3..] : letters;

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}

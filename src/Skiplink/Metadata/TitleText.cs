namespace Skiplink.Metadata;

/// <summary>Parts the title of a page from the name of its site.</summary>
internal static class TitleText
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " / ", " ‹ ", " ~ ", ": "];

    public static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    /// <summary>Whether one text holds the other, case and punctuation apart.</summary>
    public static bool Contains(string text, string part)
    {
        string words = Words(part);
        return words.Length > 0 && Words(text).Contains(words, StringComparison.Ordinal);
    }

    /// <summary>The title without a site's name before or behind it: what equals the name, or the host written as a name.</summary>
    public static string WithoutSite(string title, string? site, string? host)
    {
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (string separator in Separators)
            {
                int last = title.LastIndexOf(separator, StringComparison.Ordinal), first = title.IndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && separator != ": " && IsSite(title[(last + separator.Length)..], site, host))
                    (title, changed) = (title[..last].TrimEnd(), true);
                else if (first > 0 && IsSite(title[..first], site, host))
                    (title, changed) = (title[(first + separator.Length)..].TrimStart(), true);
            }
        }
        return title;
    }

    private static bool IsSite(string text, string? site, string? host)
    {
        string letters = Letters(text);
        if (letters.Length == 0)
            return false;
        if (site is not null && Letters(site) is { Length: > 0 } name && (letters == name || letters == Letters(site.Split('.')[0]) || (name.Length >= 5 && letters.StartsWith(name, StringComparison.Ordinal) && letters.Length < name.Length + 12)))
            return true;
        if (host is null)
            return false;
        string plain = WithoutWww(host.ToLowerInvariant());
        return letters == Letters(plain) || plain.Split('.').Any(label => label.Length >= 3 && letters == Letters(label));
    }

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static string Words(string text) =>
        " " + string.Join(' ', string.Concat(text.ToLowerInvariant().Select(static c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + " ";
}

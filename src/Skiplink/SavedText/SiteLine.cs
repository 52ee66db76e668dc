namespace Skiplink.SavedText;

/// <summary>
/// Reads the site's name from the lines in which a page speaks of itself: <c>© 2025 The Skerry Herald. All rights reserved.</c>, <c>The
/// Mainichi on social media</c>, <c>Also in The Mainichi</c>.
/// </summary>
internal static class SiteLine
{
    private const int MaxCharacters = 200;
    private const int MaxName = 50;

    private static readonly string[] Before = [.. BoilerplateData.BeforeSite.Select(static w => w + " ")];

    private static readonly string[] Behind = [.. BoilerplateData.BehindSite.Select(static w => " " + w)];

    private static readonly string[] By = [.. BoilerplateData.BySite.Select(static w => w + " ")];

    /// <summary>The site's name and the line that says it, or null.</summary>
    public static (string Name, string Line)? Find(SavedTextLayout layout)
    {
        Dictionary<string, (int Count, string Line)> names = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < layout.Lines.Count; i++)
        {
            string line = layout.Lines[i];
            if (!layout.IsBoilerplate(i) || line.Length > MaxCharacters || NameIn(line) is not { } name)
                continue;
            names[name] = names.TryGetValue(name, out (int Count, string Line) known) ? (known.Count + 1, known.Line) : (1, line);
        }
        if (names.Count == 0)
            return null;
        (string best, (int _, string said)) = names.MaxBy(static n => n.Value.Count);
        return (best, said);
    }

    private static int LengthOfCopyright(string text) =>
        BoilerplateData.Copyrights.FirstOrDefault(w => text.StartsWith(w, StringComparison.OrdinalIgnoreCase))?.Length ?? 0;

    private static string? NameIn(string line)
    {
        string text = line.Trim();
        int sign = text.IndexOf('©', StringComparison.Ordinal);
        bool isCopyright = sign >= 0 || LengthOfCopyright(text) > 0;
        if (sign >= 0)
            text = text[(sign + 1)..];
        text = text[LengthOfCopyright(text)..];
        bool isNamed = isCopyright;
        foreach (string start in Before)
        {
            if (!isCopyright && text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                (text, isNamed) = (text[start.Length..], true);
        }
        foreach (string end in Behind)
        {
            if (text.IndexOf(end, StringComparison.OrdinalIgnoreCase) is > 0 and int at)
                (text, isNamed) = (text[..at], true);
        }
        if (!isNamed)
            return null;
        // The year or the years of a copyright stand before the name.
        text = text.TrimStart(" 0123456789-–,.©".AsSpan()).ToString();
        foreach (string by in By)
            text = text.StartsWith(by, StringComparison.OrdinalIgnoreCase) ? text[by.Length..] : text;
        int stop = text.IndexOf(". ", StringComparison.Ordinal);
        text = (stop > 0 ? text[..stop] : text).Trim(' ', '.', ',', '|', '-');
        return text.Length is >= 3 and <= MaxName && char.IsUpper(text[0]) ? text : null;
    }
}

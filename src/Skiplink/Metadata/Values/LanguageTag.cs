namespace Skiplink.Metadata.Values;

/// <summary>Language tags (BCP 47) as pages write them.</summary>
internal static class LanguageTag
{
    private const int MostCharacters = 35;

    /// <summary>The tag with its usual letters, <c>en-GB</c> of <c>EN_gb</c>; null when it is none.</summary>
    public static string? Tidy(string text)
    {
        text = text.Trim();
        int end = text.AsSpan().IndexOfAny(',', ';', ' ');
        text = end >= 0 ? text[..end] : text;
        if (text.Length > MostCharacters)
            return null;
        string[] parts = text.Replace('_', '-').Split('-');
        if (parts[0].Length is < 2 or > 3 || !parts[0].All(char.IsAsciiLetter) || parts[0].ToLowerInvariant() is "und" or "mul" or "zxx" or "xx")
            return null;
        parts[0] = parts[0].ToLowerInvariant();
        for (int i = 1; i < parts.Length; i++)
        {
            if (parts[i].Length is 0 or > 8 || !parts[i].All(char.IsAsciiLetterOrDigit))
                return parts[0];
            parts[i] = parts[i].Length == 2 ? parts[i].ToUpperInvariant() : parts[i].Length == 4 ? char.ToUpperInvariant(parts[i][0]) + parts[i][1..].ToLowerInvariant() : parts[i].ToLowerInvariant();
        }
        return string.Join('-', parts);
    }

    /// <summary>The language alone, without script and region.</summary>
    public static string Primary(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is > 0 and int end ? tag[..end] : tag;

    /// <summary>Whether people who write so put the month before the day in 5/6/2024: the United States and the Philippines.</summary>
    public static bool PutsMonthFirst(string? tag) => tag is "en" or "en-US" or "en-PH" or "es-US" or "fil" or "fil-PH" or "tl";
}

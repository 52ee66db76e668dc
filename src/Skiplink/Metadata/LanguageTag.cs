namespace Skiplink.Metadata;

/// <summary>Language tags (BCP 47) as pages write them.</summary>
internal static class LanguageTag
{
    /// <summary>The tag with its usual letters, <c>en-GB</c> of <c>EN_gb</c>; null when it is none.</summary>
    public static string? Tidy(string text)
    {
        string[] parts = text.Split(',', ';')[0].Trim().Replace('_', '-').Split('-');
        if (parts[0].Length is < 2 or > 3 || !parts[0].All(char.IsAsciiLetter))
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
}

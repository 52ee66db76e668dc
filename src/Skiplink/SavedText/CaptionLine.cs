namespace Skiplink.SavedText;

/// <summary>Recognises a picture's caption by the credit that ends it, and takes the two apart.</summary>
internal static class CaptionLine
{
    private static readonly string[] CreditWords =
        ["photo", "photos", "photograph", "photographer", "pool", "file", "handout", "image", "images", "getty", "reuters", "afp", "ap", "epa", "dpa", "xinhua", "kyodo", "via", "courtesy", "foto", "fotografie", "crédit", "bild"];

    /// <summary>The caption and its credit, or null when the line has no credit at its end.</summary>
    public static Picture? Parse(string line)
    {
        string text = line.TrimEnd();
        if (text.Length > 700)
            return null;
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and int open && IsCredit(text[(open + 1)..^1]))
            return new(text[..open].TrimEnd(), text[(open + 1)..^1].Trim(), null);
        foreach (string label in (string[])["Photo: ", "Photo by ", "Photograph: ", "Photo credit: ", "Image: ", "Credit: ", "Picture: ", "Foto: ", "Bild: ", "Photo : ", "Crédit : "])
        {
            int at = text.LastIndexOf(label, StringComparison.OrdinalIgnoreCase);
            // The credit is the end of the line, not a sentence in it.
            if (at >= 0 && text.Length - at - label.Length is > 1 and < 80 && (at == 0 || !char.IsLetter(text[at - 1])))
                return new(text[..at].TrimEnd(' ', '|', '-', '–', '—'), text[(at + label.Length)..].Trim(), null);
        }
        return null;
    }

    private static bool IsCredit(string text)
    {
        if (text.Length is < 2 or > 120)
            return false;
        string[] words = text.Split([' ', '/', ',', '.', ':', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool isNamed = Array.Exists(words, static w => CreditWords.Contains(w.ToLowerInvariant()));
        // A name and an agency parted by a slash are a credit whatever the agency.
        return isNamed || (text.Contains('/', StringComparison.Ordinal) && words.Length <= 8 && Array.TrueForAll(words, static w => char.IsUpper(w[0])));
    }
}

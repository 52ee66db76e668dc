using System.Buffers;
using Skiplink.Vocabulary;

namespace Skiplink.SavedText;

/// <summary>Recognises a picture's caption by the credit that ends it, and takes the two apart.</summary>
internal static class CaptionLine
{
    private const int MostCharacters = 700;
    private const int MostCredit = 120;

    /// <summary>What stands before a credit at the end of a caption.</summary>
    private static readonly string[] Labels =
    [
        "Photo by ", "Photograph by ", "Photos by ", "Photo courtesy of ", "Photo credit: ", "Photograph: ", "Photo: ", "Photo : ", "Photos: ", "Image source, ", "Image source: ", "Image credit: ", "Image caption, ", "Image: ", "Images: ",
        "Picture: ", "Pictures: ", "Credit: ", "Courtesy: ", "Foto: ", "Fotos: ", "Bild: ", "Bilder: ", "Bildquelle: ", "Bildrechte: ", "Quelle: ", "Crédit photo : ", "Crédits : ", "Crédit : ", "© Photo : ", "Crédito: ", "Imagen: ", "Imagem: ", "Zdjęcie: ",
        "Фото: ", "Фото ", "Fotó: ", "Fotoğraf: ", "Kuva: ", "Ảnh: ", "写真：", "図：", "图源：", "图／", "사진=", "사진 = ", "صورة: ", "फोटो: ",
    ];

    private static readonly SearchValues<string> LabelSearch = SearchValues.Create([.. Labels, "©", "(c) "], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> CreditWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "photo", "photos", "photograph", "photographer", "pool", "file", "handout", "image", "images", "getty", "alamy", "shutterstock", "istock", "imago", "via", "courtesy", "foto", "fotografie", "crédit", "bild", "quelle", "fotó", "фото", "写真",
        "撮影", "제공", "사진", "picture", "screenshot", "illustration", "graphic", "grafik", "archiv", "archivbild", "archivfoto", "symbolbild", "stock",
    };

    /// <summary>The caption and its credit, or null when the line has no credit at its end.</summary>
    public static Picture? Parse(string line)
    {
        string text = line.TrimEnd();
        if (text.Length is < 6 or > MostCharacters)
            return null;
        return InBrackets(text) ?? BehindLabel(text);
    }

    private static Picture? InBrackets(string text)
    {
        char close = text[^1] == '.' && text.Length > 2 ? text[^2] : text[^1];
        if (close is not (')' or '）' or ']'))
            return null;
        int end = text[^1] == '.' ? text.Length - 2 : text.Length - 1;
        int open = text.LastIndexOf(close switch { ')' => '(', '）' => '（', _ => '[' });
        if (open <= 0 || !IsCredit(text[(open + 1)..end]))
            return null;
        return new(text[..open].TrimEnd(), WithoutLabel(text[(open + 1)..end].Trim()), null);
    }

    private static Picture? BehindLabel(string text)
    {
        int at = -1;
        // The last label counts: the credit is the end of the line, not a sentence in it.
        for (int from = 0; from < text.Length && text.AsSpan(from).IndexOfAny(LabelSearch) is >= 0 and int next; from = at + 1)
            at = from + next;
        if (at < 0 || (at > 0 && char.IsLetter(text[at - 1])) || text.Length - at > MostCredit)
            return null;
        string credit = WithoutLabel(text[at..]);
        // Who is credited is a name: no sentence, and not the year of a copyright.
        bool isName = credit.Length is > 1 and < 80 && !credit.EndsWith('.') && credit.Count(static c => c == ' ') < 10 && !char.IsAsciiDigit(credit[0]);
        return isName ? new(text[..at].TrimEnd(' ', '|', '-', '–', '—', '/', '(', '•', '·'), credit, null) : null;
    }

    private static string WithoutLabel(string credit)
    {
        string text = credit.TrimStart('©', ' ');
        foreach (string label in Labels)
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
                return text[label.Length..].Trim(' ', ')', '©');
        }
        return text.Trim(' ', ')');
    }

    private static bool IsCredit(string text)
    {
        if (text.Length is < 2 or > MostCredit)
            return false;
        string[] words = text.Split([' ', '/', ',', '.', ':', '-', '=', '|', '：'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is 0 or > 12)
            return false;
        bool isNamed = Array.Exists(words, static w => CreditWords.Contains(w)) || AgencyNames.IsOne(text) || Array.Exists(words, static w => w.Length > 1 && w.All(char.IsUpper) && Vocabulary.CreditWords.Agency(w) is not null)
            || text.EndsWith("撮影", StringComparison.Ordinal);
        // A name and an agency parted by a slash are a credit whatever the agency.
        return isNamed || (text.Contains('/', StringComparison.Ordinal) && words.Length <= 8 && Array.TrueForAll(words, static w => char.IsUpper(w[0])));
    }
}

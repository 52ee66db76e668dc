using System.Globalization;

namespace Skiplink.Verdicts;

/// <summary>Tells titles and headings of error pages: a phrase for it, a status code of HTTP, or both, and nothing else.</summary>
internal static class ErrorTitles
{
    private static readonly PhraseList Errors = new(VerdictData.Errors);

    // Words that stand beside a code or a phrase and say no more than that it is an error.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "error", "http", "status", "code", "fehler", "erreur", "errore", "erro", "ошибка", "помилка", "błąd", "hata", "fout", "fel", "fejl",
        "feil", "virhe", "chyba", "hiba", "eroare", "σφάλμα", "エラー", "错误", "오류", "oops", "ooops", "sorry", "uh", "oh", "the", "this",
    };

    /// <summary>What a title or a heading is.</summary>
    internal enum Kind : byte
    {
        /// <summary>No error.</summary>
        None,

        /// <summary>One word, or a number alone, that may as well be the title of something.</summary>
        Weak,

        /// <summary>An error.</summary>
        Strong,
    }

    /// <summary>What the words of a title or heading are.</summary>
    public static Kind Of(string words)
    {
        string[] parts = words.Split(' ');
        if (parts.Length > 14)
            return Kind.None;
        bool hasCode = parts.Any(IsCode);
        string[] rest = [.. parts.Where(static p => !IsCode(p))];
        string phrase = string.Join(' ', rest), core = string.Join(' ', rest.Where(static p => !Fillers.Contains(p)));
        if (core.Length == 0)
            return hasCode && rest.Length > 0 ? Kind.Strong : hasCode || Errors.Contains(phrase) ? Kind.Weak : Kind.None;
        if (!Errors.Contains(phrase) && !Errors.Contains(core))
            return Kind.None;
        return hasCode || rest.Length > 1 || core.Length > 12 || core[0] >= '\u3000' ? Kind.Strong : Kind.Weak;
    }

    /// <summary>Whether a word is a status code of HTTP for an error.</summary>
    private static bool IsCode(string word) =>
        word.Length == 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int code)
        && code is (>= 400 and <= 431) or 451 or (>= 500 and <= 511) or (>= 520 and <= 530);
}

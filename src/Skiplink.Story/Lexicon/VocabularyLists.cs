using Skiplink.Vocabulary;

namespace Skiplink.Stories.Lexicon;

/// <summary>
/// The lists that metadata, saved text and stories share, as entries of the lexicon: months, weekdays, agencies and the words of credits.
/// The
/// lexicon's rule of letters holds: an entry with a capital counts only where it is written with one.
/// </summary>
internal static class VocabularyLists
{
    /// <summary>The entries of a class for a language; none where the class is no shared list.</summary>
    /// <param name="wordClass">The class.</param>
    /// <param name="tag">The language.</param>
    /// <param name="hasCapitals">Whether the language writes months and weekdays with a capital.</param>
    public static IEnumerable<(string Entry, string Value)> Entries(WordClass wordClass, string tag, bool hasCapitals) => wordClass switch
    {
        WordClass.Month => MonthData.ByLanguage.Where(r => r.Language == tag)
            .SelectMany(r => Names(r.Forms, hasCapitals, isShortWithoutPoint: true).Select(n => (n, $"{r.Number}"))),
        // Without its point a short weekday is a word of its own: Sun, Do.
        WordClass.Weekday => WeekdayData.ByLanguage.Where(r => r.Language == tag)
            .SelectMany(r => Names(r.Forms, hasCapitals, isShortWithoutPoint: false).Select(n => (n, $"{r.Number}"))),
        WordClass.Agency => AgencyData.Rows.SelectMany(static r => r.Forms.Select(f => (f, r.Name))),
        WordClass.CreditWord => CreditData.Pictures.Where(r => r.Language == tag).SelectMany(static r => r.Words.Select(w => (w, r.Kind))),
        _ => [],
    };

    /// <summary>The forms of a month or weekday; one that another begins with is an abbreviation, and may have a point.</summary>
    private static IEnumerable<string> Names(string[] forms, bool hasCapitals, bool isShortWithoutPoint)
    {
        foreach (string form in forms)
        {
            string written = hasCapitals ? char.ToUpperInvariant(form[0]) + form[1..] : form;
            bool isShort = Array.Exists(forms, f => f.Length > form.Length + 1 && f.StartsWith(form, StringComparison.Ordinal));
            if (!isShort || isShortWithoutPoint)
                yield return written;
            if (isShort)
                yield return written + ".";
        }
    }
}

using System.Buffers;
using System.Collections.Frozen;

namespace Skiplink.Metadata.Values;

/// <summary>Looks up the words of bylines, date lines and credits.</summary>
internal static class CreditWords
{
    private static readonly FrozenDictionary<string, string> AgencyNames =
        CreditData.Agencies.SelectMany(static row => row.Forms.Select(form => (form, row.Name))).ToFrozenDictionary(static f => f.form, static f => f.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> JobWords = CreditData.Jobs.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> DeskWords = CreditData.Desks.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ByWords = CreditData.By.Select(static w => w.TrimEnd(':', '：')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // By their first letters; the longest first: "written by" before "by".
    private static readonly FrozenDictionary<char, string[]> Leads =
        CreditData.By.GroupBy(static w => char.ToLowerInvariant(w[0])).ToFrozenDictionary(static g => g.Key, static g => g.OrderByDescending(static w => w.Length).ToArray());

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AgencyStarts =
        CreditData.Agencies.SelectMany(static a => a.Forms).Select(static f => FirstWord(f).ToString()).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text may begin with an agency's name.</summary>
    public static bool MayBeAgency(ReadOnlySpan<char> text) => AgencyStarts.Contains(FirstWord(text));

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] > 0x300))
            end++;
        return text[..end];
    }

    /// <summary>The usual name of a news agency that is written so, or null.</summary>
    public static string? Agency(string text) => text.Length is >= 2 and <= 40 ? AgencyNames.GetValueOrDefault(text) : null;

    /// <summary>Whether a word is part of the name of a desk, a firm or a site.</summary>
    public static bool IsDesk(string word) => DeskWords.Contains(word);

    /// <summary>Whether a word is part of a job title.</summary>
    public static bool IsJob(string word) => JobWords.Contains(word);

    /// <summary>Whether a text is nothing but what stands before a name.</summary>
    public static bool IsBy(string text) => ByWords.Contains(text.TrimEnd(':', '：', ' '));

    /// <summary>How many characters stand before the name at the beginning of a byline; 0 when it is none.</summary>
    public static int LengthOfBy(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !Leads.TryGetValue(char.ToLowerInvariant(text[0]), out string[]? leads))
            return 0;
        foreach (string lead in leads)
        {
            if (text.Length <= lead.Length || !text.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                continue;
            // A word ends where the name begins, unless a sign or a script without spaces parts them.
            char last = lead[^1], next = text[lead.Length];
            if (next is ' ' or ':' or '：' or '\u00A0' || !char.IsLetterOrDigit(last) || last >= 0x2E80)
                return lead.Length;
        }
        return 0;
    }

    /// <summary>Where the last word that stands before a date ends, if it is in the list; -1 otherwise.</summary>
    public static int LastOf(ReadOnlySpan<char> text, SearchValues<string> words)
    {
        int last = -1;
        for (int from = 0; text[from..].IndexOfAny(words) is >= 0 and int at; from += at + 1)
        {
            if (from + at == 0 || !char.IsLetter(text[from + at - 1]) || text[from + at] >= 0x2E80)
                last = from + at;
        }
        return last;
    }

    /// <summary>The words before the date of publication, before that of the last change, and before dates of other things.</summary>
    public static SearchValues<string> PublishedWords { get; } = SearchValues.Create(CreditData.Published, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc cref="PublishedWords"/>
    public static SearchValues<string> UpdatedWords { get; } = SearchValues.Create(CreditData.Updated, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc cref="PublishedWords"/>
    public static SearchValues<string> OtherWords { get; } = SearchValues.Create(CreditData.Others, StringComparison.OrdinalIgnoreCase);
}

using System.Collections.Frozen;
using Skiplink.Text;

namespace Skiplink.Vocabulary;

/// <summary>Looks up the words of bylines, date lines and credits.</summary>
internal static class CreditWords
{
    /// <summary>The forms of news agencies, those whose texts are printed.</summary>
    private static readonly (string Form, string Name)[] NewsForms =
        [.. AgencyData.Rows.Where(static r => r.Kind == "news").SelectMany(static r => r.Forms.Select(form => (form, r.Name)))];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> NewsAgencies = ByForm(NewsForms);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> AllAgencies =
        ByForm(AgencyData.Rows.SelectMany(static r => r.Forms.Select(form => (form, r.Name))));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> JobWords = Set(CreditData.Jobs);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DeskWords = Set(CreditData.Desks);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByWords =
        Set(CreditData.By.Select(static w => w.TrimEnd(':', '：')));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AndWords = Set(CreditData.And);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // By their first letters; the longest first: "written by" before "by".
    private static readonly FrozenDictionary<char, string[]> Leads =
        CreditData.By.GroupBy(static w => char.ToLowerInvariant(w[0]))
            .ToFrozenDictionary(static g => g.Key, static g => g.OrderByDescending(static w => w.Length).ToArray());

    private static readonly string[]?[] AsciiLeads =
        [.. Enumerable.Range(0, 128).Select(static c => Leads.GetValueOrDefault(char.ToLowerInvariant((char)c)))];

    private static string[]? LeadsOf(char first) =>
        first < AsciiLeads.Length ? AsciiLeads[first] : Leads.GetValueOrDefault(char.ToLowerInvariant(first));

    // The longest word of each, in which it differs most from what else texts are made of.
    private static readonly WordHashes ByHashes = new(CreditData.By.Select(static w => w.Split(' ').MaxBy(static word => word.Length)!));

    // What a credit may begin with that names agencies.
    private static readonly WordHashes AgencyHashes =
        new(NewsForms.Select(static f => f.Form).Concat(Vocabulary.AgencyNames.Leads)
        .Select(static f => FirstWord(f.TrimStart('(')).ToString()));

    /// <summary>All forms of news agencies.</summary>
    public static IEnumerable<string> NewsAgencyForms => NewsForms.Select(static f => f.Form);

    /// <summary>Whether one of some words, by their hashes, may be of what stands before an author's name.</summary>
    public static bool MayHoldBy(ReadOnlySpan<uint> words) => ByHashes.ContainsAny(words);

    /// <summary>Whether a credit whose first word has a hash may name agencies.</summary>
    public static bool MayBeginCredit(uint word) => AgencyHashes.Contains(word);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AgencyStarts =
        Set(NewsForms.Select(static f => f.Form).Select(static f => FirstWord(f).ToString()));

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
    public static string? Agency(ReadOnlySpan<char> text) =>
        text.Length is >= 2 and <= 40 && NewsAgencies.TryGetValue(text.TrimEnd('.'), out string? name) ? name : null;

    /// <summary>The usual name of an agency of news, pictures or releases that is written so, or null.</summary>
    public static string? AnyAgency(ReadOnlySpan<char> text) =>
        text.Length is >= 2 and <= 40 && AllAgencies.TryGetValue(text.TrimEnd('.'), out string? name) ? name : null;

    private static FrozenDictionary<string,
        string>.AlternateLookup<ReadOnlySpan<char>> ByForm(IEnumerable<(string Form, string Name)> forms) =>
        forms.Select(static f => (Form: f.Form.TrimEnd('.'), f.Name)).DistinctBy(static f => f.Form, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(static f => f.Form, static f => f.Name, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoticeWords = Set(CreditData.Notices);

    /// <summary>Whether a text heads lines in capitals, and is no place of a dateline.</summary>
    public static bool IsNotice(ReadOnlySpan<char> text) => NoticeWords.Contains(text);

    private static readonly FrozenDictionary<string, (string Form, string Name)>.AlternateLookup<ReadOnlySpan<char>> WrittenAgencies =
        AgencyData.Rows.SelectMany(static r => r.Forms.Select(form => (Form: form, r.Name)))
            .OrderBy(static f => char.IsLower(f.Form[0]) ? 0 : f.Form.Any(char.IsLower) ? 1 : 2)
            .DistinctBy(static f => f.Form.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(static f => f.Form.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The usual name of an agency in running text, where its form must have the capitals of the list since many are words otherwise; or
    /// null.
    /// </summary>
    public static string? AgencyAsWritten(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 40 || !WrittenAgencies.TryGetValue(text.TrimEnd('.'), out (string Form, string Name) found))
            return null;
        bool isCapitals = found.Form.Length > 1 && !found.Form.Any(char.IsLower);
        foreach (char c in isCapitals ? text : text[..1])
        {
            if (char.IsLower(c) && char.IsUpper(found.Form[0]))
                return null;
        }
        return found.Name;
    }

    /// <summary>Whether a word is part of the name of a desk, a firm or a site.</summary>
    public static bool IsDesk(ReadOnlySpan<char> word) => DeskWords.Contains(word);

    /// <summary>Whether a word is part of a job title.</summary>
    public static bool IsJob(ReadOnlySpan<char> word) => JobWords.Contains(word);

    /// <summary>Whether a word joins two names.</summary>
    public static bool IsAnd(ReadOnlySpan<char> word) => AndWords.Contains(word);

    /// <summary>Whether a text is nothing but what stands before a name.</summary>
    public static bool IsBy(ReadOnlySpan<char> text) => ByWords.Contains(text.TrimEnd(":： "));

    /// <summary>How many characters stand before the name at the beginning of a byline; 0 when it is none.</summary>
    public static int LengthOfBy(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || LeadsOf(text[0]) is not { } leads)
            return 0;
        foreach (string lead in leads)
        {
            // Two ASCII letters that differ in more than their case are no beginning of one text.
            if (text.Length <= lead.Length || (char.IsAscii(text[1]) && char.IsAscii(lead[1]) && ((text[1] ^ lead[1]) & ~0x20) != 0)
                || !text.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                continue;
            // A word ends where the name begins, unless a sign or a script without spaces parts them.
            char last = lead[^1], next = text[lead.Length];
            if (next is ' ' or ':' or '：' or '\u00A0' || !char.IsLetterOrDigit(last) || last >= 0x2E80)
                return lead.Length;
        }
        return 0;
    }
}

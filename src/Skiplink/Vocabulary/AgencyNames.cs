using System.Buffers;
using System.Collections.Frozen;

namespace Skiplink.Vocabulary;

/// <summary>Finds news agencies in credits.</summary>
internal static class AgencyNames
{
    private const int MaxCharacters = 80;

    /// <summary>What stands between agencies.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("/,;|+&·•、・-–—");

    private static readonly string[] Joints = [.. CreditData.And.Select(static w => $" {w} ")];

    /// <summary>
    /// Adds the agencies of a credit that names nothing else but desks of theirs: <c>dpa/lnw</c>, <c>AP, Reuters</c>, <c>mit dpa</c>; none
    /// otherwise.
    /// </summary>
    public static void AddAll(ReadOnlySpan<char> credit, List<string> agencies)
    {
        if (credit.Length is < 2 or > MaxCharacters)
            return;
        ReadOnlySpan<char> text = WithoutLead(credit.Trim(" ()."));
        if (!CreditWords.MayBeAgency(text))
            return;
        int before = agencies.Count;
        if (CreditWords.Agency(text) is { } whole)
            agencies.Add(whole);
        else if (!AddParts(text, agencies, before))
            agencies.RemoveRange(before, agencies.Count - before);
    }

    /// <summary>
    /// Whether a credit may begin with an ASCII character: an agency's first letter, that of a word before it, or a bracket.
    /// </summary>
    public static bool MayBegin(byte first) => first >= 128 || Begins[first];

    /// <summary>Whether a credit names agencies and nothing else.</summary>
    public static bool IsOne(ReadOnlySpan<char> credit)
    {
        List<string> agencies = [];
        AddAll(credit, agencies);
        return agencies.Count > 0;
    }

    private static ReadOnlySpan<char> WithoutLead(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || LeadsOf(text[0]) is not { } leads)
            return text;
        foreach (string lead in leads)
        {
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                return text[lead.Length..].TrimStart(" :");
        }
        return text;
    }

    /// <summary>Adds the agencies of the parts of a credit; false when one is none.</summary>
    private static bool AddParts(ReadOnlySpan<char> text, List<string> agencies, int before)
    {
        Span<Range> names = stackalloc Range[MaxCharacters];
        foreach (Range range in text.SplitAny(Signs))
        {
            ReadOnlySpan<char> part = text[range].Trim();
            if (part.IsEmpty)
                continue;
            int count = part.SplitAny(names, Joints, StringSplitOptions.TrimEntries);
            foreach (Range name in names[..count])
            {
                if (CreditWords.Agency(part[name]) is { } agency)
                {
                    if (agencies.IndexOf(agency, before) < 0)
                        agencies.Add(agency);
                }
                else if (agencies.Count == before || part[name].Length > 4)
                {
                    return false;
                }
            }
        }
        return true;
    }

    /// <summary>What may stand before the agencies of a credit; a word with the space behind it.</summary>
    public static readonly string[] Leads =
        [.. CreditData.AgencyLeads.OrderByDescending(static l => l.Length).Select(static l => char.IsLetter(l[^1]) ? l + " " : l)];

    private static readonly FrozenDictionary<char, string[]> LeadsByLetter = Leads.GroupBy(static w => w[0])
        .ToFrozenDictionary(static g => g.Key, static g => g.ToArray());

    private static readonly string[]?[] AsciiLeads =
        [.. Enumerable.Range(0, 128).Select(static c => LeadsByLetter.GetValueOrDefault(char.ToLowerInvariant((char)c)))];

    private static string[]? LeadsOf(char first) =>
        first < AsciiLeads.Length ? AsciiLeads[first] : LeadsByLetter.GetValueOrDefault(char.ToLowerInvariant(first));

    private static readonly bool[] Begins = MakeBegins();

    private static bool[] MakeBegins()
    {
        bool[] begins = new bool[128];
        foreach (
            char c in (IEnumerable<char>)[.. CreditWords.NewsAgencyForms.Select(static f => f[0]), .. Leads.Select(static l => l[0]), '(',
            ')', '.', '&'])
        {
            if (char.IsAscii(c))
                (begins[char.ToLowerInvariant(c)], begins[char.ToUpperInvariant(c)]) = (true, true);
        }
        return begins;
    }
}

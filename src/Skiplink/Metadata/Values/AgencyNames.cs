using System.Collections.Frozen;

namespace Skiplink.Metadata.Values;

/// <summary>Finds news agencies in credits.</summary>
internal static class AgencyNames
{
    private const int MostCharacters = 80;

    /// <summary>The agencies of a credit that names nothing else but desks of theirs: <c>dpa/lnw</c>, <c>AP, Reuters</c>, <c>mit dpa</c>; empty otherwise.</summary>
    public static List<string> Of(string credit)
    {
        List<string> agencies = [];
        if (credit.Length is < 2 or > MostCharacters)
            return agencies;
        string text = credit.Trim(' ', '(', ')', '.');
        if (text.Length > 0 && LeadsByLetter.TryGetValue(char.ToLowerInvariant(text[0]), out string[]? leads) && Array.Find(leads, lead => text.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) is { } found)
            text = text[found.Length..].TrimStart(' ', ':');
        if (!CreditWords.MayBeAgency(text))
            return agencies;
        if (CreditWords.Agency(text) is { } whole)
            return [whole];
        foreach (string part in text.Split(['/', ',', ';', '|', '+', '&', '·', '•', '、', '・', '-', '–', '—'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (string name in part.Split([" and ", " und ", " et ", " y ", " e ", " en ", " och ", " og "], StringSplitOptions.TrimEntries))
            {
                if (CreditWords.Agency(name) is { } agency)
                    agencies.Add(agency);
                else if (agencies.Count == 0 || name.Length > 4)
                    return [];
            }
        }
        return [.. agencies.Distinct()];
    }

    private static readonly string[] Leads =
        ["with material from ", "with files from ", "with ", "mit material von ", "mit ", "quellen:", "quelle:", "source:", "sources:", "fonte:", "fuente:", "bron:", "kilde:", "kaynak:", "źródło:", "zdroj:", "источник:", "джерело:", "lähde:", "来源：", "来源:", "來源：", "출처:", "출처 =", "المصدر:", "स्रोत:", "källa:", "avec ", "con ", "com ", "met ", "via ", "©", "(c)", "from "];

    private static readonly FrozenDictionary<char, string[]> LeadsByLetter = Leads.GroupBy(static w => w[0]).ToFrozenDictionary(static g => g.Key, static g => g.ToArray());
}

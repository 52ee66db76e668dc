namespace Skiplink.Metadata;

/// <summary>Makes people of bylines: one name each, without "By", job titles, addresses or the site's own name.</summary>
internal static class AuthorNames
{
    private static readonly string[] Leads =
        ["by ", "written by ", "posted by ", "reviewed by ", "author: ", "author ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "przez ", "text: ", "words by ", "text by ", "story by "];

    private static readonly string[] Joints = [" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", ";", "|", " with ", "，", "、", "\n"];

    private static readonly string[] Jobs =
        ["reporter", "correspondent", "editor", "writer", "staff", "contributor", "columnist", "team", "desk", "redaktion", "bureau", "newsroom", "journalist", "photographer", "producer", "admin", "administrator", "guest"];

    /// <summary>The people of the best source: the first whose candidates hold a name at all.</summary>
    public static IReadOnlyList<Finding> Choose(IEnumerable<Finding> candidates, string? site)
    {
        foreach (IGrouping<string, Finding> source in candidates.GroupBy(static c => c.From == "open-graph" ? "meta" : c.From))
        {
            List<Finding> people = [.. source.SelectMany(c => People(c, site)).DistinctBy(static p => p.Value, StringComparer.OrdinalIgnoreCase).Take(12)];
            if (people.Count > 0)
                return people;
        }
        return [];
    }

    private static IEnumerable<Finding> People(Finding byline, string? site)
    {
        string text = Tidy.WithoutTags(byline.Value);
        string lower = text.ToLowerInvariant();
        foreach (string lead in Leads)
        {
            if (lower.StartsWith(lead, StringComparison.Ordinal))
            {
                text = text[lead.Length..];
                break;
            }
        }
        foreach (string joint in Joints)
            text = text.Replace(joint, "\0", StringComparison.OrdinalIgnoreCase);
        foreach (string part in text.Split('\0', ','))
        {
            string name = part.Trim(' ', '.', '-', '–', '—', ':', '•', '/', '"', '\'', '(', ')', '[', ']');
            if (IsName(name, site))
                yield return byline with { Value = name };
        }
    }

    private static bool IsName(string name, string? site)
    {
        if (name.Length is < 2 or > 60 || name.Contains("://", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal) || name.Any(char.IsAsciiDigit))
            return false;
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 6 || !char.IsLetter(name[0]))
            return false;
        if (site is not null && string.Equals(Plain(name), Plain(site), StringComparison.OrdinalIgnoreCase))
            return false;
        return !words.Any(w => Jobs.Contains(w.ToLowerInvariant()));
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

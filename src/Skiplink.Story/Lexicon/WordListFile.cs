namespace Skiplink.Stories.Lexicon;

/// <summary>
/// Reads a word list: entries parted by commas, many on a line; <c>= value</c> at a line's end is what the line's entries stand for,
/// <c>[value]</c> on a line of its own what
/// those of the next lines do; <c>stem(a|b)</c> stands for <c>stema</c> and <c>stemb</c>; what follows <c>#</c> is a remark.
/// </summary>
internal static class WordListFile
{
    /// <summary>An entry and what it stands for; its line where it stands for nothing else than itself.</summary>
    public static IEnumerable<(string Entry, string Value)> Read(string content)
    {
        string? section = null;
        foreach (string raw in content.Split('\n'))
        {
            string line = WithoutRemark(raw).Trim();
            if (line.Length == 0)
                continue;
            if (line[0] == '[' && line[^1] == ']')
            {
                section = line[1..^1].Trim();
                continue;
            }
            int equals = line.LastIndexOf(" = ", StringComparison.Ordinal);
            string? value = equals < 0 ? section : line[(equals + 3)..].Trim();
            foreach (string entry in (equals < 0 ? line : line[..equals])
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (string expanded in Expand(entry))
                    yield return (expanded, value ?? expanded);
            }
        }
    }

    /// <summary>The line up to a <c>#</c> at its start or behind a space.</summary>
    public static string WithoutRemark(string line)
    {
        int remark = line.StartsWith('#') ? 0 : line.IndexOf(" #", StringComparison.Ordinal);
        return remark < 0 ? line : line[..remark];
    }

    private static IEnumerable<string> Expand(string entry)
    {
        int open = entry.IndexOf('(', StringComparison.Ordinal), close = entry.IndexOf(')', StringComparison.Ordinal);
        if (open < 0 || close < open)
            return [entry];
        return entry[(open + 1)..close].Split('|').SelectMany(ending => Expand(entry[..open] + ending + entry[(close + 1)..]));
    }
}

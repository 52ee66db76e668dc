namespace StoryScore.Gold;

/// <summary><c>person ID = Name | at A; B* | role R | …</c>, not yet found in the text.</summary>
internal sealed class EntityLine
{
    public EntityLine(Fields fields)
    {
        Kind = fields.Kind;
        fields.Allow("at", "role", "rel", "ambiguous");
        Quotations =
            [.. (fields.One("at") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Quotation.Parse)];
        if (Kind == "either")
        {
            if (fields.First.Length > 0 && !fields.First.StartsWith("at ", StringComparison.Ordinal))
                throw new FormatException("either has only “at”");
            Quotations = [.. fields.First[3..].Split(';', StringSplitOptions.TrimEntries).Select(Quotation.Parse)];
            return;
        }
        if (fields.First.Split(" = ", 2, StringSplitOptions.TrimEntries) is not [string id, string name])
            throw new FormatException("an entity is “id = Name”");
        (Id, Name) = (id, name);
        if (Quotations.Count == 0)
            throw new FormatException($"{Id} has no mention");
        Roles = fields.Many("role");
        Relations = fields.Many("rel");
        Alternatives = (fields.One("ambiguous") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    public string Kind { get; }

    public string Id { get; } = "";

    public string Name { get; } = "";

    public IReadOnlyList<Quotation> Quotations { get; }

    public IReadOnlyList<string> Roles { get; } = [];

    public IReadOnlyList<string> Relations { get; } = [];

    public IReadOnlyList<string> Alternatives { get; } = [];
}

/// <summary>Finds the mentions of all entities: longer quotations first, so that "Kim" is only where "Kim Jong Un" is not.</summary>
internal static class Mentions
{
    public static (IReadOnlyList<GoldEntity>, IReadOnlyList<Span>) Settle(string text, List<EntityLine> lines, Span? dateline)
    {
        List<Span> taken = dateline is { } span ? [span] : [];
        Dictionary<EntityLine, List<Span>> found = lines.ToDictionary(l => l, _ => new List<Span>());
        List<string> errors = [];
        if (lines.Where(l => l.Id.Length > 0).GroupBy(l => l.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            errors.Add($"two entities are called {twice.Key}");

        foreach ((EntityLine line, Quotation words) in lines
            .SelectMany(l => l.Quotations.Select(q => (l, q)))
            .OrderByDescending(p => p.q.Words.Length - p.q.Left - p.q.Right).ThenBy(p => p.q.Everywhere))
        {
            List<Span> all = words.All(text);
            if (words.Number > 0)
                all = words.Number <= all.Count ? [all[words.Number - 1]] : [];
            List<Span> free = [.. all.Where(s => !taken.Any(t => t.Overlaps(s)))];
            if (free.Count == 0 || (!words.Everywhere && free.Count > 1))
                errors.Add($"“{words.Words}” ({line.Id}) stands {all.Count} times, {free.Count} of them free");
            found[line].AddRange(free);
            taken.AddRange(free);
        }

        HashSet<string> ids = [.. lines.Select(l => l.Id)];
        foreach (EntityLine line in lines)
            errors.AddRange(line.Alternatives.Where(id => !ids.Contains(id)).Select(id => $"no entity is called {id}"));
        if (errors.Count > 0)
            throw new FormatException(string.Join('\n', errors));
        return (
            [.. lines.Where(l => l.Kind != "either").Select(l => new GoldEntity(
                l.Id, l.Kind, l.Name, [.. found[l].OrderBy(s => s.Start)], l.Roles, l.Relations, l.Alternatives))],
            [.. lines.Where(l => l.Kind == "either").SelectMany(l => found[l])]);
    }
}

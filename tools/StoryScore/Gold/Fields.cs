namespace StoryScore.Gold;

/// <summary>One annotation: <c>kind first | second | key value</c>.</summary>
internal sealed class Fields
{
    private readonly string[] _fields;

    public Fields(string line)
    {
        Line = line;
        int space = line.IndexOf(' ');
        if (space < 0)
            throw new FormatException($"a line has a kind and fields: {line}");
        Kind = line[..space];
        _fields = line[(space + 1)..].Split(" | ", StringSplitOptions.TrimEntries);
    }

    public string Line { get; }

    public string Kind { get; }

    public string First => _fields[0];

    public string At(int index) => index < _fields.Length ? _fields[index] : "";

    public int Count => _fields.Length;

    /// <summary>Fails for a field after <paramref name="positional"/> whose first word is not one of <paramref name="keys"/>.</summary>
    public void Allow(int positional, params ReadOnlySpan<string> keys)
    {
        foreach (string field in _fields.Skip(positional))
            if (!keys.Contains(field.Split(' ')[0]))
                throw new FormatException($"what is “{field}”?");
    }

    public void Allow(params ReadOnlySpan<string> keys) => Allow(1, keys);

    public bool Has(string key) => _fields.Skip(1).Contains(key);

    public IReadOnlyList<string> Many(string key) =>
        [.. _fields.Skip(1).Where(f => f.StartsWith(key + " ", StringComparison.Ordinal)).Select(f => f[(key.Length + 1)..].Trim())];

    public string? One(string key) => Many(key) switch
    {
        [] => null,
        [string only] => only,
        _ => throw new FormatException($"{key} is given twice"),
    };
}

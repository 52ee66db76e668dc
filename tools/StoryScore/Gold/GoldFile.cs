namespace StoryScore.Gold;

/// <summary>Reads a file of tests/story-gold. Whatever is wrong with it is told with its line number.</summary>
internal static class GoldFile
{
    /// <summary>All stories below a folder, by name.</summary>
    public static IReadOnlyList<GoldStory> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Read(folder, path))];

    public static GoldStory Read(string folder, string path)
    {
        string name = Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/');
        return Parse(name, File.ReadAllText(path));
    }

    /// <exception cref="FormatException">The annotations do not fit the text, or are not written as they should be.</exception>
    public static GoldStory Parse(string name, string content)
    {
        string[] lines = content.ReplaceLineEndings("\n").Split('\n');
        int first = Array.IndexOf(lines, "----");
        int second = first < 0 ? -1 : Array.IndexOf(lines, "----", first + 1);
        if (second < 0)
            throw new FormatException($"{name}: a story has a head, a text and annotations, parted by lines of ----");

        Dictionary<string, string> head = [];
        for (int i = 0; i < first; i++)
        {
            if (lines[i].Split(':', 2) is not [string key, string value])
                throw new FormatException($"{name}:{i + 1}: the head has lines of “key: value”");
            head.Add(key.Trim(), value.Trim());
        }

        string text = string.Join('\n', lines[(first + 1)..second]).Trim('\n');
        AnnotationLines annotations = new(text);
        List<string> errors = [];
        for (int i = second + 1; i < lines.Length; i++)
            if (lines[i].Length > 0 && lines[i][0] != '#')
                Try(errors, $"{name}:{i + 1}", lines[i], annotations.Add);
        string where = name;
        Try(errors, where, "", _ => annotations.Finish());
        if (errors.Count > 0)
            throw new FormatException(string.Join('\n', errors));
        return new GoldStory
        {
            Name = name,
            Text = text,
            Published = head.GetValueOrDefault("published") is { } day and not "unknown" ? day : null,
            Language = head["language"],
            Tests = head.GetValueOrDefault("tests", ""),
            Dateline = annotations.Dateline,
            Agencies = annotations.Agencies,
            Captions = annotations.Captions,
            Times = [.. annotations.Times.OrderBy(t => t.Span.Start)],
            Quotes = annotations.Quotes,
            Entities = annotations.Entities,
            Optional = annotations.Optional,
        };
    }

    private static void Try(List<string> errors, string where, string line, Action<string> read)
    {
        try
        {
            read(line);
        }
        catch (FormatException problem)
        {
            errors.Add($"{where}: {problem.Message}");
        }
    }
}

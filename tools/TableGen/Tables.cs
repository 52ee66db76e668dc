namespace TableGen;

/// <summary>A source file made from data: its path below the repository's root, and its whole content.</summary>
public sealed record GeneratedFile(string Path, string Content);

/// <summary>Every table that is generated, in one list.</summary>
public static class Tables
{
    public static IEnumerable<GeneratedFile> All(string root)
    {
        yield return new("src/Skiplink.Html/Names/HtmlNames.g.cs", NameTables.Generate(Lines(root, "data/names.txt")));
        yield return new("src/Skiplink.Html/Encodings/EncodingTable.g.cs", EncodingTable.Generate(Lines(root, "data/encodings.txt")));
        yield return new("src/Skiplink.Html/Encodings/EncodingLetterData.g.cs",
            EncodingLetters.Generate(Lines(root, "data/encoding-letters.txt")));
        yield return new("src/Skiplink.Html/References/EntityData.g.cs", EntityTable.Generate(Lines(root, "data/entities.txt")));
        yield return new("src/Skiplink/Vocabulary/MonthData.g.cs", WordTables.Months(Lines(root, "data/months.txt")));
        yield return new("src/Skiplink/Vocabulary/WeekdayData.g.cs", WordTables.Weekdays(Lines(root, "data/weekdays.txt")));
        yield return new("src/Skiplink/Vocabulary/ClockData.g.cs", WordTables.Clock(Lines(root, "data/clock.txt")));
        yield return new("src/Skiplink/Metadata/Values/LanguageData.g.cs", WordTables.Languages(Lines(root, "data/languages.txt")));
        yield return new("src/Skiplink/Vocabulary/CreditData.g.cs", WordTables.Credits(Lines(root, "data/credits.txt")));
        yield return new("src/Skiplink/Vocabulary/NoteData.g.cs", WordTables.Notes(Lines(root, "data/notes.txt")));
        yield return new("src/Skiplink/Vocabulary/AgencyData.g.cs", WordTables.Agencies(Lines(root, "data/agencies.txt")));
        yield return new("src/Skiplink/SavedText/BoilerplateData.g.cs", WordTables.Boilerplate(Lines(root, "data/boilerplate.txt")));
        yield return new("src/Skiplink/Verdicts/VerdictData.g.cs", WordTables.Verdicts(Lines(root, "data/verdicts.txt")));
    }

    /// <summary>The lines of a data file that say something: no comments, no blank lines.</summary>
    private static IReadOnlyList<string[]> Lines(string root, string path) =>
        [.. File.ReadLines(Path.Combine(root, path))
            .Select(static line => line.Trim())
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}

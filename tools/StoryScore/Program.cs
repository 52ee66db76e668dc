using StoryScore;
using StoryScore.Gold;
using StoryScore.Scoring;

// dotnet run -c Release --project tools/StoryScore -- [--verbose] [--only WORD] [--show WORD] [FOLDER]
bool verbose = args.Contains("--verbose");
string only = Value("--only") ?? Value("--show") ?? "";
string folder = args.LastOrDefault(Directory.Exists) ?? Path.Combine(Directory.GetCurrentDirectory(), "tests", "story-gold");
List<GoldStory> stories;
try
{
    stories = [.. GoldFile.ReadAll(folder).Where(s => s.Name.Contains(only, StringComparison.Ordinal))];
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
foreach (string problem in stories.SelectMany(Soundness.Problems))
    Console.Error.WriteLine(problem);
if (stories.Count == 0)
{
    Console.Error.WriteLine($"no story in {folder} has a name with “{only}”");
    return 2;
}

if (Value("--show") is not null)
{
    foreach (GoldStory story in stories)
        Console.WriteLine(GoldListing.Of(story));
    return 0;
}
// What the rules were made with apart from what was kept from them, and each language apart.
foreach (var group in stories.GroupBy(s => (IsUnseen: s.Name.StartsWith("unseen/", StringComparison.Ordinal), s.Language))
    .OrderBy(g => g.Key.IsUnseen).ThenByDescending(g => g.Count()))
{
    Scores scores = Scorer.Run(group);
    if (verbose)
        foreach (string note in scores.Notes)
            Console.WriteLine(note);
    Console.WriteLine(
        ScoreTable.Of(
        $"{group.Count()} stories, {group.Key.Language}{(group.Key.IsUnseen ? ", kept from the rules while they were made" : "")}",
        scores));
}
return 0;

string? Value(string option)
{
    int at = Array.IndexOf(args, option);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

using StoryScore;
using StoryScore.Gold;

string folder = Path.Combine(Directory.GetCurrentDirectory(), "tests", "story-gold");
bool bad = false;
foreach (string path in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    try {
        GoldStory story = GoldFile.Read(folder, path);
        if (args.Length > 1 && args[0] == "--show" && story.Name.Contains(args[1], StringComparison.Ordinal))
            Console.WriteLine(GoldListing.Of(story));
        foreach (string problem in Soundness.Problems(story)) { bad = true; Console.Error.WriteLine(problem); }
    } catch (FormatException e) { bad = true; Console.Error.WriteLine(e.Message); }
}
return bad ? 1 : 0;

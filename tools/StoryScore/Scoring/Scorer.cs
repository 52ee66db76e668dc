using Skiplink.Stories;
using StoryScore.Gold;

namespace StoryScore.Scoring;

/// <summary>Holds what <see cref="Story.Read(StoryInput)"/> finds against what a careful reader noted down.</summary>
internal static class Scorer
{
    private static readonly string[] PartNames =
    [
        "datelines", "datelines, all parts", "captions", "credits",
        "times, same words", "  dates and clock times", "  durations and sets", "times, overlapping", "times, value",
            "  first and last day", "  modifier",
        "direct quotes", "  speaker of direct", "mixed quotes", "  speaker of mixed", "indirect quotes", "  speaker of indirect",
            "quotes of any kind",
        "  cue", "  addressee", "  when it was said",
        "people, B³", "  mentions of people", "  roles (recall)", "  relations (recall)", "  marked ambiguous",
        "organisations, B³", "  mentions of organisations", "places, B³", "  mentions of places",
        "timeline", "  planned or not",
    ];

    public static Scores Run(IEnumerable<GoldStory> stories) => Run(stories, Read);

    public static Scores Run(IEnumerable<GoldStory> stories, Func<GoldStory, Story> read)
    {
        Scores scores = new(PartNames);
        foreach (GoldStory gold in stories)
        {
            Story found = read(gold);
            EntityMap map = new(gold, found);
            DatelineScoring.Add(scores, gold, found);
            TimeScoring.Add(scores, gold, found);
            QuoteScoring.Add(scores, gold, found, map);
            EntityScoring.Add(scores, gold, found, map);
        }
        return scores;
    }

    public static Story Read(GoldStory gold) =>
        Story.Read(new StoryInput { Text = gold.Text, Published = gold.Published, Language = gold.Language });
}

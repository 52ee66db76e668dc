namespace StoryScore.Scoring;

/// <summary>What was counted for one part: what should be found, what was found, and how much of either is right.</summary>
internal sealed class Score(string part)
{
    public string Part { get; } = part;

    public double Gold { get; private set; }

    public double Found { get; private set; }

    public double RightOfGold { get; private set; }

    public double RightOfFound { get; private set; }

    public double Precision => Found == 0 ? 1 : RightOfFound / Found;

    public double Recall => Gold == 0 ? 1 : RightOfGold / Gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>A pair that belongs together, right or wrong.</summary>
    public void Pair(bool right)
    {
        Gold++;
        Found++;
        RightOfGold += right ? 1 : 0;
        RightOfFound += right ? 1 : 0;
    }

    /// <summary>Something that should be found; <paramref name="right"/> tells how much of it was.</summary>
    public void Wanted(double right)
    {
        Gold++;
        RightOfGold += right;
    }

    /// <summary>Something that was found; <paramref name="right"/> tells how much of it is right.</summary>
    public void Given(double right)
    {
        Found++;
        RightOfFound += right;
    }
}

/// <summary>All scores, in the order of the table, and what was missed or falsely found.</summary>
internal sealed class Scores(IEnumerable<string> parts)
{
    private readonly List<Score> _scores = [.. parts.Select(p => new Score(p))];
    private readonly List<string> _notes = [];

    public IReadOnlyList<Score> All => _scores;

    public IReadOnlyList<string> Notes => _notes;

    public Score this[string part] => _scores.Find(s => s.Part == part) ?? throw new ArgumentException($"no part of the table: {part}");

    public void Note(string story, string part, string what) => _notes.Add($"{story}\t{part}\t{what.ReplaceLineEndings("¶")}");
}

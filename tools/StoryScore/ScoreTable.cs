using System.Globalization;
using System.Text;
using StoryScore.Scoring;

namespace StoryScore;

/// <summary>The scores as a table of Markdown.</summary>
internal static class ScoreTable
{
    public static string Of(string title, Scores scores)
    {
        StringBuilder b = new();
        b.Append(CultureInfo.InvariantCulture,
            $"{title}\n\n| part | wanted | found | precision | recall | F1 |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (Score s in scores.All.Where(s => s.Gold + s.Found > 0))
            b.Append(CultureInfo.InvariantCulture,
                $"| {s.Part.Replace("  ", "· "),-26} | {s.Gold,4:0} | {s.Found,4:0} |"
                    + $" {(s.Found == 0 ? "–" : (100 * s.Precision).ToString("0.0", CultureInfo.InvariantCulture)),5} |"
                    + $" {100 * s.Recall,5:0.0} | {100 * s.F1,5:0.0} |\n");
        return b.ToString();
    }
}

using Train;

namespace Label;

/// <summary>
/// Compares labels with a corpus' own text of each page: word precision, recall and F1 of the blocks labelled as title and main text,
/// which says how good the labels are, and where the corpus means something else by main text.
/// </summary>
internal static class TruthCheck
{
    public static int Print(string labelFile, string folder)
    {
        Dictionary<string, LabelledPage> pages = Corpus.Read(folder).ToDictionary(static p => p.Key);
        List<(string Key, PageScore Score)> scores = [];
        foreach (RoleLabels labels in RoleLabels.Read(labelFile))
        {
            if (!pages.TryGetValue(labels.Key, out LabelledPage? page))
                continue;
            PreparedPage prepared = new(page, 0);
            char[] roles = labels.For(prepared.Blocks);
            scores.Add((labels.Key, PageScore.OfBlocks(prepared.Blocks, b => roles[b] is 'm' or 't' or 's', prepared.TruthWords)));
        }
        foreach ((string key, PageScore score) in scores.OrderBy(static s => s.Score.F1))
            Console.WriteLine($"{key}  P {score.Precision:F3}  R {score.Recall:F3}  F1 {score.F1:F3}");
        if (scores.Count > 0)
            Console.WriteLine($"{scores.Count} pages: P {scores.Average(static s => s.Score.Precision):F4}"
                + $"  R {scores.Average(static s => s.Score.Recall):F4}  F1 {scores.Average(static s => s.Score.F1):F4}");
        return 0;
    }
}

using Skiplink;

namespace Train;

/// <summary>Prints what an experiment found.</summary>
internal static class Report
{
    /// <summary>Means over the pages of the labelled corpus, over those of each kind, and over the pages of each other corpus.</summary>
    public static void Scores(string what, PreparedPage[] pages, int[] scored, Func<int, PageScore> score)
    {
        Dictionary<int, PageScore> all = scored.ToDictionary(static i => i, score);
        PageScore[] scores = [.. scored.Where(i => pages[i].Page.Truth is not null).Select(i => all[i])];
        Console.WriteLine(
            $"{what}: P {scores.Average(static s => s.Precision):F4}  R {scores.Average(static s => s.Recall):F4}  "
            + $"F1 {scores.Average(static s => s.F1):F4}   "
            + string.Join(
                "  ",
                scored.GroupBy(i => pages[i].Page.Truth is null ? pages[i].Page.Corpus : pages[i].Page.Kind)
                .OrderBy(static g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Average(i => all[i].F1):F3}")));
    }

    /// <summary>How often the kind was told right.</summary>
    public static void Kinds(PreparedPage[] pages, PageReading[] readings, PageKind[] told)
    {
        int[] labelled = [.. Enumerable.Range(0, pages.Length).Where(i => readings[i].Kind is not null)];
        if (labelled.Length == 0)
            return;
        Console.WriteLine($"kind told right: {labelled.Average(i => told[i] == readings[i].Kind ? 1.0 : 0):F3} of {labelled.Length}   "
            + string.Join(
                "  ",
                labelled.GroupBy(i => readings[i].Kind!.Value).OrderBy(static g => g.Key)
                .Select(g => $"{g.Key} {g.Average(i => told[i] == readings[i].Kind ? 1.0 : 0):F3}")));
    }

    /// <summary>
    /// Pages by the confidence that the calibration of the other folds gives them, a tenth of them a line: what was told and what they
    /// reached.
    /// </summary>
    public static void Calibration(PreparedPage[] pages, PageReading[] readings, string? plot)
    {
        int[] scored = [.. Enumerable.Range(0, pages.Length).Where(i => pages[i].IsScored)];
        Dictionary<int, (double Told, double Real)> all = [];
        foreach (int fold in pages.Select(static p => p.Fold).Distinct())
        {
            Skiplink.Learning.Calibration line = Skiplink.Learning.Calibration.Learn(
                [.. scored.Where(i => pages[i].Fold != fold).Select(i => (readings[i].Promised, readings[i].Score.F1))]);
            foreach (int i in scored.Where(i => pages[i].Fold == fold))
                all[i] = (line.Of(readings[i].Promised), readings[i].Score.F1);
        }
        Console.WriteLine("confidence by tenths of the pages:");
        (double Told, double Real)[][] tenths = [.. all.Values.OrderBy(static p => p.Told).Chunk((all.Count + 9) / 10)];
        foreach ((double Told, double Real)[] tenth in tenths)
            Console.WriteLine(
                $"  told {tenth.Average(static p => p.Told):F3}  was {tenth.Average(static p => p.Real):F3}  {tenth.Length} pages");
        if (plot is not null)
            CalibrationPlot.Write(plot, [.. tenths.Select(static t => (t.Average(static p => p.Told), t.Average(static p => p.Real)))]);
        Console.WriteLine(
            $"mean difference {tenths.Average(static t => Math.Abs(t.Average(static p => p.Told) - t.Average(static p => p.Real))):F3}, "
            + $"largest {tenths.Max(static t => Math.Abs(t.Average(static p => p.Told) - t.Average(static p => p.Real))):F3}");
    }
}

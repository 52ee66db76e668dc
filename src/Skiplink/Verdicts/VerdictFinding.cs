namespace Skiplink.Verdicts;

/// <summary>What was found of a page that is no page to read.</summary>
/// <param name="Verdict">What it is.</param>
/// <param name="Evidence">What that stands on.</param>
/// <param name="Shown">Of a paywall, how much is shown.</param>
internal sealed record VerdictFinding(PageVerdict Verdict, IReadOnlyList<VerdictEvidence> Evidence, ShownText? Shown = null)
{
    /// <summary>A page to read.</summary>
    public static readonly VerdictFinding None = new(PageVerdict.None, []);
}

using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Keeps the blocks above the cut that has the highest expected F-beta over words. The expectation takes blocks for independent: with
/// probabilities p and word counts w, F = (1 + b²) Σ kept pw / (Σ kept w + b² Σ all pw); after Nan et al., "Optimizing F-measures", ICML
/// 2012.
/// </summary>
internal sealed class ExpectedF1Cut
{
    private readonly CopyDetector _copies = new();

    // The blocks that may be kept, and those of them that are above the cut as far as it is known.
    private int[] _candidates = [];
    private int[] _above = [];
    private readonly List<int> _copyBlocks = [];
    private int _candidateCount;
    private BlockTable _blocks = null!;
    private double _expectedWords;

    /// <summary>Starts a page: finds the blocks that may be kept.</summary>
    public void Start(PageDocument page, ReadOnlySpan<float> probabilities)
    {
        BlockTable blocks = _blocks = page.Blocks;
        if (_candidates.Length < blocks.Count)
        {
            int size = Math.Max(blocks.Count, 2 * _candidates.Length);
            (_candidates, _above) = (new int[size], new int[size]);
        }
        (_expectedWords, _candidateCount) = (0, 0);
        _copies.Start(page);
        _copyBlocks.Clear();
        for (int i = 0; i < blocks.Count; i++)
        {
            ref readonly BlockRow block = ref blocks[i];
            if (block.Words == 0 || block.IsHidden)
                continue;
            if (block.Words >= BlockRow.MinLongWords && probabilities[i] > FittedConstants.MinCopyProbability
                && _copies.IsCopy(i, probabilities[i]))
            {
                _copyBlocks.Add(i);
                continue;
            }
            _expectedWords += probabilities[i] * (double)block.Words;
            if (probabilities[i] >= FittedConstants.MinProbability)
                _candidates[_candidateCount++] = i;
        }
    }

    /// <summary>
    /// Finds the cut without sorting. A block added to others raises their F when it is more probable than F / (1 + b²), whatever its
    /// words: so the best cut keeps all blocks above F / (1 + b²) of the F that they have together. It is found from below: the F of all
    /// blocks is a first floor, what is above it has a higher F, and so on until nothing more falls out, mostly after three or four passes;
    /// after Dinkelbach, "On nonlinear fractional programming", 1967. Sums of probabilities with 24 bits times whole numbers are exact, in
    /// whatever order they are added up.
    /// </summary>
    /// <param name="draft">Is started, and keeps the blocks above the cut; none when the page has no main text to expect.</param>
    /// <param name="probabilities">For each block of the page the probability that it is main text.</param>
    /// <param name="beta">How much more recall counts than precision: 1 for the F1, below 1 for precision.</param>
    /// <returns>Whether the page has any main text to expect.</returns>
    public bool Cut(SelectionDraft draft, ReadOnlySpan<float> probabilities, double beta)
    {
        draft.Start(_blocks);
        double square = beta * beta, right = 0, words = 0, floor = 0;
        Span<int> above = _above.AsSpan(0, _candidateCount);
        _candidates.AsSpan(0, _candidateCount).CopyTo(above);
        double before;
        do
        {
            int count = 0;
            (right, words) = (0, 0);
            foreach (int i in above)
            {
                if ((1 + square) * probabilities[i] <= floor)
                    continue;
                right += probabilities[i] * (double)_blocks[i].Words;
                words += _blocks[i].Words;
                above[count++] = i;
            }
            above = above[..count];
            (before, floor) = (floor, (1 + square) * right / (words + (square * _expectedWords)));
        }
        while (floor > before);
        double expectedF1 = above.IsEmpty ? 0 : 2 * right / (words + _expectedWords), lowest = 1;
        bool hasMainText = expectedF1 >= FittedConstants.MinExpectedF1 || right >= FittedConstants.FewExpectedWords;
        if (!hasMainText)
        {
            draft.SkipAll(BlockReason.NoMainText);
        }
        else
        {
            foreach (int i in _copyBlocks)
                draft.Skip(i, BlockReason.Copy);
            foreach (int i in above)
            {
                draft.Keep(i, BlockReason.Probability);
                lowest = Math.Min(lowest, probabilities[i]);
            }
        }
        draft.SetCut(expectedF1, lowest);
        return hasMainText;
    }
}

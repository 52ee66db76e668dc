using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>Chooses which blocks to keep, from their probabilities.</summary>
internal sealed class Selection
{
    /// <summary>A page that promises less than this F1, and no more than this many words, gives nothing.</summary>
    private const double LeastExpectedF1 = 0.3;
    private const double FewWords = 30;

    /// <summary>A block less probable than this is below the cut of any page that gives something, which is a fifth of the F that it promises at the least.</summary>
    private const float LeastProbability = 0.02f;

    /// <summary>
    /// The beta of each mode. Balanced is a little below 1: blocks are not independent, as the expectation takes them to be, and out of fold this beta gives the higher F1.
    /// </summary>
    public const double Balanced = 0.9;
    public const double Precise = 0.5;
    public const double Complete = 2;

    /// <summary>A page of fewer blocks than this has hardly any furniture, unless it is one of a shop.</summary>
    private const int FewBlocks = 50;
    private const double Small = 1.6;

    /// <summary>
    /// The beta of the balanced mode for a page. A story's text is nearly certain, and what is doubtful there is mostly teasers and promotion; the goods of a collection or
    /// the posts of a thread are doubtful one and all; and of a small page most is text.
    /// </summary>
    public static double BalancedFor(PageKind kind, int blocks) => kind switch
    {
        PageKind.Product => 0.7,
        PageKind.Collection or PageKind.Listing => Balanced,
        _ when blocks < FewBlocks => Small,
        PageKind.Article => 0.6,
        _ => Balanced,
    };

    private int[] _order = [];
    private float[] _keys = [];
    private readonly HashSet<uint> _texts = [];

    // What all blocks promise together, and how many of them are considered.
    private double _promised;
    private int _considered;
    private bool _isAnything;

    /// <summary>The lowest probability that was kept on the last page; 1 when nothing was.</summary>
    public double LowestKept { get; private set; }

    /// <summary>
    /// Keeps the blocks above the cut that has the highest expected F-beta over words, and returns the expected F1 of what it kept. The expectation takes blocks for
    /// independent: with probabilities p and word counts w, F = (1 + b²) Σ kept pw / (Σ kept w + b² Σ all pw); after Nan et al., "Optimizing F-measures", ICML 2012.
    /// </summary>
    /// <param name="blocks">The page; <see cref="BlockRow.Probability"/> is read and <see cref="BlockRow.Kept"/> written.</param>
    /// <param name="beta">How much more recall counts than precision: 1 for the F1, below 1 for precision.</param>
    public double Select(BlockTable blocks, double beta)
    {
        double expected = Choose(blocks, beta);
        Finish(blocks);
        return expected;
    }

    /// <summary>Keeps the blocks above the cut, and nothing but them: <see cref="Finish"/> does the rest.</summary>
    /// <inheritdoc cref="Select"/>
    public double Choose(BlockTable blocks, double beta)
    {
        Rank(blocks);
        return Cut(blocks, beta);
    }

    /// <summary>Chooses anew with another beta on the page that was chosen from last.</summary>
    /// <inheritdoc cref="Select"/>
    public double ChooseAgain(BlockTable blocks, double beta)
    {
        foreach (ref BlockRow block in blocks.Rows)
        {
            block.Kept = false;
            block.Verdict = block.Verdict == Verdict.Copy ? Verdict.Copy : Verdict.Scored;
        }
        return Cut(blocks, beta);
    }

    /// <summary>Keeps what belongs to the blocks that were chosen.</summary>
    public void Finish(BlockTable blocks)
    {
        if (!_isAnything)
            return;
        WholeParts.Complete(blocks);
        WholeParts.KeepHeadings(blocks);
        Islands.Keep(blocks);
        KeepSymbols(blocks, (float)LowestKept);
    }

    /// <summary>Sorts the blocks that may be kept by falling probability.</summary>
    private void Rank(BlockTable blocks)
    {
        int count = blocks.Count;
        if (_order.Length < count)
            (_order, _keys) = (new int[Math.Max(count, 2 * _order.Length)], new float[Math.Max(count, 2 * _order.Length)]);
        _promised = 0;
        _considered = 0;
        _texts.Clear();
        for (int i = 0; i < count; i++)
        {
            ref BlockRow block = ref blocks[i];
            block.Kept = false;
            block.Verdict = Verdict.Scored;
            if (block.Words == 0)
                continue;
            // The second copy of a paragraph (for telephones, from the server) is not text of its own.
            if (block.Words >= 10 && block.Probability > 0.2f && !_texts.Add(block.TextHash))
            {
                block.Verdict = Verdict.Copy;
                continue;
            }
            _promised += block.Probability * (double)block.Words;
            if (block.Probability < LeastProbability)
                continue;
            _order[_considered] = i;
            _keys[_considered++] = -block.Probability;
        }
        Array.Sort(_keys, _order, 0, _considered);
    }

    private double Cut(BlockTable blocks, double beta)
    {
        double square = beta * beta, right = 0, words = 0, best = 0, expectedF1 = 0, expectedWords = 0;
        int cut = 0;
        for (int i = 0; i < _considered; i++)
        {
            ref readonly BlockRow block = ref blocks[_order[i]];
            right += block.Probability * (double)block.Words;
            words += block.Words;
            double f = (1 + square) * right / (words + (square * _promised));
            if (f > best)
                (best, cut, expectedF1, expectedWords) = (f, i + 1, 2 * right / (words + _promised), right);
        }
        LowestKept = 1;
        _isAnything = expectedF1 >= LeastExpectedF1 || expectedWords >= FewWords;
        if (!_isAnything)
        {
            foreach (ref BlockRow block in blocks.Rows)
                block.Verdict = Verdict.NoMainText;
            return expectedF1;
        }
        LowestKept = cut > 0 ? blocks[_order[cut - 1]].Probability : 1;
        for (int i = 0; i < cut; i++)
            blocks[_order[i]].Kept = true;
        return expectedF1;
    }

    // A block without a single word (a row of stars, an arrow) goes with the blocks on both sides of it.
    private static void KeepSymbols(BlockTable blocks, float least)
    {
        for (int i = 1; i + 1 < blocks.Count; i++)
        {
            ref BlockRow block = ref blocks[i];
            if (block.Words == 0)
                block.Kept = block.Probability >= least && blocks[i - 1].Kept && blocks[i + 1].Kept;
        }
    }
}

using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>Chooses which blocks to keep, from their probabilities.</summary>
internal sealed class BlockSelector
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

    // The blocks that may be kept, and those of them that are above the cut as far as it is known.
    private int[] _considered = [];
    private int[] _above = [];
    private int _consideredCount;
    private readonly HashSet<uint> _texts = [];
    private readonly WholeParts _wholeParts = new();

    // What all blocks promise together.
    private double _promised;
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
        Consider(blocks);
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
        _wholeParts.Complete(blocks);
        WholeParts.KeepHeadings(blocks);
        Islands.Keep(blocks);
        KeepSymbols(blocks, (float)LowestKept);
    }

    /// <summary>Finds the blocks that may be kept.</summary>
    private void Consider(BlockTable blocks)
    {
        int count = blocks.Count;
        if (_considered.Length < count)
            (_considered, _above) = (new int[Math.Max(count, 2 * _considered.Length)], new int[Math.Max(count, 2 * _considered.Length)]);
        _promised = 0;
        _consideredCount = 0;
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
            if (block.Probability >= LeastProbability)
                _considered[_consideredCount++] = i;
        }
    }

    /// <summary>
    /// Finds the cut without sorting. A block added to others raises their F when it is more probable than F / (1 + b²), whatever its words: so the best cut keeps all blocks above
    /// F / (1 + b²) of the F that they have together. It is found from below: the F of all blocks is a first floor, what is above it has a higher F, and so on until nothing more
    /// falls out, mostly after three or four passes; after Dinkelbach, "On nonlinear fractional programming", 1967. Sums of probabilities with 24 bits times whole numbers are
    /// exact, in whatever order they are added up.
    /// </summary>
    private double Cut(BlockTable blocks, double beta)
    {
        double square = beta * beta, right = 0, words = 0, floor = 0;
        Span<int> above = _above.AsSpan(0, _consideredCount);
        _considered.AsSpan(0, _consideredCount).CopyTo(above);
        double before;
        do
        {
            int count = 0;
            (right, words) = (0, 0);
            foreach (int i in above)
            {
                ref readonly BlockRow block = ref blocks[i];
                if ((1 + square) * block.Probability <= floor)
                    continue;
                right += block.Probability * (double)block.Words;
                words += block.Words;
                above[count++] = i;
            }
            above = above[..count];
            (before, floor) = (floor, (1 + square) * right / (words + (square * _promised)));
        }
        while (floor > before);
        double expectedF1 = above.IsEmpty ? 0 : 2 * right / (words + _promised);
        LowestKept = 1;
        _isAnything = expectedF1 >= LeastExpectedF1 || right >= FewWords;
        if (!_isAnything)
        {
            foreach (ref BlockRow block in blocks.Rows)
                block.Verdict = Verdict.NoMainText;
            return expectedF1;
        }
        foreach (int i in above)
        {
            blocks[i].Kept = true;
            LowestKept = Math.Min(LowestKept, blocks[i].Probability);
        }
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

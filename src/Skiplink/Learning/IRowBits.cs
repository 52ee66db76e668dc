namespace Skiplink.Learning;

/// <summary>
/// A bit for each of some rows, and what depends on how many they are: <see cref="BitScorer"/> is compiled for each. Rows are taken 64 at a time, as a chunk. Where the bits of a chunk stand is
/// each way's own affair.
/// </summary>
internal interface IRowBits<TSelf>
    where TSelf : unmanaged, IRowBits<TSelf>
{
    /// <summary>Whether this machine has the instructions.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>How many rows: 64 or a multiple of it.</summary>
    static abstract int Rows { get; }

    static abstract TSelf All { get; }

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>The bits of <paramref name="left"/> that <paramref name="right"/> does not have.</summary>
    static abstract TSelf Without(TSelf left, TSelf right);

    /// <summary>
    /// Answers yes to each threshold for the chunks whose least value is above it, and no for the others. Counts for each chunk the thresholds below its least value, and
    /// those below its greatest.
    /// </summary>
    /// <param name="thresholds">In rising order.</param>
    /// <param name="least">Eight numbers for each of eight chunks, the least of which is the chunk's least value.</param>
    /// <param name="most">The same for the greatest value.</param>
    /// <param name="answer">Where the answers to the first threshold go.</param>
    /// <param name="from">For each chunk, how many thresholds are below all of its values.</param>
    /// <param name="to">For each chunk, how many are below any.</param>
    static abstract void AnswerForChunks(ReadOnlySpan<float> thresholds, ref float least, ref float most, ref TSelf answer, Span<int> from, Span<int> to);

    /// <summary>Compares the values of a chunk with each threshold.</summary>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="values">The chunk's values: a multiple of eight.</param>
    /// <param name="chunk">Which of the chunks it is.</param>
    /// <param name="answer">Where the answers to the first threshold go.</param>
    static abstract void AnswerForRows(ReadOnlySpan<float> thresholds, ReadOnlySpan<float> values, int chunk, ref TSelf answer);

    /// <summary>Adds for each row the leaves that it reaches.</summary>
    /// <param name="trees">The ensemble.</param>
    /// <param name="range">Which of its trees.</param>
    /// <param name="numbers">For each of them the five bits of the leaf's number, each for all rows.</param>
    /// <param name="rows">How many rows there are in fact.</param>
    /// <param name="sums">Where to add.</param>
    static abstract void AddLeaves(BitTrees trees, Range range, ref TSelf numbers, int rows, ref int sums);

    /// <summary>Where the sum of a row is.</summary>
    static abstract int Place(int row);
}

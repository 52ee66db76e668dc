using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Learning;

/// <summary>
/// Scores many rows side by side, a bit of a vector each, without a branch that depends on a row. First every question of the ensemble is put to all rows; of most
/// questions the answer is the same for 64 rows that follow each other, which their least and greatest value tell. Then each tree sends the rows down its splits with
/// two bit operations a split, and the leaves that they reach are looked up. Holds scratch memory: one for each thread.
/// </summary>
/// <remarks>
/// Bit-sliced evaluation of trees, with the questions of all trees sorted by feature as in Lucchese et al., "QuickScorer" (SIGIR 2015). Scores are sums of integers, so
/// they are the same whatever the order, the width and the machine.
/// </remarks>
internal sealed class BitScorer
{
    public const int ChunkRows = 64;
    private const int MostChunks = 8;

    /// <summary>Values are turned, and compared, eight at a time.</summary>
    private const int Tile = 8;

    /// <summary>In numbers.</summary>
    private const int CacheLine = 16;

    /// <summary>So many trees are sent down before their leaves are looked up.</summary>
    private const int TreesAtOnce = 16;

    /// <summary>The bits of a leaf's number.</summary>
    public const int NumberBits = 5;

    private readonly AlignedMemory _answers = new();
    private readonly AlignedMemory _columns = new();
    private readonly AlignedMemory _reached = new();
    private readonly AlignedMemory _numbers = new();
    private readonly AlignedMemory _sums = new();

    /// <summary>Whether this machine has the instructions of any way.</summary>
    public static bool IsSupported => Rows64.IsSupported;

    /// <summary>The scores of rows of <paramref name="columns"/> features each: sums of fixed-point leaves, times <paramref name="unit"/>.</summary>
    public void Score(BitTrees trees, ReadOnlySpan<float> rows, int columns, Span<double> scores, double unit)
    {
        Debug.Assert(rows.Length == scores.Length * columns);
        while (!scores.IsEmpty)
        {
            int taken = scores.Length <= Rows64.Rows ? Score<Rows64>(trees, rows, columns, scores, unit)
                : Rows512.IsSupported ? Score<Rows512>(trees, rows, columns, scores, unit)
                : Score<Rows256>(trees, rows, columns, scores, unit);
            rows = rows[(taken * columns)..];
            scores = scores[taken..];
        }
    }

    /// <summary>Scores in one certain way as many of the first rows as go side by side in it, and returns how many that are.</summary>
    public int Score<TBits>(BitTrees trees, ReadOnlySpan<float> rows, int columns, Span<double> scores, double unit)
        where TBits : unmanaged, IRowBits<TBits>
    {
        int count = Math.Min(TBits.Rows, scores.Length);
        int step = TBits.Rows == ChunkRows ? Tile : ChunkRows, height = (count + step - 1) / step * step;
        int stride = height + CacheLine, asked = trees.Columns;
        Span<float> values = _columns.Get<float>(asked * stride);
        Transposition.Turn(rows[..(count * columns)], columns, asked, count, values, height, stride);
        Span<TBits> answers = _answers.Get<TBits>(trees.Thresholds.Length);
        Ask(trees, values, height, stride, answers);
        Span<int> sums = _sums.Get<int>(TBits.Rows);
        sums.Clear();
        Descend(trees, answers, count, sums);
        for (int row = 0; row < count; row++)
            scores[row] = sums[TBits.Place(row)] * unit;
        return count;
    }

    /// <summary>Puts every question to all rows: a set bit says that the value is above the threshold.</summary>
    private static void Ask<TBits>(BitTrees trees, ReadOnlySpan<float> values, int height, int stride, Span<TBits> answers)
        where TBits : unmanaged, IRowBits<TBits>
    {
        ReadOnlySpan<int> firstThreshold = trees.FirstThreshold;
        Span<float> least = stackalloc float[MostChunks * Tile], most = stackalloc float[MostChunks * Tile];
        Span<int> from = stackalloc int[MostChunks], to = stackalloc int[MostChunks];
        least.Clear();
        most.Clear();
        for (int f = 0; f < firstThreshold.Length - 1; f++)
        {
            ReadOnlySpan<float> thresholds = trees.Thresholds.AsSpan(firstThreshold[f]..firstThreshold[f + 1]);
            ReadOnlySpan<float> column = values.Slice(trees.Features[f] * stride, height);
            for (int first = 0, chunk = 0; first < height; first += ChunkRows, chunk++)
                Bounds(column[first..Math.Min(first + ChunkRows, height)], ref least[chunk * Tile], ref most[chunk * Tile]);
            ref TBits answer = ref answers[firstThreshold[f]];
            TBits.AnswerForChunks(thresholds, ref least[0], ref most[0], ref answer, from, to);
            for (int first = 0, chunk = 0; first < height; first += ChunkRows, chunk++)
            {
                if (from[chunk] < to[chunk])
                    TBits.AnswerForRows(thresholds[from[chunk]..to[chunk]], column[first..Math.Min(first + ChunkRows, height)], chunk, ref Unsafe.Add(ref answer, from[chunk]));
            }
        }
    }

    /// <summary>Of each eighth value the least and the greatest.</summary>
    private static void Bounds(ReadOnlySpan<float> values, ref float least, ref float most)
    {
        ref float value = ref MemoryMarshal.GetReference(values);
        Vector256<float> low = Vector256.LoadUnsafe(ref value), high = low;
        for (int i = Tile; i < values.Length; i += Tile)
        {
            Vector256<float> more = Vector256.LoadUnsafe(ref value, (uint)i);
            low = Vector256.MinNative(low, more);
            high = Vector256.MaxNative(high, more);
        }
        low.StoreUnsafe(ref least);
        high.StoreUnsafe(ref most);
    }

    /// <summary>Sends all rows down all trees and sums up the leaves they reach.</summary>
    private void Descend<TBits>(BitTrees trees, ReadOnlySpan<TBits> answers, int rows, Span<int> sums)
        where TBits : unmanaged, IRowBits<TBits>
    {
        ref TBits reached = ref _reached.Get<TBits>(2 * BitTrees.MostLeaves)[0];
        ref TBits numbers = ref _numbers.Get<TBits>(TreesAtOnce * NumberBits)[0];
        ReadOnlySpan<int> firstSplit = trees.FirstSplit;
        for (int first = 0; first < trees.Trees; first += TreesAtOnce)
        {
            int end = Math.Min(first + TreesAtOnce, trees.Trees);
            for (int tree = first; tree < end; tree++)
            {
                Send(trees.Splits[firstSplit[tree]..firstSplit[tree + 1]], ref MemoryMarshal.GetReference(answers), ref reached);
                Number(ref Unsafe.Add(ref reached, BitTrees.MostLeaves), ref Unsafe.Add(ref numbers, (tree - first) * NumberBits));
            }
            TBits.AddLeaves(trees, first..end, ref numbers, rows, ref sums[0]);
        }
    }

    /// <summary>Fills, for every place of one tree, which rows come by.</summary>
    private static void Send<TBits>(ReadOnlySpan<BitTrees.Split> splits, ref TBits answers, ref TBits reached)
        where TBits : unmanaged, IRowBits<TBits>
    {
        Unsafe.Add(ref reached, splits.IsEmpty ? BitTrees.MostLeaves : 0) = TBits.All;
        for (int leaf = splits.Length + 1; leaf < BitTrees.MostLeaves; leaf++)
            Unsafe.Add(ref reached, BitTrees.MostLeaves + leaf) = default;
        ref TBits own = ref reached;
        foreach (ref readonly BitTrees.Split split in splits)
        {
            TBits here = own, yes = Unsafe.Add(ref answers, split.Question);
            Unsafe.Add(ref reached, split.No) = TBits.Without(here, yes);
            Unsafe.Add(ref reached, split.Yes) = here & yes;
            own = ref Unsafe.Add(ref own, 1);
        }
    }

    /// <summary>From the rows that reach each leaf to the bits of each row's leaf.</summary>
    private static void Number<TBits>(ref TBits leaves, ref TBits numbers)
        where TBits : unmanaged, IRowBits<TBits>
    {
        TBits bit0 = default, bit1 = default, bit2 = default, bit3 = default, bit4 = default;
        for (int i = 0; i < BitTrees.MostLeaves; i += 16)
        {
            ref TBits at = ref Unsafe.Add(ref leaves, i);
            TBits first = Four(ref at, ref bit0, ref bit1), second = Four(ref Unsafe.Add(ref at, 4), ref bit0, ref bit1);
            TBits third = Four(ref Unsafe.Add(ref at, 8), ref bit0, ref bit1), fourth = Four(ref Unsafe.Add(ref at, 12), ref bit0, ref bit1);
            bit2 |= second | fourth;
            bit3 |= third | fourth;
            bit4 = first | second | third | fourth;
        }
        numbers = bit0;
        Unsafe.Add(ref numbers, 1) = bit1;
        Unsafe.Add(ref numbers, 2) = bit2;
        Unsafe.Add(ref numbers, 3) = bit3;
        Unsafe.Add(ref numbers, 4) = bit4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TBits Four<TBits>(ref TBits leaves, ref TBits bit0, ref TBits bit1)
        where TBits : unmanaged, IRowBits<TBits>
    {
        TBits one = Unsafe.Add(ref leaves, 1), two = Unsafe.Add(ref leaves, 2), three = Unsafe.Add(ref leaves, 3);
        bit0 |= one | three;
        bit1 |= two | three;
        return leaves | one | (two | three);
    }
}

using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Learning;

/// <summary>
/// Scores many rows at once, with one bit of a vector for each row and no branch that depends on a single row. First each question of the
/// ensemble is answered for all rows; for most questions the minimum and maximum over 64 rows decide. Then each tree sends the rows down
/// its splits with two bit operations a split, and the values of the leaves that they reach are added up. Holds scratch memory: one
/// instance for each thread.
/// </summary>
/// <remarks>
/// Bit-sliced evaluation of trees; the questions of all trees are sorted by feature as in Lucchese et al., "QuickScorer" (SIGIR 2015).
/// Scores are sums of integers, so they are the same on each machine and the same as those of <see
/// cref="TreeEnsemble.Score(ReadOnlySpan{float})"/>. All vectors are portable.
/// </remarks>
internal sealed class BitScorer
{
    /// <summary>Rows that share a minimum and a maximum: the bits of a 64-bit lane.</summary>
    private const int ChunkRows = 64;
    private const int Chunks = 4;
    private const int BatchRows = ChunkRows * Chunks;

    /// <summary>
    /// How many trees the rows go down before their leaves are looked up: what these trees need stays in the first-level cache.
    /// </summary>
    private const int TreesPerPass = 16;

    /// <summary>The bits of a leaf's number.</summary>
    private const int NumberBits = 5;

    private const int PlaneBytes = BatchRows / 8;
    private const int TreePlanes = NumberBits * PlaneBytes;

    private Vector256<ulong>[] _answers = [];
    private float[] _bounds = [];
    private readonly Vector256<ulong>[] _reached = new Vector256<ulong>[2 * BitTrees.MaxLeaves];
    private readonly Vector256<ulong>[] _planes = new Vector256<ulong>[TreesPerPass * NumberBits];
    private readonly int[] _sums = new int[BatchRows];

    /// <summary>Whether this is faster than walking down the trees row by row.</summary>
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    /// <summary>Scores rows: the sums of fixed-point leaves, times <paramref name="unit"/>.</summary>
    /// <param name="trees">The ensemble.</param>
    /// <param name="rows">The rows, one after the other; none of the features may be NaN.</param>
    /// <param name="columns">How many features a row has.</param>
    /// <param name="scores">Receives a score for each row.</param>
    /// <param name="unit">What one unit of the fixed-point leaves is worth.</param>
    public void Score(BitTrees trees, ReadOnlySpan<float> rows, int columns, Span<double> scores, double unit)
    {
        Debug.Assert(rows.Length == scores.Length * columns && trees.Columns <= columns);
        Debug.Assert(HasNoNaN(rows), "A row walks right on NaN, but its bit walks left.");
        for (int count; !scores.IsEmpty; rows = rows[(count * columns)..], scores = scores[count..])
        {
            count = Math.Min(BatchRows, scores.Length);
            Answer(trees, rows[..(count * columns)], columns, count);
            Descend(trees, count);
            for (int row = 0; row < count; row++)
                scores[row] = _sums[PlaceOf(row)] * unit;
        }
    }

    private static bool HasNoNaN(ReadOnlySpan<float> rows)
    {
        foreach (float value in rows)
        {
            if (float.IsNaN(value))
                return false;
        }
        return true;
    }

    /// <summary>
    /// Answers each question for all rows: a set bit says that the value is above the threshold. The bits of missing rows mean nothing.
    /// </summary>
    private void Answer(BitTrees trees, ReadOnlySpan<float> rows, int columns, int count)
    {
        if (_answers.Length < trees.Thresholds.Length)
            _answers = new Vector256<ulong>[trees.Thresholds.Length];
        int asked = trees.Columns;
        if (_bounds.Length < 2 * Chunks * asked)
            _bounds = new float[2 * Chunks * asked];
        for (int chunk = 0; chunk * ChunkRows < count; chunk++)
        {
            ReadOnlySpan<float> own = rows[(chunk * ChunkRows * columns)..Math.Min((chunk + 1) * ChunkRows * columns, rows.Length)];
            Bound(own, columns, _bounds.AsSpan(2 * chunk * asked, asked), _bounds.AsSpan(((2 * chunk) + 1) * asked, asked));
        }
        Span<float> column = stackalloc float[ChunkRows];
        column.Clear();
        Span<long> from = stackalloc long[Chunks], to = stackalloc long[Chunks];
        for (int f = 0; f < trees.Features.Length; f++)
        {
            int feature = trees.Features[f], first = trees.FirstThreshold[f], end = trees.FirstThreshold[f + 1];
            ReadOnlySpan<float> thresholds = trees.Thresholds.AsSpan(first..end);
            Span<Vector256<ulong>> answers = _answers.AsSpan(first..end);
            AnswerByBounds(trees.DoubleThresholds.AsSpan(first..end), Bounds(feature), Bounds(asked + feature), answers, from, to);
            for (int chunk = 0; chunk * ChunkRows < count; chunk++)
            {
                if (from[chunk] >= to[chunk])
                    continue;
                Gather(rows[((chunk * ChunkRows * columns) + feature)..], columns,
                    column[..Math.Min(ChunkRows, count - (chunk * ChunkRows))]);
                AnswerByRows(thresholds[(int)from[chunk]..(int)to[chunk]], column, answers[(int)from[chunk]..], chunk);
            }
        }

        Vector256<double> Bounds(int at) =>
            Vector256.Create(_bounds[at], _bounds[(2 * asked) + at], _bounds[(4 * asked) + at], (double)_bounds[(6 * asked) + at]);
    }

    /// <summary>The minimum and the maximum of the first columns of some rows.</summary>
    private static void Bound(ReadOnlySpan<float> rows, int columns, Span<float> min, Span<float> max)
    {
        ref float first = ref MemoryMarshal.GetReference(rows);
        int column = 0;
        for (; column <= min.Length - Vector256<float>.Count; column += Vector256<float>.Count)
        {
            Vector256<float> low = Vector256.LoadUnsafe(ref first, (uint)column), high = low;
            for (int at = column + columns; at < rows.Length; at += columns)
            {
                Vector256<float> row = Vector256.LoadUnsafe(ref first, (uint)at);
                low = Vector256.MinNative(low, row);
                high = Vector256.MaxNative(high, row);
            }
            low.CopyTo(min[column..]);
            high.CopyTo(max[column..]);
        }
        for (; column < min.Length; column++)
        {
            (min[column], max[column]) = (rows[column], rows[column]);
            for (int at = column + columns; at < rows.Length; at += columns)
                (min[column], max[column]) = (Math.Min(min[column], rows[at]), Math.Max(max[column], rows[at]));
        }
    }

    /// <summary>
    /// Answers yes to a threshold in the chunks whose minimum is above it, and no in the others, which is wrong up to their maximum.
    /// </summary>
    /// <param name="thresholds">In rising order.</param>
    /// <param name="min">The minimum of each chunk.</param>
    /// <param name="max">The maximum of each chunk.</param>
    /// <param name="answers">Receives the answers.</param>
    /// <param name="from">Receives, for each chunk, how many thresholds are below its minimum.</param>
    /// <param name="to">Receives, for each chunk, how many thresholds are below its maximum.</param>
    private static void AnswerByBounds(
        ReadOnlySpan<double> thresholds, Vector256<double> min, Vector256<double> max, Span<Vector256<ulong>> answers, Span<long> from,
            Span<long> to)
    {
        Vector256<long> belowMin = default, belowMax = default;
        for (int i = 0; i < thresholds.Length; i++)
        {
            Vector256<double> threshold = Vector256.Create(thresholds[i]);
            Vector256<long> above = Vector256.GreaterThan(min, threshold).AsInt64();
            answers[i] = above.AsUInt64();
            belowMin -= above;
            belowMax -= Vector256.GreaterThan(max, threshold).AsInt64();
        }
        belowMin.CopyTo(from);
        belowMax.CopyTo(to);
    }

    /// <summary>Copies one feature of each row; <paramref name="rows"/> begins with that of the first row.</summary>
    private static void Gather(ReadOnlySpan<float> rows, int columns, Span<float> column)
    {
        Debug.Assert((column.Length - 1) * columns < rows.Length);
        ref float value = ref MemoryMarshal.GetReference(rows);
        for (int row = 0; row < column.Length; row++)
        {
            column[row] = value;
            value = ref Unsafe.Add(ref value, columns);
        }
    }

    /// <summary>Compares the 64 values of a chunk with each threshold.</summary>
    private static void AnswerByRows(ReadOnlySpan<float> thresholds, ReadOnlySpan<float> column, Span<Vector256<ulong>> answers, int chunk)
    {
        Debug.Assert(answers.Length >= thresholds.Length && chunk < Chunks);
        Vector512<float> a = Vector512.Create(column), b = Vector512.Create(column[16..]), c = Vector512.Create(column[32..]),
            d = Vector512.Create(column[48..]);
        ref ulong lane = ref Unsafe.Add(ref Unsafe.As<Vector256<ulong>, ulong>(ref MemoryMarshal.GetReference(answers)), chunk);
        foreach (float value in thresholds)
        {
            Vector512<float> threshold = Vector512.Create(value);
            lane = Above(a, threshold) | (Above(b, threshold) << 16) | (Above(c, threshold) << 32) | (Above(d, threshold) << 48);
            lane = ref Unsafe.Add(ref lane, Chunks);
        }
    }

    private static ulong Above(Vector512<float> values, Vector512<float> threshold) =>
        Vector512.GreaterThan(values, threshold).ExtractMostSignificantBits();

    /// <summary>Sends all rows down all trees and adds up the leaves that they reach.</summary>
    private void Descend(BitTrees trees, int count)
    {
        _sums.AsSpan().Clear();
        ReadOnlySpan<int> firstSplit = trees.FirstSplit;
        for (int first = 0; first < trees.Trees; first += TreesPerPass)
        {
            int own = Math.Min(TreesPerPass, trees.Trees - first), min = 0;
            for (int i = 0; i < own; i++)
            {
                min += trees.MinLeaf[first + i];
                Send(trees.Splits[firstSplit[first + i]..firstSplit[first + i + 1]]);
                Number(_reached.AsSpan(BitTrees.MaxLeaves), _planes.AsSpan(i * NumberBits, NumberBits));
            }
            AddLeaves(trees.LeafTables.Slice(first * BitTrees.LeafBytes, own * BitTrees.LeafBytes), own, min, count);
        }
    }

    /// <summary>Sets, for each split and each leaf of one tree, which rows come there.</summary>
    private void Send(ReadOnlySpan<BitTrees.Split> splits)
    {
        Debug.Assert(splits.Length < BitTrees.MaxLeaves);
        ref Vector256<ulong> reached = ref MemoryMarshal.GetArrayDataReference(_reached),
            answers = ref MemoryMarshal.GetArrayDataReference(_answers);
        _reached.AsSpan(BitTrees.MaxLeaves).Clear();
        Unsafe.Add(ref reached, splits.IsEmpty ? BitTrees.MaxLeaves : 0) = Vector256<ulong>.AllBitsSet;
        ref Vector256<ulong> own = ref reached;
        foreach (ref readonly BitTrees.Split split in splits)
        {
            Debug.Assert(split.Question < _answers.Length && split.No < _reached.Length && split.Yes < _reached.Length);
            Vector256<ulong> here = own, yes = Unsafe.Add(ref answers, split.Question);
            Unsafe.Add(ref reached, split.No) = Vector256.AndNot(here, yes);
            Unsafe.Add(ref reached, split.Yes) = here & yes;
            own = ref Unsafe.Add(ref own, 1);
        }
    }

    /// <summary>
    /// From the rows that reach each leaf to the number of each row's leaf, a plane of bits for each of its binary digits.
    /// </summary>
    private static void Number(ReadOnlySpan<Vector256<ulong>> leaves, Span<Vector256<ulong>> planes)
    {
        Vector256<ulong> bit0 = default, bit1 = default, bit2 = default, bit3 = default, bit4 = default;
        for (int i = 0; i < BitTrees.MaxLeaves; i += 16)
        {
            Vector256<ulong> first = Four(leaves[i..], ref bit0, ref bit1), second = Four(leaves[(i + 4)..], ref bit0, ref bit1);
            Vector256<ulong> third = Four(leaves[(i + 8)..], ref bit0, ref bit1), fourth = Four(leaves[(i + 12)..], ref bit0, ref bit1);
            bit2 |= second | fourth;
            bit3 |= third | fourth;
            bit4 = first | second | third | fourth;
        }
        planes[4] = bit4;
        planes[3] = bit3;
        planes[2] = bit2;
        planes[1] = bit1;
        planes[0] = bit0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Four(ReadOnlySpan<Vector256<ulong>> leaves, ref Vector256<ulong> bit0, ref Vector256<ulong> bit1)
    {
        Vector256<ulong> three = leaves[3], two = leaves[2], one = leaves[1];
        bit0 |= one | three;
        bit1 |= two | three;
        return leaves[0] | one | (two | three);
    }

    /// <summary>Adds for each row the values of the leaves that it reaches in the trees of one pass, 16 rows at a time.</summary>
    /// <remarks>
    /// One shuffle looks up 16 bytes, so a tree has a table for each byte of its 32 leaves. Bytes are added up in 16-bit lanes: those of
    /// odd rows, and those of even rows together with 256 times those of odd rows, from which the odd ones are taken away in the end.
    /// </remarks>
    private void AddLeaves(ReadOnlySpan<byte> tables, int trees, int min, int count)
    {
        Debug.Assert(trees <= ushort.MaxValue / byte.MaxValue && tables.Length == trees * BitTrees.LeafBytes);
        ReadOnlySpan<byte> planes = MemoryMarshal.AsBytes(_planes.AsSpan());
        for (int row = 0; row < count; row += Vector128<byte>.Count)
        {
            Vector128<ushort> all0 = default, all1 = default, all2 = default, all3 = default, odd0 = default, odd1 = default,
                odd2 = default, odd3 = default;
            for (int tree = 0; tree < trees; tree++)
            {
                Vector128<byte> number = LeafNumbers(planes[((tree * TreePlanes) + (row / 8))..]);
                ReadOnlySpan<byte> table = tables.Slice(tree * BitTrees.LeafBytes, BitTrees.LeafBytes);
                LookUp(table, number, ref all0, ref odd0);
                LookUp(table[BitTrees.MaxLeaves..], number, ref all1, ref odd1);
                LookUp(table[(2 * BitTrees.MaxLeaves)..], number, ref all2, ref odd2);
                LookUp(table[(3 * BitTrees.MaxLeaves)..], number, ref all3, ref odd3);
            }
            Vector128<ushort> even0 = all0 - (odd0 << 8), even1 = all1 - (odd1 << 8), even2 = all2 - (odd2 << 8),
                even3 = all3 - (odd3 << 8);
            AddSums(even0, even1, even2, even3, min, _sums.AsSpan(row));
            AddSums(odd0, odd1, odd2, odd3, min, _sums.AsSpan(row + 8));
        }
    }

    /// <summary>Where the sum of a row is: of each 16 rows, the even ones come first.</summary>
    private static int PlaceOf(int row) => (row & ~15) + ((row & 1) * 8) + ((row & 15) >> 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LookUp(ReadOnlySpan<byte> table, Vector128<byte> number, ref Vector128<ushort> all, ref Vector128<ushort> odd)
    {
        // A native shuffle gives zero where the highest bit of the index is set, which holds for x86, ARM and the software fallback.
        Vector128<byte> low = Vector128.ShuffleNative(Vector128.Create(table), number);
        Vector128<byte> high = Vector128.ShuffleNative(Vector128.Create(table[16..]), number ^ Vector128.Create((byte)0x80));
        Vector128<ushort> values = (low | high).AsUInt16();
        all += values;
        odd += values >>> 8;
    }

    /// <summary>Adds numbers of four bytes, each byte in a vector of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddSums(Vector128<ushort> byte0, Vector128<ushort> byte1, Vector128<ushort> byte2, Vector128<ushort> byte3,
        int min, Span<int> sums)
    {
        Vector128<uint> low = Vector128.WidenLower(byte0) + (Vector128.WidenLower(byte1) << 8) + (Vector128.WidenLower(byte2) << 16)
            + (Vector128.WidenLower(byte3) << 24);
        Vector128<uint> high = Vector128.WidenUpper(byte0) + (Vector128.WidenUpper(byte1) << 8) + (Vector128.WidenUpper(byte2) << 16)
            + (Vector128.WidenUpper(byte3) << 24);
        (Vector128.Create<int>(sums) + low.AsInt32() + Vector128.Create(min)).CopyTo(sums);
        (Vector128.Create<int>(sums[4..]) + high.AsInt32() + Vector128.Create(min)).CopyTo(sums[4..]);
    }

    /// <summary>
    /// The leaf numbers of 16 rows, from the planes of their bits: the lower four bits as they are, the fifth as the highest bit of the
    /// byte.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> LeafNumbers(ReadOnlySpan<byte> planes) =>
        (Spread(planes[(4 * PlaneBytes)..]) & Vector128.Create((byte)0x80))
        | (Spread(planes[(3 * PlaneBytes)..]) & Vector128.Create((byte)8))
        | (Spread(planes[(2 * PlaneBytes)..]) & Vector128.Create((byte)4))
        | (Spread(planes[PlaneBytes..]) & Vector128.Create((byte)2))
        | (Spread(planes) & Vector128<byte>.One);

    /// <summary>From 16 bits to as many bytes: all ones for a bit that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Spread(ReadOnlySpan<byte> bits)
    {
        Vector128<byte> own = Vector128.Create(0x8040201008040201).AsByte();
        Vector128<byte> both = Vector128.Create(MemoryMarshal.Read<ushort>(bits)).AsByte();
        return Vector128.Equals(Vector128.Shuffle(both, Vector128.Create((byte)0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1)) & own, own);
    }
}

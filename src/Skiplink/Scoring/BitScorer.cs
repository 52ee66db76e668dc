using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Scoring;

/// <summary>
/// Scores up to 512 rows side by side, a bit of a vector each, without a branch that depends on a row. First every question of the ensemble is put to all rows; of most
/// questions the answer is the same for 64 rows that follow each other, which their least and greatest value tell. Then each tree sends the rows down its splits with
/// two bit operations a split, the numbers of the leaves they reach are gathered from bits to bytes, and looked up. Holds scratch memory: one for each thread.
/// </summary>
/// <remarks>
/// Bit-sliced evaluation of trees, with the questions of all trees sorted by feature as in Lucchese et al., "QuickScorer" (SIGIR 2015). Scores are sums of integers, so
/// they are the same whatever the order and the machine.
/// </remarks>
internal sealed class BitScorer
{
    /// <summary>
    /// Rows are taken 64 at a time, eight times that at most. The bits of 16 rows stand together: those of rows 16 q to 16 q + 15 of chunk c are the 16-bit lane
    /// 8 q + c, from where unpacking bytes brings a chunk's bits together.
    /// </summary>
    private const int ChunkRows = 64;
    private const int Chunks = 8;
    private const int BlockRows = ChunkRows * Chunks;
    private const int Lanes = 32;

    /// <summary>So many trees are sent down before their leaves are looked up.</summary>
    private const int TreesAtOnce = 16;

    private readonly Aligned<ushort> _answers = new();
    private readonly Aligned<float> _columns = new();
    private readonly Aligned<byte> _reached = new();
    private readonly Aligned<byte> _leafNumbers = new();
    private readonly Aligned<int> _sums = new();

    /// <summary>Whether this machine has the instructions.</summary>
    public static bool IsSupported => Avx512BW.IsSupported && Gfni.V512.IsSupported;

    /// <summary>The scores of rows of <paramref name="columns"/> features each: sums of fixed-point leaves, times <paramref name="unit"/>.</summary>
    public void Score(BitTrees trees, ReadOnlySpan<float> rows, int columns, Span<double> scores, double unit)
    {
        Debug.Assert(rows.Length == scores.Length * columns);
        _answers.Reserve(trees.Thresholds.Length * Lanes);
        _reached.Reserve(2 * BitTrees.MostLeaves * BitTrees.BytesPerPlace);
        _leafNumbers.Reserve(TreesAtOnce * BlockRows);
        _sums.Reserve(BlockRows);
        for (int first = 0; first < scores.Length; first += BlockRows)
        {
            int count = Math.Min(BlockRows, scores.Length - first), chunks = (count + ChunkRows - 1) / ChunkRows;
            _columns.Reserve(columns * chunks * ChunkRows);
            Transposition.Turn(rows.Slice(first * columns, count * columns), columns, count, _columns.Span, chunks * ChunkRows);
            Ask(trees, chunks);
            Descend(trees, chunks);
            Deal(scores.Slice(first, count), unit);
        }
    }

    /// <summary>Puts every question to all rows: a set bit says that the value is above the threshold.</summary>
    private void Ask(BitTrees trees, int chunks)
    {
        ref ushort answer = ref _answers.Reference;
        ReadOnlySpan<int> firstThreshold = trees.FirstThreshold;
        Span<float> least = stackalloc float[Chunks * 8], most = stackalloc float[Chunks * 8];
        least.Clear();
        most.Clear();
        for (int f = 0; f < firstThreshold.Length - 1; f++)
        {
            ReadOnlySpan<float> thresholds = trees.Thresholds.AsSpan(firstThreshold[f]..firstThreshold[f + 1]);
            ref float column = ref Unsafe.Add(ref _columns.Reference, trees.Features[f] * chunks * ChunkRows);
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                ref float values = ref Unsafe.Add(ref column, chunk * ChunkRows);
                Vector512<float> a = Vector512.LoadUnsafe(ref values), b = Vector512.LoadUnsafe(ref values, 16), c = Vector512.LoadUnsafe(ref values, 32), d = Vector512.LoadUnsafe(ref values, 48);
                Vector512<float> low = Avx512F.Min(Avx512F.Min(a, b), Avx512F.Min(c, d)), high = Avx512F.Max(Avx512F.Max(a, b), Avx512F.Max(c, d));
                Avx.Min(low.GetLower(), low.GetUpper()).StoreUnsafe(ref least[chunk * 8]);
                Avx.Max(high.GetLower(), high.GetUpper()).StoreUnsafe(ref most[chunk * 8]);
            }
            (Vector256<int> from, Vector256<int> to) = AnswerForChunks(thresholds, ChunkBounds.Least(ref least[0]), ChunkBounds.Most(ref most[0]), ref answer);
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                if (from[chunk] < to[chunk])
                    AnswerForRows(thresholds[from[chunk]..to[chunk]], ref Unsafe.Add(ref column, chunk * ChunkRows), ref Unsafe.Add(ref answer, (from[chunk] * Lanes) + chunk));
            }
            answer = ref Unsafe.Add(ref answer, thresholds.Length * Lanes);
        }
    }

    /// <summary>Answers yes for the chunks whose least value is above the threshold, and no for the others. Returns for each chunk the thresholds between its least value and its greatest.</summary>
    private static (Vector256<int> From, Vector256<int> To) AnswerForChunks(ReadOnlySpan<float> thresholds, Vector256<float> least, Vector256<float> most, ref ushort answer)
    {
        Vector256<int> from = default, to = default;
        foreach (float value in thresholds)
        {
            Vector256<float> threshold = Vector256.Create(value);
            Vector256<int> allAbove = Vector256.GreaterThan(least, threshold).AsInt32();
            from -= allAbove;
            to -= Vector256.GreaterThan(most, threshold).AsInt32();
            Vector128<short> yes = Avx512F.VL.ConvertToVector128Int16(allAbove);
            Vector256<ushort> twice = Vector256.Create(yes, yes).AsUInt16();
            Vector512.Create(twice, twice).StoreUnsafe(ref answer);
            answer = ref Unsafe.Add(ref answer, Lanes);
        }
        return (from, to);
    }

    /// <summary>Compares the 64 values of one chunk with thresholds.</summary>
    private static void AnswerForRows(ReadOnlySpan<float> thresholds, ref float values, ref ushort answer)
    {
        Vector512<float> a = Vector512.LoadUnsafe(ref values), b = Vector512.LoadUnsafe(ref values, 16), c = Vector512.LoadUnsafe(ref values, 32), d = Vector512.LoadUnsafe(ref values, 48);
        foreach (float value in thresholds)
        {
            Vector512<float> threshold = Vector512.Create(value);
            answer = (ushort)Vector512.GreaterThan(a, threshold).ExtractMostSignificantBits();
            Unsafe.Add(ref answer, 8) = (ushort)Vector512.GreaterThan(b, threshold).ExtractMostSignificantBits();
            Unsafe.Add(ref answer, 16) = (ushort)Vector512.GreaterThan(c, threshold).ExtractMostSignificantBits();
            Unsafe.Add(ref answer, 24) = (ushort)Vector512.GreaterThan(d, threshold).ExtractMostSignificantBits();
            answer = ref Unsafe.Add(ref answer, Lanes);
        }
    }

    /// <summary>Sends all rows down all trees and sums up the leaves they reach.</summary>
    private void Descend(BitTrees trees, int chunks)
    {
        _sums.Span[..BlockRows].Clear();
        ref byte answers = ref Unsafe.As<ushort, byte>(ref _answers.Reference);
        ref byte reached = ref _reached.Reference;
        ReadOnlySpan<int> firstSplit = trees.FirstSplit;
        for (int first = 0; first < trees.Trees; first += TreesAtOnce)
        {
            int end = Math.Min(first + TreesAtOnce, trees.Trees);
            ref byte numbers = ref _leafNumbers.Reference;
            for (int tree = first; tree < end; tree++)
            {
                Send(trees.Splits[firstSplit[tree]..firstSplit[tree + 1]], ref answers, ref reached);
                Number(ref Unsafe.As<byte, ulong>(ref Unsafe.Add(ref reached, BitTrees.MostLeaves * BitTrees.BytesPerPlace)), ref numbers);
                numbers = ref Unsafe.Add(ref numbers, BlockRows);
            }
            for (int chunk = 0; chunk < chunks; chunk++)
                LookUp(trees.Leaves[(first * BitTrees.MostLeaves)..(end * BitTrees.MostLeaves)], ref Unsafe.Add(ref _leafNumbers.Reference, chunk * ChunkRows), ref Unsafe.Add(ref _sums.Reference, chunk * ChunkRows));
        }
    }

    /// <summary>Fills, for every place of one tree, which rows come by.</summary>
    private static void Send(ReadOnlySpan<BitTrees.Split> splits, ref byte answers, ref byte reached)
    {
        Vector512<byte>.AllBitsSet.StoreUnsafe(ref splits.IsEmpty ? ref Unsafe.Add(ref reached, BitTrees.MostLeaves * BitTrees.BytesPerPlace) : ref reached);
        for (int leaf = splits.Length + 1; leaf < BitTrees.MostLeaves; leaf++)
            Vector512<byte>.Zero.StoreUnsafe(ref reached, (nuint)((BitTrees.MostLeaves + leaf) * BitTrees.BytesPerPlace));
        ref byte own = ref reached;
        foreach (ref readonly BitTrees.Split split in splits)
        {
            Vector512<byte> here = Vector512.LoadUnsafe(ref own), yes = Vector512.LoadUnsafe(ref answers, (uint)split.Question);
            Vector512.AndNot(here, yes).StoreUnsafe(ref reached, split.No);
            (here & yes).StoreUnsafe(ref reached, split.Yes);
            own = ref Unsafe.Add(ref own, BitTrees.BytesPerPlace);
        }
    }

    /// <summary>From the rows that reach each leaf to each row's leaf, a byte each.</summary>
    private static void Number(ref ulong leaves, ref byte numbers)
    {
        // The five bits of the leaf's number, each for all rows.
        Vector512<ulong> bit0 = default, bit1 = default, bit2 = default, bit3 = default, bit4 = default;
        for (int i = 0; i < BitTrees.MostLeaves; i += 16)
        {
            ref ulong at = ref Unsafe.Add(ref leaves, i * 8);
            Vector512<ulong> first = Four(ref at, ref bit0, ref bit1), second = Four(ref Unsafe.Add(ref at, 32), ref bit0, ref bit1);
            Vector512<ulong> third = Four(ref Unsafe.Add(ref at, 64), ref bit0, ref bit1), fourth = Four(ref Unsafe.Add(ref at, 96), ref bit0, ref bit1);
            bit2 |= second | fourth;
            bit3 |= third | fourth;
            bit4 = first | second | third | fourth;
        }

        // Byte by byte side by side, the highest bit first, so that eight bytes are the bits of eight rows: an 8 × 8 matrix that is then turned over.
        Vector512<byte> b0 = bit0.AsByte(), b1 = bit1.AsByte(), b2 = bit2.AsByte(), b3 = bit3.AsByte(), b4 = bit4.AsByte(), none = default;
        Emit(Avx512BW.UnpackLow(b3, b2), Avx512BW.UnpackLow(b1, b0), Avx512BW.UnpackLow(none, b4), ref numbers);
        Emit(Avx512BW.UnpackHigh(b3, b2), Avx512BW.UnpackHigh(b1, b0), Avx512BW.UnpackHigh(none, b4), ref Unsafe.Add(ref numbers, 4 * ChunkRows));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Four(ref ulong leaves, ref Vector512<ulong> bit0, ref Vector512<ulong> bit1)
    {
        Vector512<ulong> one = Vector512.LoadUnsafe(ref leaves, 8), two = Vector512.LoadUnsafe(ref leaves, 16), three = Vector512.LoadUnsafe(ref leaves, 24);
        bit0 |= one | three;
        bit1 |= two | three;
        return Vector512.LoadUnsafe(ref leaves) | one | (two | three);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Emit(Vector512<byte> bits32, Vector512<byte> bits10, Vector512<byte> bit4, ref byte numbers)
    {
        Vector512<ushort> high = bits32.AsUInt16(), low = bits10.AsUInt16(), top = bit4.AsUInt16(), none = default;
        Turn(Avx512BW.UnpackLow(none, top).AsUInt32(), Avx512BW.UnpackLow(high, low).AsUInt32(), ref numbers);
        Turn(Avx512BW.UnpackHigh(none, top).AsUInt32(), Avx512BW.UnpackHigh(high, low).AsUInt32(), ref Unsafe.Add(ref numbers, 2 * ChunkRows));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(Vector512<uint> top, Vector512<uint> rest, ref byte numbers)
    {
        Vector512<byte> units = Vector512.Create(0x8040201008040201).AsByte();
        Gfni.V512.GaloisFieldAffineTransform(units, Avx512F.UnpackLow(top, rest).AsByte(), 0).StoreUnsafe(ref numbers);
        Gfni.V512.GaloisFieldAffineTransform(units, Avx512F.UnpackHigh(top, rest).AsByte(), 0).StoreUnsafe(ref numbers, ChunkRows);
    }

    /// <summary>Adds for the 64 rows of a chunk the leaves of some trees. Sums of rows 4 i + k stand together, for each k.</summary>
    private static void LookUp(ReadOnlySpan<int> leaves, ref byte numbers, ref int sums)
    {
        Vector512<int> a = Vector512.LoadUnsafe(ref sums), b = Vector512.LoadUnsafe(ref sums, 16), c = Vector512.LoadUnsafe(ref sums, 32), d = Vector512.LoadUnsafe(ref sums, 48);
        ref int table = ref MemoryMarshal.GetReference(leaves);
        for (int tree = 0; tree < leaves.Length; tree += BitTrees.MostLeaves)
        {
            // A lookup takes the lowest five bits of 32, so the bytes need not be told apart.
            Vector512<int> number = Vector512.LoadUnsafe(ref numbers).AsInt32();
            Vector512<int> low = Vector512.LoadUnsafe(ref table, (nuint)tree), high = Vector512.LoadUnsafe(ref table, (nuint)tree + 16);
            a += Avx512F.PermuteVar16x32x2(low, number, high);
            b += Avx512F.PermuteVar16x32x2(low, number >>> 8, high);
            c += Avx512F.PermuteVar16x32x2(low, number >>> 16, high);
            d += Avx512F.PermuteVar16x32x2(low, number >>> 24, high);
            numbers = ref Unsafe.Add(ref numbers, BlockRows);
        }
        a.StoreUnsafe(ref sums);
        b.StoreUnsafe(ref sums, 16);
        c.StoreUnsafe(ref sums, 32);
        d.StoreUnsafe(ref sums, 48);
    }

    /// <summary>Writes the sums in the order of the rows.</summary>
    private void Deal(Span<double> scores, double unit)
    {
        ReadOnlySpan<int> sums = _sums.Span;
        for (int row = 0; row < scores.Length; row++)
            scores[row] = sums[(row & ~(ChunkRows - 1)) + ((row & 3) * 16) + ((row & (ChunkRows - 1)) >> 2)] * unit;
    }

    /// <summary>Memory whose start is on a vector's boundary.</summary>
    private sealed class Aligned<T>
        where T : unmanaged
    {
        private T[] _array = [];
        private int _start;

        public ref T Reference => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);

        public Span<T> Span => _array.AsSpan(_start);

        public void Reserve(int count)
        {
            if (_array.Length - _start >= count && _array.Length > 0)
                return;
            int perVector = 64 / Unsafe.SizeOf<T>();
            _array = GC.AllocateArray<T>(Math.Max(count, 2 * _array.Length) + perVector, pinned: true);
            _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) & 63) / Unsafe.SizeOf<T>();
        }
    }
}

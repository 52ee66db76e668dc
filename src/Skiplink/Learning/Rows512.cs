using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Learning;

/// <summary>
/// 512 rows side by side, for processors with AVX-512 and GFNI. The bits of 16 rows stand together: those of rows 16 q to 16 q + 15 of chunk c are the 16-bit lane 8 q + c,
/// from where unpacking bytes brings a chunk's bits together.
/// </summary>
internal readonly struct Rows512(Vector512<byte> bits) : IRowBits<Rows512>
{
    private const int Lanes = 32;

    private readonly Vector512<byte> _bits = bits;

    public static bool IsSupported => Avx512BW.IsSupported && Gfni.V512.IsSupported;

    public static int Rows => 512;

    public static Rows512 All => new(Vector512<byte>.AllBitsSet);

    public static Rows512 operator &(Rows512 left, Rows512 right) => new(left._bits & right._bits);

    public static Rows512 operator |(Rows512 left, Rows512 right) => new(left._bits | right._bits);

    public static Rows512 Without(Rows512 left, Rows512 right) => new(Vector512.AndNot(left._bits, right._bits));

    public static void AnswerForChunks(ReadOnlySpan<float> thresholds, ref float least, ref float most, ref Rows512 answer, Span<int> from, Span<int> to)
    {
        Vector256<float> lows = ChunkBounds.Least(ref least), highs = ChunkBounds.Most(ref most);
        Vector256<int> belowAll = default, belowAny = default;
        foreach (float value in thresholds)
        {
            Vector256<float> threshold = Vector256.Create(value);
            Vector256<int> allAbove = Vector256.GreaterThan(lows, threshold).AsInt32();
            belowAll -= allAbove;
            belowAny -= Vector256.GreaterThan(highs, threshold).AsInt32();
            Vector128<short> yes = Avx512F.VL.ConvertToVector128Int16(allAbove);
            Vector256<byte> twice = Vector256.Create(yes, yes).AsByte();
            answer = new(Vector512.Create(twice, twice));
            answer = ref Unsafe.Add(ref answer, 1);
        }
        belowAll.CopyTo(from);
        belowAny.CopyTo(to);
    }

    public static void AnswerForRows(ReadOnlySpan<float> thresholds, ReadOnlySpan<float> values, int chunk, ref Rows512 answer)
    {
        ref float value = ref MemoryMarshal.GetReference(values);
        ref ushort lane = ref Unsafe.Add(ref Unsafe.As<Rows512, ushort>(ref answer), chunk);
        Vector512<float> a = Vector512.LoadUnsafe(ref value), b = Vector512.LoadUnsafe(ref value, 16), c = Vector512.LoadUnsafe(ref value, 32), d = Vector512.LoadUnsafe(ref value, 48);
        foreach (float limit in thresholds)
        {
            Vector512<float> threshold = Vector512.Create(limit);
            lane = (ushort)Vector512.GreaterThan(a, threshold).ExtractMostSignificantBits();
            Unsafe.Add(ref lane, 8) = (ushort)Vector512.GreaterThan(b, threshold).ExtractMostSignificantBits();
            Unsafe.Add(ref lane, 16) = (ushort)Vector512.GreaterThan(c, threshold).ExtractMostSignificantBits();
            Unsafe.Add(ref lane, 24) = (ushort)Vector512.GreaterThan(d, threshold).ExtractMostSignificantBits();
            lane = ref Unsafe.Add(ref lane, Lanes);
        }
    }

    public static void AddLeaves(BitTrees trees, Range range, ref Rows512 numbers, int rows, ref int sums)
    {
        ReadOnlySpan<int> leaves = trees.Leaves[(range.Start.Value * BitTrees.MostLeaves)..(range.End.Value * BitTrees.MostLeaves)];
        int count = leaves.Length / BitTrees.MostLeaves;
        Span<byte> leafNumbers = stackalloc byte[count * Rows];
        for (int tree = 0; tree < count; tree++)
            Number(ref Unsafe.Add(ref numbers, tree * BitScorer.NumberBits), ref leafNumbers[tree * Rows]);
        for (int first = 0; first < rows; first += BitScorer.ChunkRows)
            LookUp(leaves, ref leafNumbers[first], ref Unsafe.Add(ref sums, first));
    }

    /// <summary>Sums of rows 4 i + k of a chunk stand together, for each k.</summary>
    public static int Place(int row) => (row & ~(BitScorer.ChunkRows - 1)) + ((row & 3) * 16) + ((row & (BitScorer.ChunkRows - 1)) >> 2);

    /// <summary>From the bits of each row's leaf number to a byte each.</summary>
    private static void Number(ref Rows512 bits, ref byte numbers)
    {
        // Byte by byte side by side, the highest bit first, so that eight bytes are the bits of eight rows: an 8 × 8 matrix that is then turned over.
        Vector512<byte> b0 = bits._bits, b1 = Unsafe.Add(ref bits, 1)._bits, b2 = Unsafe.Add(ref bits, 2)._bits, b3 = Unsafe.Add(ref bits, 3)._bits, b4 = Unsafe.Add(ref bits, 4)._bits, none = default;
        Emit(Avx512BW.UnpackLow(b3, b2), Avx512BW.UnpackLow(b1, b0), Avx512BW.UnpackLow(none, b4), ref numbers);
        Emit(Avx512BW.UnpackHigh(b3, b2), Avx512BW.UnpackHigh(b1, b0), Avx512BW.UnpackHigh(none, b4), ref Unsafe.Add(ref numbers, 4 * BitScorer.ChunkRows));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Emit(Vector512<byte> bits32, Vector512<byte> bits10, Vector512<byte> bit4, ref byte numbers)
    {
        Vector512<ushort> high = bits32.AsUInt16(), low = bits10.AsUInt16(), top = bit4.AsUInt16(), none = default;
        Turn(Avx512BW.UnpackLow(none, top).AsUInt32(), Avx512BW.UnpackLow(high, low).AsUInt32(), ref numbers);
        Turn(Avx512BW.UnpackHigh(none, top).AsUInt32(), Avx512BW.UnpackHigh(high, low).AsUInt32(), ref Unsafe.Add(ref numbers, 2 * BitScorer.ChunkRows));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(Vector512<uint> top, Vector512<uint> rest, ref byte numbers)
    {
        Vector512<byte> units = Vector512.Create(0x8040201008040201).AsByte();
        Gfni.V512.GaloisFieldAffineTransform(units, Avx512F.UnpackLow(top, rest).AsByte(), 0).StoreUnsafe(ref numbers);
        Gfni.V512.GaloisFieldAffineTransform(units, Avx512F.UnpackHigh(top, rest).AsByte(), 0).StoreUnsafe(ref numbers, BitScorer.ChunkRows);
    }

    /// <summary>Adds for the 64 rows of a chunk the leaves of some trees.</summary>
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
            numbers = ref Unsafe.Add(ref numbers, Rows);
        }
        a.StoreUnsafe(ref sums);
        b.StoreUnsafe(ref sums, 16);
        c.StoreUnsafe(ref sums, 32);
        d.StoreUnsafe(ref sums, 48);
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Learning;

/// <summary>
/// Looks up the leaves of 32 rows at a time with AVX2. A leaf is taken apart into bytes, since 16 bytes are what a shuffle looks up at once: for each of the four bytes there is a table of the
/// tree's 32 leaves. Bytes are summed up in 16 bits, those of even and odd rows apart, and put together in the end.
/// </summary>
internal static class LeafSums
{
    private const int Unit = 32;

    /// <summary>So many bytes can be added in 16 bits.</summary>
    private const int MostTrees = ushort.MaxValue / byte.MaxValue;

    /// <inheritdoc cref="IRowBits{TSelf}.AddLeaves"/>
    /// <typeparam name="TBits">A way whose bits stand in the order of the rows.</typeparam>
    public static void Add<TBits>(BitTrees trees, Range range, ref TBits numbers, int rows, ref int sums)
        where TBits : unmanaged, IRowBits<TBits>
    {
        (int first, int end) = (range.Start.Value, range.End.Value);
        Debug.Assert(end - first <= MostTrees);
        int least = 0;
        foreach (int leaf in trees.LeastLeaf[range])
            least += leaf;
        ref byte tables = ref MemoryMarshal.GetReference(trees.LeafBytes[(first * BitTrees.LeafBytesOfTree)..]);
        for (int row = 0; row < rows; row += Unit)
        {
            ref byte bits = ref Unsafe.Add(ref Unsafe.As<TBits, byte>(ref numbers), row / 8);
            AddUnit(ref bits, Unsafe.SizeOf<TBits>(), ref tables, end - first, least, ref Unsafe.Add(ref sums, row));
        }
    }

    private static void AddUnit(ref byte bits, int stride, ref byte tables, int trees, int least, ref int sums)
    {
        // All bytes of even rows and, 256 times, of odd rows, without what overflows; and all bytes of odd rows.
        Vector256<ushort> all0 = default, all1 = default, all2 = default, all3 = default, odd0 = default, odd1 = default, odd2 = default, odd3 = default;
        for (int tree = 0; tree < trees; tree++)
        {
            Vector256<byte> low = LeafNumbers(ref bits, stride), high = low ^ Vector256.Create((byte)0x80);
            LookUp(ref tables, low, high, ref all0, ref odd0);
            LookUp(ref Unsafe.Add(ref tables, BitTrees.MostLeaves), low, high, ref all1, ref odd1);
            LookUp(ref Unsafe.Add(ref tables, 2 * BitTrees.MostLeaves), low, high, ref all2, ref odd2);
            LookUp(ref Unsafe.Add(ref tables, 3 * BitTrees.MostLeaves), low, high, ref all3, ref odd3);
            bits = ref Unsafe.Add(ref bits, BitScorer.NumberBits * stride);
            tables = ref Unsafe.Add(ref tables, BitTrees.LeafBytesOfTree);
        }
        Sum(all0, odd0, 0, least, ref sums);
        Sum(all1, odd1, 8, 0, ref sums);
        Sum(all2, odd2, 16, 0, ref sums);
        Sum(all3, odd3, 24, 0, ref sums);
    }

    /// <summary>The leaf numbers of 32 rows: the lower four bits as they are, the fifth as the highest bit of the byte, where a shuffle takes it for "nothing".</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LeafNumbers(ref byte bits, int stride) =>
        (Spread(ref bits) & Vector256.Create((byte)1))
        | (Spread(ref Unsafe.Add(ref bits, stride)) & Vector256.Create((byte)2))
        | (Spread(ref Unsafe.Add(ref bits, 2 * stride)) & Vector256.Create((byte)4))
        | (Spread(ref Unsafe.Add(ref bits, 3 * stride)) & Vector256.Create((byte)8))
        | (Spread(ref Unsafe.Add(ref bits, 4 * stride)) & Vector256.Create((byte)0x80));

    /// <summary>A byte of ones for each of 32 bits that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Spread(ref byte bits)
    {
        Vector256<byte> own = Vector256.Create(0x8040201008040201).AsByte();
        Vector256<byte> byteOf = Vector256.Create(0x0000000000000000, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303).AsByte();
        Vector256<byte> spread = Avx2.Shuffle(Vector256.Create(Unsafe.ReadUnaligned<uint>(ref bits)).AsByte(), byteOf);
        return Vector256.Equals(spread & own, own);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LookUp(ref byte table, Vector256<byte> low, Vector256<byte> high, ref Vector256<ushort> all, ref Vector256<ushort> odd)
    {
        Vector128<byte> first = Vector128.LoadUnsafe(ref table), second = Vector128.LoadUnsafe(ref table, 16);
        Vector256<ushort> values = (Avx2.Shuffle(Vector256.Create(first, first), low) | Avx2.Shuffle(Vector256.Create(second, second), high)).AsUInt16();
        all += values;
        odd += values >>> 8;
    }

    /// <summary>Adds sums of bytes in the order of the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum(Vector256<ushort> all, Vector256<ushort> odd, int shift, int least, ref int sums)
    {
        Vector256<ushort> even = all - (odd << 8);
        Vector256<ushort> low = Avx2.UnpackLow(even, odd), high = Avx2.UnpackHigh(even, odd);
        (Vector256<uint> a, Vector256<uint> b) = Vector256.Widen(Avx2.Permute2x128(low, high, 0x20));
        (Vector256<uint> c, Vector256<uint> d) = Vector256.Widen(Avx2.Permute2x128(low, high, 0x31));
        Vector256<int> more = Vector256.Create(least);
        (Vector256.LoadUnsafe(ref sums) + (a << shift).AsInt32() + more).StoreUnsafe(ref sums);
        (Vector256.LoadUnsafe(ref sums, 8) + (b << shift).AsInt32() + more).StoreUnsafe(ref sums, 8);
        (Vector256.LoadUnsafe(ref sums, 16) + (c << shift).AsInt32() + more).StoreUnsafe(ref sums, 16);
        (Vector256.LoadUnsafe(ref sums, 24) + (d << shift).AsInt32() + more).StoreUnsafe(ref sums, 24);
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Learning;

/// <summary>Turns rows into columns, eight by eight at a time.</summary>
internal static class Transposition
{
    private const int Tile = 8;

    /// <summary>Writes each of the first columns of the rows as a row of <paramref name="height"/> numbers, <paramref name="stride"/> apart; those behind the last row repeat it.</summary>
    /// <param name="rows">The rows, one behind the other.</param>
    /// <param name="width">How many numbers a row has.</param>
    /// <param name="taken">How many of them, the first ones, are taken.</param>
    /// <param name="count">How many rows there are, at least one.</param>
    /// <param name="columns">Where to.</param>
    /// <param name="height">A multiple of eight, at least <paramref name="count"/>.</param>
    /// <param name="stride">At least <paramref name="height"/>; a power of two would have all columns fight for the same few lines of the cache.</param>
    public static void Turn(ReadOnlySpan<float> rows, int width, int taken, int count, Span<float> columns, int height, int stride)
    {
        Debug.Assert(rows.Length == width * count && taken <= width && columns.Length >= taken * stride && height % Tile == 0 && stride >= height);
        if (taken < Tile)
        {
            TurnOne(rows, width, taken, count, columns, height, stride);
            return;
        }
        ref float from = ref MemoryMarshal.GetReference(rows);
        ref float to = ref MemoryMarshal.GetReference(columns);
        Span<int> starts = stackalloc int[Tile];
        for (int row = 0; row < height; row += Tile)
        {
            for (int i = 0; i < Tile; i++)
                starts[i] = Math.Min(row + i, count - 1) * width;
            // The last tile of a number that is no multiple of eight writes some columns again.
            for (int column = 0; column < taken; column += Tile)
            {
                int at = Math.Min(column, taken - Tile);
                Turn(ref Unsafe.Add(ref from, at), starts, ref Unsafe.Add(ref to, (at * stride) + row), stride);
            }
        }
    }

    private static void TurnOne(ReadOnlySpan<float> rows, int width, int taken, int count, Span<float> columns, int height, int stride)
    {
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < taken; column++)
                columns[(column * stride) + row] = rows[(Math.Min(row, count - 1) * width) + column];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(ref float from, ReadOnlySpan<int> starts, ref float to, int stride)
    {
        Vector256<float> r0 = Vector256.LoadUnsafe(ref from, (uint)starts[0]), r1 = Vector256.LoadUnsafe(ref from, (uint)starts[1]);
        Vector256<float> r2 = Vector256.LoadUnsafe(ref from, (uint)starts[2]), r3 = Vector256.LoadUnsafe(ref from, (uint)starts[3]);
        Vector256<float> r4 = Vector256.LoadUnsafe(ref from, (uint)starts[4]), r5 = Vector256.LoadUnsafe(ref from, (uint)starts[5]);
        Vector256<float> r6 = Vector256.LoadUnsafe(ref from, (uint)starts[6]), r7 = Vector256.LoadUnsafe(ref from, (uint)starts[7]);
        Quarter(r0, r1, r2, r3, out Vector256<float> a0, out Vector256<float> a1, out Vector256<float> a2, out Vector256<float> a3);
        Quarter(r4, r5, r6, r7, out Vector256<float> b0, out Vector256<float> b1, out Vector256<float> b2, out Vector256<float> b3);
        Avx.Permute2x128(a0, b0, 0x20).StoreUnsafe(ref to);
        Avx.Permute2x128(a1, b1, 0x20).StoreUnsafe(ref to, (nuint)stride);
        Avx.Permute2x128(a2, b2, 0x20).StoreUnsafe(ref to, (nuint)stride * 2);
        Avx.Permute2x128(a3, b3, 0x20).StoreUnsafe(ref to, (nuint)stride * 3);
        Avx.Permute2x128(a0, b0, 0x31).StoreUnsafe(ref to, (nuint)stride * 4);
        Avx.Permute2x128(a1, b1, 0x31).StoreUnsafe(ref to, (nuint)stride * 5);
        Avx.Permute2x128(a2, b2, 0x31).StoreUnsafe(ref to, (nuint)stride * 6);
        Avx.Permute2x128(a3, b3, 0x31).StoreUnsafe(ref to, (nuint)stride * 7);
    }

    /// <summary>Four rows of eight: of each half, its four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarter(Vector256<float> r0, Vector256<float> r1, Vector256<float> r2, Vector256<float> r3, out Vector256<float> c0, out Vector256<float> c1, out Vector256<float> c2, out Vector256<float> c3)
    {
        Vector256<float> low01 = Avx.UnpackLow(r0, r1), high01 = Avx.UnpackHigh(r0, r1), low23 = Avx.UnpackLow(r2, r3), high23 = Avx.UnpackHigh(r2, r3);
        c0 = Avx.Shuffle(low01, low23, 0b01_00_01_00);
        c1 = Avx.Shuffle(low01, low23, 0b11_10_11_10);
        c2 = Avx.Shuffle(high01, high23, 0b01_00_01_00);
        c3 = Avx.Shuffle(high01, high23, 0b11_10_11_10);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Learning;

/// <summary>The least and the greatest of eight numbers each, for eight chunks at once: three rounds in each of which two vectors become one.</summary>
internal static class ChunkBounds
{
    /// <summary>The least of the eight numbers of each chunk; those of a chunk stand together.</summary>
    public static Vector256<float> Least(ref float numbers)
    {
        Vector256<float> a = Min(ref numbers, 0), b = Min(ref numbers, 16), c = Min(ref numbers, 32), d = Min(ref numbers, 48);
        Vector256<double> ab = Avx.Min(Avx.UnpackLow(a.AsDouble(), b.AsDouble()).AsSingle(), Avx.UnpackHigh(a.AsDouble(), b.AsDouble()).AsSingle()).AsDouble();
        Vector256<double> cd = Avx.Min(Avx.UnpackLow(c.AsDouble(), d.AsDouble()).AsSingle(), Avx.UnpackHigh(c.AsDouble(), d.AsDouble()).AsSingle()).AsDouble();
        return Avx.Min(Avx.Permute2x128(ab, cd, 0x20).AsSingle(), Avx.Permute2x128(ab, cd, 0x31).AsSingle());
    }

    /// <summary>The greatest of the eight numbers of each chunk.</summary>
    public static Vector256<float> Most(ref float numbers)
    {
        Vector256<float> a = Max(ref numbers, 0), b = Max(ref numbers, 16), c = Max(ref numbers, 32), d = Max(ref numbers, 48);
        Vector256<double> ab = Avx.Max(Avx.UnpackLow(a.AsDouble(), b.AsDouble()).AsSingle(), Avx.UnpackHigh(a.AsDouble(), b.AsDouble()).AsSingle()).AsDouble();
        Vector256<double> cd = Avx.Max(Avx.UnpackLow(c.AsDouble(), d.AsDouble()).AsSingle(), Avx.UnpackHigh(c.AsDouble(), d.AsDouble()).AsSingle()).AsDouble();
        return Avx.Max(Avx.Permute2x128(ab, cd, 0x20).AsSingle(), Avx.Permute2x128(ab, cd, 0x31).AsSingle());
    }

    // Of two chunks side by side: 32-bit lanes become first, second, first, second in each half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Min(ref float numbers, nuint at)
    {
        Vector256<float> first = Vector256.LoadUnsafe(ref numbers, at), second = Vector256.LoadUnsafe(ref numbers, at + 8);
        return Avx.Min(Avx.UnpackLow(first, second), Avx.UnpackHigh(first, second));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Max(ref float numbers, nuint at)
    {
        Vector256<float> first = Vector256.LoadUnsafe(ref numbers, at), second = Vector256.LoadUnsafe(ref numbers, at + 8);
        return Avx.Max(Avx.UnpackLow(first, second), Avx.UnpackHigh(first, second));
    }
}

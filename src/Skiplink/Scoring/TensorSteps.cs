using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Scoring;

/// <summary>What the network does number by number, eight at a time. Lengths are multiples of eight, as widths of states are.</summary>
internal static class TensorSteps
{
    /// <summary>Writes 0 for what is negative.</summary>
    public static void Rectify(Span<float> values)
    {
        foreach (ref Vector256<float> eight in MemoryMarshal.Cast<float, Vector256<float>>(values))
            eight = Vector256.MaxNative(eight, Vector256<float>.Zero);
    }

    public static void Add(ReadOnlySpan<float> first, ReadOnlySpan<float> second, Span<float> sums)
    {
        ReadOnlySpan<Vector256<float>> a = MemoryMarshal.Cast<float, Vector256<float>>(first), b = MemoryMarshal.Cast<float, Vector256<float>>(second);
        Span<Vector256<float>> to = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        for (int i = 0; i < to.Length; i++)
            to[i] = a[i] + b[i];
    }

    /// <summary>Copies a row, which is too short for a call to pay.</summary>
    public static void Copy(ReadOnlySpan<float> values, Span<float> copies)
    {
        ReadOnlySpan<Vector256<float>> a = MemoryMarshal.Cast<float, Vector256<float>>(values);
        Span<Vector256<float>> to = MemoryMarshal.Cast<float, Vector256<float>>(copies);
        for (int i = 0; i < a.Length; i++)
            to[i] = a[i];
    }

    /// <summary>Adds to the sums.</summary>
    public static void Accumulate(Span<float> sums, ReadOnlySpan<float> values) => Add(sums, values, sums);

    /// <summary>Writes the difference of two, times a factor.</summary>
    public static void Difference(ReadOnlySpan<float> first, ReadOnlySpan<float> second, float factor, Span<float> results)
    {
        ReadOnlySpan<Vector256<float>> a = MemoryMarshal.Cast<float, Vector256<float>>(first), b = MemoryMarshal.Cast<float, Vector256<float>>(second);
        Span<Vector256<float>> to = MemoryMarshal.Cast<float, Vector256<float>>(results);
        for (int i = 0; i < to.Length; i++)
            to[i] = (a[i] - b[i]) * factor;
    }

    public static void Scale(ReadOnlySpan<float> values, float factor, Span<float> results)
    {
        ReadOnlySpan<Vector256<float>> a = MemoryMarshal.Cast<float, Vector256<float>>(values);
        Span<Vector256<float>> to = MemoryMarshal.Cast<float, Vector256<float>>(results);
        for (int i = 0; i < to.Length; i++)
            to[i] = a[i] * factor;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Learning;

/// <summary>
/// Matrix products: four rows (two without vectors of 16 floats) and 32 columns at a time. Sums use fused multiply-add and one order, so
/// they are bit-identical on every machine.
/// </summary>
internal static class DenseKernel
{
    /// <summary>Widths of outputs are multiples of this.</summary>
    public const int Lanes = 16;

    private const int Rows = 4;

    /// <summary>
    /// Y = X W + b, or Y += X W without a b. X has rows of <paramref name="inputs"/>, W a row for each input, Y rows of <paramref
    /// name="outputs"/>.
    /// </summary>
    public static void Multiply(ReadOnlySpan<float> x, int inputs, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, int outputs,
        Span<float> y)
    {
        int rows = x.Length / inputs;
        // The reads below are unchecked and rely on these.
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputs % Lanes, 0, nameof(outputs));
        ArgumentOutOfRangeException.ThrowIfLessThan(w.Length, inputs * outputs, nameof(w));
        ArgumentOutOfRangeException.ThrowIfLessThan(y.Length, rows * outputs, nameof(y));
        if (bias.IsEmpty)
        {
            Add(x, inputs, rows, w, outputs, y);
            return;
        }
        for (int row = 0; row < rows; row++)
            bias[..outputs].CopyTo(y.Slice(row * outputs, outputs));
        Add(x, inputs, rows, w, outputs, y);
    }

    private static void Add(ReadOnlySpan<float> x, int inputs, int rows, ReadOnlySpan<float> w, int outputs, Span<float> y)
    {
        ref float x0 = ref MemoryMarshal.GetReference(x), w0 = ref MemoryMarshal.GetReference(w), y0 = ref MemoryMarshal.GetReference(y);
        int step = Vector512.IsHardwareAccelerated ? Rows : Rows / 2, many = rows - (rows % step),
            pairs = outputs - (outputs % (2 * Lanes));
        for (int row = 0; row < many; row += step)
        {
            for (int column = 0; column < pairs; column += 2 * Lanes)
            {
                ref float from = ref Unsafe.Add(ref x0, row * inputs), weights = ref Unsafe.Add(ref w0, column),
                    to = ref Unsafe.Add(ref y0, (row * outputs) + column);
                if (Vector512.IsHardwareAccelerated)
                    AddFourRows(ref from, inputs, ref weights, outputs, ref to);
                else
                    AddTwoRows(ref from, inputs, ref weights, outputs, ref to);
            }
        }
        for (int row = 0; row < rows; row++)
        {
            for (int column = row < many ? pairs : 0; column < outputs; column += Lanes)
                AddRow(ref Unsafe.Add(ref x0, row * inputs), inputs, ref Unsafe.Add(ref w0, column), outputs,
                    ref Unsafe.Add(ref y0, (row * outputs) + column));
        }
    }

    /// <summary>Two rows, for machines without vectors of 16 floats: x86 with AVX2 and ARM64. The sums are the same.</summary>
    private static void AddTwoRows(ref float x, int inputs, ref float w, int outputs, ref float y)
    {
        ref float y1 = ref Unsafe.Add(ref y, outputs), xb = ref Unsafe.Add(ref x, inputs);
        Vector256<float> a0 = Vector256.LoadUnsafe(ref y), a1 = Vector256.LoadUnsafe(ref y, 8), a2 = Vector256.LoadUnsafe(ref y, 16),
            a3 = Vector256.LoadUnsafe(ref y, 24),
            b0 = Vector256.LoadUnsafe(ref y1), b1 = Vector256.LoadUnsafe(ref y1, 8), b2 = Vector256.LoadUnsafe(ref y1, 16),
                b3 = Vector256.LoadUnsafe(ref y1, 24);
        for (int k = 0; k < inputs; k++)
        {
            ref float weights = ref Unsafe.Add(ref w, k * outputs);
            Vector256<float> w0 = Vector256.LoadUnsafe(ref weights), w1 = Vector256.LoadUnsafe(ref weights, 8),
                w2 = Vector256.LoadUnsafe(ref weights, 16), w3 = Vector256.LoadUnsafe(ref weights, 24);
            Vector256<float> value = Vector256.Create(Unsafe.Add(ref x, k));
            a0 = Vector256.FusedMultiplyAdd(value, w0, a0);
            a1 = Vector256.FusedMultiplyAdd(value, w1, a1);
            a2 = Vector256.FusedMultiplyAdd(value, w2, a2);
            a3 = Vector256.FusedMultiplyAdd(value, w3, a3);
            value = Vector256.Create(Unsafe.Add(ref xb, k));
            b0 = Vector256.FusedMultiplyAdd(value, w0, b0);
            b1 = Vector256.FusedMultiplyAdd(value, w1, b1);
            b2 = Vector256.FusedMultiplyAdd(value, w2, b2);
            b3 = Vector256.FusedMultiplyAdd(value, w3, b3);
        }
        a0.StoreUnsafe(ref y);
        a1.StoreUnsafe(ref y, 8);
        a2.StoreUnsafe(ref y, 16);
        a3.StoreUnsafe(ref y, 24);
        b0.StoreUnsafe(ref y1);
        b1.StoreUnsafe(ref y1, 8);
        b2.StoreUnsafe(ref y1, 16);
        b3.StoreUnsafe(ref y1, 24);
    }

    private static void AddFourRows(ref float x, int inputs, ref float w, int outputs, ref float y)
    {
        ref float y1 = ref Unsafe.Add(ref y, outputs), y2 = ref Unsafe.Add(ref y1, outputs), y3 = ref Unsafe.Add(ref y2, outputs);
        Vector512<float> a0 = Vector512.LoadUnsafe(ref y), a1 = Vector512.LoadUnsafe(ref y, Lanes), b0 = Vector512.LoadUnsafe(ref y1),
            b1 = Vector512.LoadUnsafe(ref y1, Lanes),
            c0 = Vector512.LoadUnsafe(ref y2), c1 = Vector512.LoadUnsafe(ref y2, Lanes), d0 = Vector512.LoadUnsafe(ref y3),
                d1 = Vector512.LoadUnsafe(ref y3, Lanes);
        ref float xb = ref Unsafe.Add(ref x, inputs), xc = ref Unsafe.Add(ref xb, inputs), xd = ref Unsafe.Add(ref xc, inputs);
        for (int k = 0; k < inputs; k++)
        {
            ref float weights = ref Unsafe.Add(ref w, k * outputs);
            Vector512<float> w0 = Vector512.LoadUnsafe(ref weights), w1 = Vector512.LoadUnsafe(ref weights, Lanes);
            Vector512<float> value = Vector512.Create(Unsafe.Add(ref x, k));
            a0 = Vector512.FusedMultiplyAdd(value, w0, a0);
            a1 = Vector512.FusedMultiplyAdd(value, w1, a1);
            value = Vector512.Create(Unsafe.Add(ref xb, k));
            b0 = Vector512.FusedMultiplyAdd(value, w0, b0);
            b1 = Vector512.FusedMultiplyAdd(value, w1, b1);
            value = Vector512.Create(Unsafe.Add(ref xc, k));
            c0 = Vector512.FusedMultiplyAdd(value, w0, c0);
            c1 = Vector512.FusedMultiplyAdd(value, w1, c1);
            value = Vector512.Create(Unsafe.Add(ref xd, k));
            d0 = Vector512.FusedMultiplyAdd(value, w0, d0);
            d1 = Vector512.FusedMultiplyAdd(value, w1, d1);
        }
        a0.StoreUnsafe(ref y);
        a1.StoreUnsafe(ref y, Lanes);
        b0.StoreUnsafe(ref y1);
        b1.StoreUnsafe(ref y1, Lanes);
        c0.StoreUnsafe(ref y2);
        c1.StoreUnsafe(ref y2, Lanes);
        d0.StoreUnsafe(ref y3);
        d1.StoreUnsafe(ref y3, Lanes);
    }

    private static void AddRow(ref float x, int inputs, ref float w, int outputs, ref float y)
    {
        Vector512<float> sum = Vector512.LoadUnsafe(ref y);
        for (int k = 0; k < inputs; k++)
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref x, k)), Vector512.LoadUnsafe(ref w, (nuint)(k * outputs)),
                sum);
        sum.StoreUnsafe(ref y);
    }
}

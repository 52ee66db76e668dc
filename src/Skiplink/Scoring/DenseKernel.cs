using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Scoring;

/// <summary>
/// Products of matrices in rows of floats, four rows at a time and sixteen columns a step. Sums are fused and in one order, so that every machine gives the same
/// numbers to the last bit.
/// </summary>
internal static class DenseKernel
{
    /// <summary>How many columns a step takes: widths of outputs are multiples of it.</summary>
    public const int Lanes = 16;

    /// <summary>Y = X W + b, or Y += X W without a b. X has rows of <paramref name="inputs"/>, W a row for each input, Y rows of <paramref name="outputs"/>.</summary>
    public static void Multiply(ReadOnlySpan<float> x, int inputs, ReadOnlySpan<float> w, ReadOnlySpan<float> bias, int outputs, Span<float> y)
    {
        int rows = x.Length / inputs;
        ref float w0 = ref MemoryMarshal.GetReference(w);
        for (int column = 0; column < outputs; column += Lanes)
        {
            int row = 0;
            for (; row + 4 <= rows; row += 4)
            {
                Vector512<float> a, b, c, d;
                if (bias.IsEmpty)
                {
                    a = Load(y, (row * outputs) + column);
                    b = Load(y, ((row + 1) * outputs) + column);
                    c = Load(y, ((row + 2) * outputs) + column);
                    d = Load(y, ((row + 3) * outputs) + column);
                }
                else
                {
                    a = b = c = d = Load(bias, column);
                }
                ref float xa = ref MemoryMarshal.GetReference(x[(row * inputs)..]);
                ref float xb = ref Unsafe.Add(ref xa, inputs);
                ref float xc = ref Unsafe.Add(ref xb, inputs);
                ref float xd = ref Unsafe.Add(ref xc, inputs);
                for (int k = 0; k < inputs; k++)
                {
                    Vector512<float> weights = Vector512.LoadUnsafe(ref w0, (nuint)((k * outputs) + column));
                    a = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref xa, k)), weights, a);
                    b = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref xb, k)), weights, b);
                    c = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref xc, k)), weights, c);
                    d = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref xd, k)), weights, d);
                }
                a.CopyTo(y[((row * outputs) + column)..]);
                b.CopyTo(y[(((row + 1) * outputs) + column)..]);
                c.CopyTo(y[(((row + 2) * outputs) + column)..]);
                d.CopyTo(y[(((row + 3) * outputs) + column)..]);
            }
            for (; row < rows; row++)
            {
                Vector512<float> sum = bias.IsEmpty ? Load(y, (row * outputs) + column) : Load(bias, column);
                for (int k = 0; k < inputs; k++)
                    sum = Vector512.FusedMultiplyAdd(Vector512.Create(x[(row * inputs) + k]), Vector512.LoadUnsafe(ref w0, (nuint)((k * outputs) + column)), sum);
                sum.CopyTo(y[((row * outputs) + column)..]);
            }
        }
    }

    /// <summary>Sets what is below zero to zero.</summary>
    public static void Rectify(Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = Math.Max(0, values[i]);
    }

    /// <summary>Adds two rows of numbers up, pair by pair.</summary>
    public static void Add(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> sums)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] = a[i] + b[i];
    }

    private static Vector512<float> Load(ReadOnlySpan<float> from, int at) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(from), (nuint)at);
}

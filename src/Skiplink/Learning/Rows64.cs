using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Learning;

/// <summary>64 rows side by side in the order of the rows, for small pages.</summary>
internal readonly struct Rows64(ulong bits) : IRowBits<Rows64>
{
    private readonly ulong _bits = bits;

    public static bool IsSupported => Avx2.IsSupported;

    public static int Rows => 64;

    public static Rows64 All => new(ulong.MaxValue);

    public static Rows64 operator &(Rows64 left, Rows64 right) => new(left._bits & right._bits);

    public static Rows64 operator |(Rows64 left, Rows64 right) => new(left._bits | right._bits);

    public static Rows64 Without(Rows64 left, Rows64 right) => new(left._bits & ~right._bits);

    public static void AnswerForChunks(ReadOnlySpan<float> thresholds, ref float least, ref float most, ref Rows64 answer, Span<int> from, Span<int> to)
    {
        float low = ChunkBounds.Least(ref least)[0], high = ChunkBounds.Most(ref most)[0];
        int belowAll = 0;
        while (belowAll < thresholds.Length && low > thresholds[belowAll])
            belowAll++;
        int belowAny = belowAll;
        while (belowAny < thresholds.Length && high > thresholds[belowAny])
            belowAny++;
        Span<Rows64> answers = MemoryMarshal.CreateSpan(ref answer, thresholds.Length);
        answers[..belowAll].Fill(All);
        answers[belowAny..].Clear();
        from[0] = belowAll;
        to[0] = belowAny;
    }

    public static void AnswerForRows(ReadOnlySpan<float> thresholds, ReadOnlySpan<float> values, int chunk, ref Rows64 answer) =>
        AnswerForRows(thresholds, values, ref Unsafe.As<Rows64, ulong>(ref answer), 1);

    public static void AddLeaves(BitTrees trees, Range range, ref Rows64 numbers, int rows, ref int sums) => LeafSums.Add(trees, range, ref numbers, rows, ref sums);

    public static int Place(int row) => row;

    /// <summary>Compares the values of a chunk with each threshold; the answers to it stand <paramref name="stride"/> apart.</summary>
    public static void AnswerForRows(ReadOnlySpan<float> thresholds, ReadOnlySpan<float> values, ref ulong answer, int stride)
    {
        ref float value = ref MemoryMarshal.GetReference(values);
        for (int i = 0; i < values.Length; i += Vector256<float>.Count)
        {
            Vector256<float> eight = Vector256.LoadUnsafe(ref value, (uint)i);
            ref byte bits = ref Unsafe.Add(ref Unsafe.As<ulong, byte>(ref answer), i / 8);
            foreach (float threshold in thresholds)
            {
                bits = (byte)Vector256.GreaterThan(eight, Vector256.Create(threshold)).ExtractMostSignificantBits();
                bits = ref Unsafe.Add(ref bits, stride * sizeof(ulong));
            }
        }
    }
}

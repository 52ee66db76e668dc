using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Learning;

/// <summary>256 rows side by side in the order of the rows, for processors with AVX2.</summary>
internal readonly struct Rows256(Vector256<byte> bits) : IRowBits<Rows256>
{
    private readonly Vector256<byte> _bits = bits;

    public static bool IsSupported => Avx2.IsSupported;

    public static int Rows => 256;

    public static Rows256 All => new(Vector256<byte>.AllBitsSet);

    public static Rows256 operator &(Rows256 left, Rows256 right) => new(left._bits & right._bits);

    public static Rows256 operator |(Rows256 left, Rows256 right) => new(left._bits | right._bits);

    public static Rows256 Without(Rows256 left, Rows256 right) => new(Vector256.AndNot(left._bits, right._bits));

    public static void AnswerForChunks(ReadOnlySpan<float> thresholds, ref float least, ref float most, ref Rows256 answer, Span<int> from, Span<int> to)
    {
        Vector128<float> lows = ChunkBounds.Least(ref least).GetLower(), highs = ChunkBounds.Most(ref most).GetLower();
        Vector128<int> belowAll = default, belowAny = default;
        foreach (float value in thresholds)
        {
            Vector128<float> threshold = Vector128.Create(value);
            Vector128<int> allAbove = Vector128.GreaterThan(lows, threshold).AsInt32();
            belowAll -= allAbove;
            belowAny -= Vector128.GreaterThan(highs, threshold).AsInt32();
            answer = new(Avx2.ConvertToVector256Int64(allAbove).AsByte());
            answer = ref Unsafe.Add(ref answer, 1);
        }
        belowAll.CopyTo(from);
        belowAny.CopyTo(to);
    }

    public static void AnswerForRows(ReadOnlySpan<float> thresholds, ReadOnlySpan<float> values, int chunk, ref Rows256 answer) =>
        Rows64.AnswerForRows(thresholds, values, ref Unsafe.Add(ref Unsafe.As<Rows256, ulong>(ref answer), chunk), Rows / BitScorer.ChunkRows);

    public static void AddLeaves(BitTrees trees, Range range, ref Rows256 numbers, int rows, ref int sums) => LeafSums.Add(trees, range, ref numbers, rows, ref sums);

    public static int Place(int row) => row;
}

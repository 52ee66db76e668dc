using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Features;

/// <summary>The features of one block, by name.</summary>
internal readonly ref struct FeatureRow(Span<float> values)
{
    /// <summary>How many features there are.</summary>
    public const int Count = (int)Feature.PageTreeMean + 1;

    /// <summary>How many of them, the first ones, are the same for all blocks of a page.</summary>
    public const int PageCount = (int)Feature.PathDigits + 1;

    /// <summary>How many of them, the first ones, trees look at; the network looks at all.</summary>
    public const int TreeCount = (int)Feature.Group1Class;

    // The length is checked once, here; every Feature is below Count.
    private readonly ref float _first = ref MemoryMarshal.GetReference(values[..Count]);

    public float this[Feature feature]
    {
        get => Unsafe.Add(ref _first, (int)feature);
        set => Unsafe.Add(ref _first, (int)feature) = value;
    }

    /// <summary>Sets eight consecutive features. Where a caller means fewer, it sets the features behind them afterwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(Feature first, Vector256<float> values)
    {
        Debug.Assert((int)first + Vector256<float>.Count <= Count);
        values.StoreUnsafe(ref _first, (nuint)first);
    }

    /// <summary>Sets 16 consecutive features. Where a caller means fewer, it sets the features behind them afterwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(Feature first, Vector512<float> values)
    {
        Debug.Assert((int)first + Vector512<float>.Count <= Count);
        values.StoreUnsafe(ref _first, (nuint)first);
    }

    /// <summary>A count as the model sees it: the binary logarithm of one more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(int count) => (uint)count < (uint)Logs.Length ? Logs[count] : MathF.Log2(1 + (float)count);

    private static readonly float[] Logs = [.. Enumerable.Range(0, 4096).Select(static count => MathF.Log2(1 + (float)count))];

    /// <summary>A share, 0 where there is nothing to have a share of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Share(float part, float whole) => whole > 0 ? part / whole : 0;

    /// <summary>What a part is multiplied by to be a share of a whole.</summary>
    public static float PerWhole(int whole) => Share(1, whole);
}

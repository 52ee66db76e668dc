using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiplink.Scoring;

/// <summary>The features of one block, by name.</summary>
internal readonly ref struct FeatureRow(Span<float> values)
{
    /// <summary>How many features there are.</summary>
    public const int Count = (int)Feature.Group4Class + 1;

    /// <summary>How many of them, the first ones, are the same for all blocks of a page.</summary>
    public const int PageCount = (int)Feature.PathDigits + 1;

    // A row is cut to its length once; each of its numbers need not ask again whether it is in it.
    private readonly ref float _first = ref MemoryMarshal.GetReference(values[..Count]);

    public float this[Feature feature]
    {
        get => Unsafe.Add(ref _first, (int)feature);
        set => Unsafe.Add(ref _first, (int)feature) = value;
    }

    /// <summary>Sets features that follow each other.</summary>
    public void Set(Feature first, ReadOnlySpan<float> values)
    {
        Debug.Assert((int)first + values.Length <= Count);
        for (int i = 0; i < values.Length; i++)
            Unsafe.Add(ref _first, (int)first + i) = values[i];
    }

    /// <summary>A count as the model sees it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(int count) => (uint)count < (uint)Logs.Length ? Logs[count] : MathF.Log2(1 + (float)count);

    /// <summary>A mean of counts as the model sees it.</summary>
    public static float Log(float mean) => MathF.Log2(1 + mean);

    private static readonly float[] Logs = [.. Enumerable.Range(0, 4096).Select(static count => MathF.Log2(1 + (float)count))];

    /// <summary>A share, 0 where there is nothing to have a share of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Share(float part, float whole) => whole > 0 ? part / whole : 0;
}

using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Skiplink.PageModel;

/// <summary>
/// Runs siblings that look alike into runs: an element is in the run of the nearest of the seven siblings before it that has its signature. It is told of a page's
/// elements in document order, so that of each depth only the children of one parent have to be remembered, and of these the last seven.
/// </summary>
internal sealed class SiblingRuns
{
    private const int SiblingsBack = 7;

    private Level[] _levels = new Level[64];
    private int[] _runs = new int[512];
    private int[] _sizes = new int[512];
    private int _elements;
    private int _runCount;

    /// <summary>The last siblings at one depth, the nearest first.</summary>
    private struct Level
    {
        public Vector256<uint> Signatures;
        public Vector256<int> Runs;
        public int Count;
    }

    /// <summary>Starts a page.</summary>
    public void Clear()
    {
        _elements = _runCount = 0;
        _levels[0].Count = 0;
    }

    /// <summary>Adds the next element, and makes ready for its children.</summary>
    public void Add(int depth, uint signature)
    {
        if (depth + 1 >= _levels.Length)
            Array.Resize(ref _levels, 2 * depth);
        if (_elements == _runs.Length)
        {
            Array.Resize(ref _runs, 2 * _elements);
            Array.Resize(ref _sizes, 2 * _elements);
        }
        _levels[depth + 1].Count = 0;
        ref Level level = ref _levels[depth];
        uint known = (1u << level.Count) - 1, same = Vector256.Equals(level.Signatures, Vector256.Create(signature)).ExtractMostSignificantBits() & known;
        int run;
        if (same != 0)
        {
            Debug.Assert(BitOperations.TrailingZeroCount(same) < Vector256<int>.Count);
            run = Unsafe.Add(ref Unsafe.As<Vector256<int>, int>(ref level.Runs), BitOperations.TrailingZeroCount(same));
            _sizes[run]++;
        }
        else
        {
            run = _runCount++;
            _sizes[run] = 1;
        }
        Vector256<uint> before = Vector256.Create(0u, 0, 1, 2, 3, 4, 5, 6);
        level.Signatures = Vector256.Shuffle(level.Signatures, before).WithElement(0, signature);
        level.Runs = Vector256.Shuffle(level.Runs, before.AsInt32()).WithElement(0, run);
        level.Count = Math.Min(level.Count + 1, SiblingsBack);
        _runs[_elements++] = run;
    }

    /// <summary>Writes to each element how many elements its run has.</summary>
    public void Count(Span<ElementRow> rows)
    {
        int[] runs = _runs, sizes = _sizes;
        for (int i = 0; i < rows.Length; i++)
            rows[i].SiblingRun = sizes[runs[i]];
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Skiplink.PageModel;

/// <summary>
/// Groups siblings that look alike into runs: an element is in the run of the nearest of the seven siblings before it that has its
/// signature. It is given the elements of a page in document order, so for each depth only the last seven children of one parent are kept.
/// </summary>
internal sealed class SiblingRuns
{
    private const int SiblingsBack = 7;

    private Level[] _levels = new Level[64];
    private int[] _runs = new int[512];
    private int[] _sizes = new int[512];
    private int _elements;
    private int _runCount;

    /// <summary>The last siblings at one depth, in a ring: the next one takes the place of the oldest.</summary>
    private struct Level
    {
        public Ring<uint> Signatures;
        public Ring<int> Runs;
        public int Count;
        public int Next;
    }

    // The eighth place fills up the vector and is never written.
    [InlineArray(SiblingsBack + 1)]
    private struct Ring<T>
    {
        private T _first;
    }

    /// <summary>Starts a page.</summary>
    public void Clear()
    {
        _elements = _runCount = 0;
        _levels[0].Count = _levels[0].Next = 0;
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
        _levels[depth + 1].Count = _levels[depth + 1].Next = 0;
        ref Level level = ref _levels[depth];
        // Of those with the signature any will do: each of them joined the run of the one before it.
        Vector256<uint> signatures = Vector256.Create<uint>(level.Signatures);
        uint same = Vector256.Equals(signatures, Vector256.Create(signature)).ExtractMostSignificantBits() & ((1u << level.Count) - 1);
        int run = same != 0 ? level.Runs[BitOperations.TrailingZeroCount(same)] : _runCount++;
        _sizes[run] = same != 0 ? _sizes[run] + 1 : 1;
        level.Signatures[level.Next] = signature;
        level.Runs[level.Next] = run;
        level.Next = level.Next + 1 < SiblingsBack ? level.Next + 1 : 0;
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

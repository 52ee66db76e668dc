using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiplink.Text;

/// <summary>
/// The hashes of the words of one or more texts, in order: what a <see cref="TextScanner"/> writes. The memory is used again after <see
/// cref="Clear"/>.
/// </summary>
internal sealed class WordBuffer
{
    /// <summary>The longest piece that is copied so that whole vectors can be loaded from it.</summary>
    private const int PaddedBytes = 128;

    private readonly byte[] _padded = new byte[PaddedBytes];
    private uint[] _words;

    /// <param name="capacity">How many words it has room for at first.</param>
    public WordBuffer(int capacity = 64) => _words = new uint[Math.Max(1, capacity)];

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all words.</summary>
    public void Clear() => Count = 0;

    /// <summary>Some of the words.</summary>
    public ReadOnlySpan<uint> Slice(int first, int count) => new(_words, first, count);

    /// <summary>The words from one on, and what stands behind them in memory.</summary>
    public ReadOnlySpan<uint> From(int first) => _words.AsSpan(first);

    /// <summary>Adds a word.</summary>
    public void Add(uint hash)
    {
        if (Count == _words.Length)
            Array.Resize(ref _words, _words.Length * 2);
        _words[Count++] = hash;
    }

    /// <summary>Makes room for more words; <see cref="Advance"/> says how many were written there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref uint Reserve(int words)
    {
        if (Count > _words.Length - words)
            Grow(words);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), Count);
    }

    private void Grow(int words) => Array.Resize(ref _words, Math.Max(_words.Length * 2, Count + words));

    /// <summary>Takes words that were written to the room that <see cref="Reserve"/> made.</summary>
    public void Advance(int words) => Count += words;

    /// <summary>A copy of the end of a page's memory, with room behind it so that whole vectors can be loaded.</summary>
    public ReadOnlySpan<byte> Padded(ReadOnlySpan<byte> end, int length)
    {
        end.CopyTo(_padded);
        return _padded.AsSpan(0, length);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// One block: a run of inline text under one block-level element, the unit that is kept or skipped. Nodes are indexes into the document, elements into the
/// page's <see cref="ElementTable"/>.
/// </summary>
internal struct BlockRow
{
    /// <summary>The first text node of the run.</summary>
    public int FirstNode;

    /// <summary>The last text node of the run.</summary>
    public int LastNode;

    /// <summary>The row of the block-level element that the run stands in.</summary>
    public int Container;

    /// <summary>The row of the element that the first text stands in, which may be inline.</summary>
    public int Inner;

    /// <summary>The block's words: the first in the page's word hashes, and how many.</summary>
    public int FirstWord;
    public int Words;

    /// <summary>How many of the words stand in links, and how many links there are.</summary>
    public int LinkWords;
    public int Links;

    /// <summary>Images in the run.</summary>
    public int Images;

    /// <summary>What its characters are.</summary>
    public TextShape Shape;

    /// <summary>A hash of all words in order: equal for equal texts.</summary>
    public uint TextHash;

    /// <summary>The block that is the heading over this one (the latest before it that is not deeper in the tree), or -1.</summary>
    public int Heading;

    /// <summary>The probability that the block is main text, 0 to 1.</summary>
    public float Probability;

    /// <summary>Whether selection kept the block, and what decided.</summary>
    public bool Kept;
    public Verdict Verdict;
}

/// <summary>The blocks of a page in document order, their words, and the block that each text node belongs to.</summary>
internal sealed class BlockTable
{
    private BlockRow[] _rows = new BlockRow[256];
    private int[] _blockOfNode = [];
    private uint[] _words = new uint[4096];
    private readonly byte[] _padded = new byte[128];

    private readonly List<int> _scripts = [];
    private readonly List<int> _notes = [];

    public int Count { get; private set; }

    /// <summary>How many words all blocks have.</summary>
    public int WordCount { get; private set; }

    public ElementTable Elements { get; } = new();

    public ref BlockRow this[int block] => ref _rows[block];

    public Span<BlockRow> Rows => new(_rows, 0, Count);

    /// <summary>The hashes of a block's words in lower case.</summary>
    public ReadOnlySpan<uint> WordsOf(int block) => new(_words, _rows[block].FirstWord, _rows[block].Words);

    /// <summary>The hashes of words from one on, and what stands behind them.</summary>
    public ReadOnlySpan<uint> WordsFrom(int word) => _words.AsSpan(word);

    /// <summary>Starts a page whose document has this many nodes; no node belongs to a block yet.</summary>
    public void Clear(int nodeCount)
    {
        Count = 0;
        WordCount = 0;
        _scripts.Clear();
        _notes.Clear();
        Elements.Clear();
        if (_blockOfNode.Length < nodeCount)
            _blockOfNode = new int[Math.Max(nodeCount, _blockOfNode.Length * 2)];
        _blockOfNode.AsSpan(0, nodeCount).Fill(-1);
    }

    /// <summary>The script elements of the body, in document order: they may hold data about the page.</summary>
    public IReadOnlyList<int> Scripts => _scripts;

    /// <summary>Notes a script element.</summary>
    public void AddScript(int node) => _scripts.Add(node);

    /// <summary>The elements of the body that may say something of the page, in document order: main headings, times, <c>meta</c> and <c>link</c>, and whatever is marked as a property.</summary>
    public ReadOnlySpan<int> Notes => CollectionsMarshal.AsSpan(_notes);

    /// <summary>Notes an element that may say something of the page.</summary>
    public void AddNote(int node) => _notes.Add(node);

    /// <summary>Adds a block and returns its number.</summary>
    public int Add(int container, int firstNode)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        _rows[Count] = new() { Container = container, FirstNode = firstNode, LastNode = firstNode, FirstWord = WordCount, Heading = -1 };
        return Count++;
    }

    /// <summary>Adds a word to the last block.</summary>
    public void AddWord(uint hash)
    {
        if (WordCount == _words.Length)
            Array.Resize(ref _words, _words.Length * 2);
        _words[WordCount++] = hash;
    }

    /// <summary>Room for more words of the last block, of which some are taken then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref uint RoomForWords(int words)
    {
        if (WordCount > _words.Length - words)
            Array.Resize(ref _words, _words.Length * 2);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), WordCount);
    }

    /// <summary>Takes words that were written to <see cref="RoomForWords"/>.</summary>
    public void TakeWords(int words) => WordCount += words;

    /// <summary>A copy of the end of the page's memory, with room behind it so that whole vectors can be loaded.</summary>
    public ReadOnlySpan<byte> Padded(ReadOnlySpan<byte> end, int length)
    {
        end.CopyTo(_padded);
        return _padded.AsSpan(0, length);
    }

    /// <summary>Says that a text node belongs to a block.</summary>
    public void Assign(int node, int block)
    {
        _blockOfNode[node] = block;
        _rows[block].LastNode = node;
    }

    /// <summary>The block that a text node belongs to, or -1: white space between blocks, scripts.</summary>
    public int BlockOf(int node) => _blockOfNode[node];

    /// <summary>Whether a text node belongs to a block that was kept.</summary>
    public bool IsKept(int node) => _blockOfNode[node] is >= 0 and int block && _rows[block].Kept;
}

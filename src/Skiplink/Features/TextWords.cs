using Skiplink.Learning;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>What the learnt words say of the text of each block: as its own text, and as the heading over others.</summary>
internal sealed class TextWords
{
    /// <summary>Only this many words of a block are looked up.</summary>
    private const int MaxWords = 10;

    private readonly LexiconQuery _query = new();
    private int[] _firstWord = [];
    private Row[] _rows = [];

    /// <summary>The log-odds of a block's own words.</summary>
    public struct Row
    {
        public float Sum;
        public float Mean;
        public float Least;
        public float Most;

        /// <summary>Heading statistics; default for blocks that are no headings.</summary>
        public Heading Heading;
    }

    /// <summary>What the learnt words say of a heading, for all blocks under it.</summary>
    public struct Heading
    {
        public float Mean;
        public float Least;

        /// <summary>
        /// The least that they say of it and of the headings it stands under: "Related products" decides for the names below it.
        /// </summary>
        public float Chain;
        public int Level;
    }

    /// <summary>The statistics of a block.</summary>
    public ref readonly Row this[int block] => ref _rows[block];

    /// <summary>The words of a block that are looked up.</summary>
    public static ReadOnlySpan<uint> FirstOf(BlockTable blocks, int block)
    {
        ReadOnlySpan<uint> words = blocks.WordsOf(block);
        return words[..Math.Min(words.Length, MaxWords)];
    }

    /// <summary>Reads a page.</summary>
    public void Read(BlockTable blocks, Lexicon lexicon)
    {
        int count = blocks.Count;
        if (_rows.Length < count)
        {
            int size = Math.Max(count, 2 * _rows.Length);
            (_rows, _firstWord) = (new Row[size], new int[size]);
        }
        Gather(blocks);
        _query.Run(lexicon);
        Span<Row> rows = _rows.AsSpan(0, count);
        Span<float> over = stackalloc float[8];
        for (int i = 0; i < rows.Length; i++)
        {
            int words = Math.Min(blocks[i].Words, MaxWords), first = _firstWord[i];
            WordWeights weights = _query.Weights(first, words);
            float sum = weights.Sum * Lexicon.Scale;
            rows[i] = new()
            {
                Sum = sum,
                Mean = sum / Math.Max(1, words),
                Least = weights.Min * Lexicon.Scale,
                Most = weights.Max * Lexicon.Scale,
            };
            if (blocks.IsHeading(i))
                rows[i].Heading = HeadingOf(_query.Weights(first + words, words), words, blocks.HeadingLevelOf(i), over);
        }
    }

    private void Gather(BlockTable blocks)
    {
        _query.Clear();
        for (int i = 0; i < blocks.Count; i++)
        {
            ReadOnlySpan<uint> words = FirstOf(blocks, i);
            _firstWord[i] = _query.Count;
            _query.Add(words, Lexicon.TextSeed);
            if (blocks.IsHeading(i))
                _query.Add(words, Lexicon.HeadingSeed);
        }
    }

    /// <summary>Reads a heading; the statistics of those above it, a number for each level, are updated.</summary>
    private static Heading HeadingOf(WordWeights weights, int words, int level, Span<float> over)
    {
        // A heading by its role alone stands below all others.
        int below = level > 0 ? level : 7;
        float mean = weights.Sum * Lexicon.Scale / Math.Max(1, words), chain = Math.Min(mean, below == 1 ? 99 : over[below - 1]);
        over[below..].Fill(chain);
        return new() { Mean = mean, Least = weights.Min * Lexicon.Scale, Chain = chain, Level = level };
    }
}

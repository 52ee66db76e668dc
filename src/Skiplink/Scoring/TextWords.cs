using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>What the learnt words say of the text of each block: as its own text, and as the heading over others.</summary>
internal sealed class TextWords
{
    /// <summary>Only this many words of a heading, and of a block, are looked up.</summary>
    public const int MostHeadingWords = 12;
    public const int MostTextWords = 10;

    private readonly AskedWords _asked = new();
    private int[] _firstText = [];
    private int[] _firstHeading = [];
    private Row[] _rows = [];

    /// <summary>The log-odds of a block's own words, and of each two in a row.</summary>
    public struct Row
    {
        public float Sum;
        public float Mean;
        public float Least;
        public float Most;
        public float PairSum;
        public float PairLeast;

        /// <summary>As a heading; 0 of a block that is none.</summary>
        public Heading Heading;
    }

    /// <summary>What the learnt words say of a heading, for all blocks under it.</summary>
    public struct Heading
    {
        public float Mean;
        public float Least;
        public float Pairs;

        /// <summary>The least that they say of it and of the headings it stands under: "Related products" decides for the names below it.</summary>
        public float Chain;
        public int Level;
    }

    /// <summary>What is said of a block.</summary>
    public ref readonly Row this[int block] => ref _rows[block];

    /// <summary>Reads a page.</summary>
    public void Read(BlockTable blocks, Lexicon lexicon)
    {
        int count = blocks.Count;
        if (_rows.Length < count)
        {
            int size = Math.Max(count, 2 * _rows.Length);
            (_rows, _firstText, _firstHeading) = (new Row[size], new int[size], new int[size]);
        }
        _rows.AsSpan(0, count).Clear();
        _asked.Clear();
        Gather(blocks);
        _asked.Ask(lexicon);
        for (int i = 0; i < count; i++)
            ReadText(blocks, i);
        ReadHeadings(blocks);
    }

    private void Gather(BlockTable blocks)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            ReadOnlySpan<uint> words = First(blocks.WordsOf(i), MostTextWords);
            _firstText[i] = _asked.Count;
            _asked.Add(words, Lexicon.TextSeed);
            _asked.AddPairs(words, 0);
            if (!IsHeading(blocks, i))
                continue;
            words = First(words, MostHeadingWords);
            _firstHeading[i] = _asked.Count;
            _asked.Add(words, Lexicon.HeadingSeed);
            _asked.AddPairs(words, Lexicon.HeadingSeed);
        }
    }

    private void ReadText(BlockTable blocks, int block)
    {
        int count = Math.Min(blocks[block].Words, MostTextWords), first = _firstText[block], pairs = Math.Max(0, count - 1);
        WordWeights ofWords = WordWeights.Of(_asked.Weights(first, count)), ofPairs = WordWeights.Of(_asked.Weights(first + count, pairs));
        ref Row row = ref _rows[block];
        row.Sum = ofWords.Sum * Lexicon.Scale;
        row.Mean = row.Sum / Math.Max(1, count);
        row.Least = ofWords.Least * Lexicon.Scale;
        row.Most = ofWords.Most * Lexicon.Scale;
        row.PairSum = ofPairs.Sum * Lexicon.Scale;
        row.PairLeast = ofPairs.Least * Lexicon.Scale;
    }

    private void ReadHeadings(BlockTable blocks)
    {
        Span<float> over = stackalloc float[8];
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!IsHeading(blocks, i))
                continue;
            int count = Math.Min(blocks[i].Words, MostHeadingWords), first = _firstHeading[i], pairs = Math.Max(0, count - 1);
            WordWeights words = WordWeights.Of(_asked.Weights(first, count));
            ref Heading heading = ref _rows[i].Heading;
            heading.Mean = words.Sum * Lexicon.Scale / Math.Max(1, count);
            heading.Least = words.Least * Lexicon.Scale;
            heading.Pairs = WordWeights.Of(_asked.Weights(first + count, pairs)).Sum * Lexicon.Scale;
            heading.Level = PageFacts.HeadingLevel(blocks, i);
            // A heading by its role alone stands below all others.
            int level = heading.Level > 0 ? heading.Level : 7;
            heading.Chain = Math.Min(heading.Mean, level == 1 ? 99 : over[level - 1]);
            over[level..].Fill(heading.Chain);
        }
    }

    private static bool IsHeading(BlockTable blocks, int block) => (blocks.Elements[blocks[block].Inner].Surroundings & Surroundings.Heading) != 0;

    private static ReadOnlySpan<uint> First(ReadOnlySpan<uint> words, int most) => words[..Math.Min(words.Length, most)];
}

using Skiplink.Html;
using Skiplink.Learning;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// What learnt words that were seen on few sites say of a block: two in a row, of its text and of the heading over it, and those in the
/// address of the link it stands in. The network alone looks at them, so they are looked up for the blocks that it is asked about.
/// </summary>
internal sealed class RareWords
{
    private const float MaxOfLink = 8;

    private readonly LexiconQuery _query = new();
    private Asked[] _blocks = [];

    // The heading whose pairs were asked last: the blocks under it follow each other.
    private int _heading;
    private int _headingPairs;
    private int _headingFirst;

    /// <summary>The words that were asked for a block: its pairs, behind them those of the address; and the pairs of its heading.</summary>
    private struct Asked
    {
        public int First;
        public int Pairs;
        public int Address;
        public int HeadingFirst;
        public int HeadingPairs;
    }

    /// <summary>Fills the features of some blocks of a page.</summary>
    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="some">Which of them.</param>
    /// <param name="lexicon">The learnt words.</param>
    /// <param name="features">The rows of all blocks.</param>
    public void Fill(HtmlDocument document, BlockTable blocks, ReadOnlySpan<int> some, Lexicon lexicon, Span<float> features)
    {
        if (_blocks.Length < some.Length)
            _blocks = new Asked[Math.Max(some.Length, 2 * _blocks.Length)];
        _query.Clear();
        _heading = -1;
        for (int i = 0; i < some.Length; i++)
            Gather(document, blocks, some[i], out _blocks[i]);
        _query.Run(lexicon);
        for (int i = 0; i < some.Length; i++)
            Fill(_blocks[i], new(features.Slice(some[i] * FeatureRow.Count, FeatureRow.Count)));
    }

    private void Gather(HtmlDocument document, BlockTable blocks, int block, out Asked asked)
    {
        ref readonly BlockRow row = ref blocks[block];
        if (row.Heading >= 0 && row.Heading != _heading)
        {
            _heading = row.Heading;
            _headingFirst = _query.Count;
            _headingPairs = AddPairs(TextWords.FirstOf(blocks, _heading), Lexicon.HeadingSeed);
        }
        asked.First = _query.Count;
        asked.Pairs = AddPairs(TextWords.FirstOf(blocks, block), 0);
        int link = LinkAround(blocks.Elements, row.Inner);
        asked.Address = link > 0 ? AttributeTokens.ReadAddress(document, blocks.Elements[link].Node, _query.Room(AttributeTokens.Max)) : 0;
        _query.Keep(asked.Address);
        (asked.HeadingFirst, asked.HeadingPairs) = (_headingFirst, row.Heading >= 0 ? _headingPairs : 0);
    }

    private int AddPairs(ReadOnlySpan<uint> words, uint seed)
    {
        int before = _query.Count;
        _query.AddPairs(words, seed);
        return _query.Count - before;
    }

    /// <summary>The link that an element is or stands in; 0 without.</summary>
    private static int LinkAround(ElementTable elements, int element)
    {
        if ((elements[element].Context & ContextFlags.Link) == 0)
            return 0;
        while (element != 0 && elements[element].Name != HtmlNames.A)
            element = elements[element].Parent;
        return element;
    }

    private void Fill(in Asked asked, FeatureRow row)
    {
        WordWeights pairs = _query.Weights(asked.First, asked.Pairs), address = _query.Weights(asked.First + asked.Pairs, asked.Address);
        row[Feature.PairSum] = pairs.Sum * Lexicon.Scale;
        row[Feature.PairLeast] = pairs.Min * Lexicon.Scale;
        row[Feature.HeadingPair] = _query.Weights(asked.HeadingFirst, asked.HeadingPairs).Sum * Lexicon.Scale;
        row[Feature.Address] = Math.Clamp(address.Sum * Lexicon.Scale, -MaxOfLink, MaxOfLink);
        row[Feature.AddressLeast] = address.Min * Lexicon.Scale;
    }
}

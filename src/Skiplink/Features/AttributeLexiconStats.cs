using System.Runtime.Intrinsics;
using Skiplink.Html;
using Skiplink.Learning;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Features;

/// <summary>Lexicon statistics of the attribute values of a page.</summary>
internal sealed class AttributeLexiconStats
{
    private readonly LexiconQuery _query = new();
    private Stats[] _stats = new Stats[256];

    /// <summary>Lexicon statistics of one value.</summary>
    public struct Stats
    {
        /// <summary>The first of its words in the query.</summary>
        public int FirstWord;

        /// <summary>How many words it has.</summary>
        public int Words;

        /// <summary>The sum of the weights, twice.</summary>
        public Vector128<float> Sums;

        /// <summary>The least weight, and the greatest with its sign turned; 0 at the most.</summary>
        public Vector128<float> Least;

        public void Set(in WordWeights weights)
        {
            Sums = Vector128.Create((float)weights.Sum, weights.Sum, 0, 0) * Lexicon.Scale;
            Least = Vector128.Create((float)weights.Min, -weights.Max, 0, 0) * Lexicon.Scale;
        }
    }

    /// <summary>The statistics of the value of an id.</summary>
    public ref readonly Stats this[int id] => ref _stats[id];

    /// <summary>Looks up the words of all values of a page, of each no more words than an element may have.</summary>
    public void Read(HtmlDocument document, AttributeInterner values, Lexicon lexicon)
    {
        if (_stats.Length < values.Count)
            _stats = new Stats[Math.Max(values.Count, 2 * _stats.Length)];
        Span<Stats> all = _stats.AsSpan(0, values.Count);
        _query.Clear();
        PageBytes bytes = new(document);
        for (int i = 0; i < all.Length; i++)
        {
            ref readonly AttributeInterner.Value value = ref values[i];
            uint seed = AttributeTokens.SeedOf(value.Attribute);
            int words = LetterRuns.Split(bytes.From(value.Text.Start), value.Text.Length, seed, _query.Room(AttributeTokens.Max), 0);
            all[i] = new() { FirstWord = _query.Count, Words = words };
            _query.Keep(words);
        }
        _query.Run(lexicon);
        foreach (ref Stats stats in all)
            stats.Set(_query.Weights(stats.FirstWord, stats.Words));
    }
}

using System.Runtime.Intrinsics;
using Skiplink.Html;
using Skiplink.Learning;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Features;

/// <summary>What a lexicon says of the values of attributes.</summary>
internal sealed class MarkupWeights
{
    private readonly AskedWords _asked = new();
    private Said[] _said = new Said[256];

    /// <summary>What is said of one value: how many words it has, and what the lexicon makes of them.</summary>
    public struct Said
    {
        public int FirstWord;
        public int Words;

        /// <summary>The sum of the weights, twice.</summary>
        public Vector128<float> Sums;

        /// <summary>The least weight, and the greatest with its sign turned; 0 at the most.</summary>
        public Vector128<float> Least;

        public void Set(in WordWeights weights)
        {
            Sums = Vector128.Create((float)weights.Sum, weights.Sum, 0, 0) * Lexicon.Scale;
            Least = Vector128.Create((float)weights.Least, -weights.Most, 0, 0) * Lexicon.Scale;
        }
    }

    /// <summary>What is said of the value of a number.</summary>
    public ref readonly Said this[int number] => ref _said[number];

    /// <summary>Asks a lexicon of all values of a page, of each no more words than an element may have.</summary>
    public void Read(HtmlDocument document, MarkupValues values, Lexicon lexicon)
    {
        if (_said.Length < values.Count)
            _said = new Said[Math.Max(values.Count, 2 * _said.Length)];
        Span<Said> all = _said.AsSpan(0, values.Count);
        _asked.Clear();
        PageBytes bytes = new(document);
        for (int i = 0; i < all.Length; i++)
        {
            ref readonly MarkupValues.Value value = ref values[i];
            all[i] = new() { FirstWord = _asked.Count, Words = LetterRuns.Split(bytes.From(value.Text.Start), value.Text.Length, MarkupWords.SeedOf(value.Attribute), _asked.Room(MarkupWords.Most), 0) };
            _asked.Keep(all[i].Words);
        }
        _asked.Ask(lexicon);
        foreach (ref Said said in all)
            said.Set(_asked.Weights(said.FirstWord, said.Words));
    }
}

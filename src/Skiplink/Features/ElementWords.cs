using System.Runtime.Intrinsics;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Learning;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// What the learnt words say of each element, and of the path that leads down to it: first of each value of an attribute, then added up
/// down the tree.
/// </summary>
internal sealed class ElementWords
{
    private const float MaxOfElement = 8;

    private readonly AttributeLexiconStats _weights = new();
    private Row[] _rows = [];
    private float[] _tags = [];
    private Lexicon? _lexicon;

    /// <summary>
    /// What the lexicon says of one element's markup and of the path down to it; lanes of vectors, since the same is done with all of them.
    /// </summary>
    public struct Row
    {
        /// <summary>Of the element's own words, twice, and of its name.</summary>
        public Vector128<float> Owns;

        /// <summary>Of those down the path, the further away the less: words, words that are heard from further away, names.</summary>
        public Vector128<float> Paths;

        /// <summary>The least word down the path, and the greatest with its sign turned.</summary>
        public Vector128<float> Extremes;

        public readonly float Own => Owns[0];

        public readonly float Tag => Owns[2];

        public readonly float Path => Paths[0];

        public readonly float PathFar => Paths[1];

        public readonly float TagPath => Paths[2];

        public readonly float Least => Extremes[0];

        public readonly float Most => -Extremes[1];
    }

    public ref readonly Row this[int element] => ref _rows[element];

    public void Read(HtmlDocument document, ElementTable elements, Lexicon lexicon)
    {
        if (_rows.Length < elements.Count)
            _rows = new Row[Math.Max(elements.Count, _rows.Length * 2)];
        ReadNames(document, lexicon);
        _weights.Read(document, elements.Values, lexicon);
        Span<Row> rows = _rows.AsSpan(0, elements.Count);
        Vector128<float> most = Vector128.Create(MaxOfElement), decay = Vector128.Create(0.6f, 0.9f, 0.7f, 0);
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly ElementRow element = ref elements[i];
            // The first element is its own parent.
            Row parent = i == 0 ? default : rows[element.Parent];
            Vector128<float> owns = default, extremes = parent.Extremes;
            int words = 0;
            foreach (int value in elements.ValuesOf(i))
            {
                ref readonly AttributeLexiconStats.Stats stats = ref _weights[value];
                words += stats.Words;
                owns += stats.Sums;
                extremes = Vector128.Min(extremes, stats.Least);
            }
            if (words > AttributeTokens.Max)
                (owns, extremes) = MarkupOfMany(document, element.Node, lexicon, parent.Extremes);
            owns = Vector128.Min(Vector128.Max(owns, -most), most).WithElement(2, TagOf(document, element.Name, lexicon));
            rows[i] = new() { Owns = owns, Paths = (parent.Paths * decay) + owns, Extremes = extremes };
        }
    }

    /// <summary>Makes room for what the lexicon says of each name of the page; what is known of names of the standards stays.</summary>
    private void ReadNames(HtmlDocument document, Lexicon lexicon)
    {
        int known = HtmlNames.KnownCount + 1, count = known + document.Names.UnknownCount;
        if (!ReferenceEquals(lexicon, _lexicon) || _tags.Length < count)
            (_tags, _lexicon, known) = (new float[Math.Max(_tags.Length, 2 * count)], lexicon, 0);
        _tags.AsSpan(known, count - known).Fill(float.NaN);
    }

    /// <summary>What the lexicon says of an element's name, asked when it is met for the first time.</summary>
    private float TagOf(HtmlDocument document, int name, Lexicon lexicon)
    {
        ref float tag = ref _tags[name];
        if (float.IsNaN(tag))
            tag = lexicon[TagWord(document, name)] * Lexicon.Scale;
        return tag;
    }

    /// <summary>Of an element that has more words than are looked at: the first of all its attributes together count.</summary>
    private static (Vector128<float> Sums, Vector128<float> Extremes) MarkupOfMany(HtmlDocument document, int node, Lexicon lexicon,
        Vector128<float> extremes)
    {
        Span<uint> words = stackalloc uint[AttributeTokens.Max];
        Span<sbyte> weights = stackalloc sbyte[AttributeTokens.Max + WordWeights.Loaded];
        int count = AttributeTokens.Read(document, node, words);
        lexicon.LookUp(words[..count], weights);
        AttributeLexiconStats.Stats stats = default;
        stats.Set(WordWeights.Of(weights, count));
        return (stats.Sums, Vector128.Min(extremes, stats.Least));
    }

    /// <summary>The hash under which an element's name stands in the lexicon.</summary>
    public static uint TagWord(HtmlDocument document, int name) => Fnv1a.Combine(Lexicon.TagSeed, document.NameOf(name));
}

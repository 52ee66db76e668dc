using Skiplink.Blocks;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Scoring;

/// <summary>What the learnt words say of each element, and of the path that leads down to it. Each element's markup is read once.</summary>
internal sealed class ElementWords
{
    private readonly MarkupWeights _weights = new();
    private Row[] _rows = [];
    private MarkupPart[] _parts = [];
    private float[] _tags = [];
    private Lexicon? _lexicon;

    /// <summary>What the lexicon says of one element's markup and of the path down to it.</summary>
    public struct Row
    {
        public float Own;
        public float Path;
        public float PathFar;
        public float Least;
        public float Most;
        public float Tag;
        public float TagPath;
        public float Token;
        public float TokenPath;
        public float TokenLeast;
        public float TokenMost;
        public float Address;
        public float AddressLeast;
        public float AddressSum;
        public int Addresses;
    }

    public ref readonly Row this[int element] => ref _rows[element];

    public void Read(HtmlDocument document, ElementTable elements, Lexicon lexicon)
    {
        if (_rows.Length < elements.Count)
            _rows = new Row[Math.Max(elements.Count, _rows.Length * 2)];
        _weights.Start(lexicon);
        ReadNames(document, lexicon);
        Span<uint> words = stackalloc uint[MarkupWords.Most];
        for (int i = 0; i < elements.Count; i++)
        {
            ref readonly ElementRow element = ref elements[i];
            ref Row row = ref _rows[i];
            if (i == 0)
                row = default;
            else
                row = _rows[element.Parent];
            Inherit(ref row);
            Markup(document, element, lexicon, i == 0 ? default : _rows[element.Parent], ref row);
            if (element.Name == HtmlNames.A)
                Address(document, element.Node, lexicon, words, ref row);
        }
        for (int i = elements.Count - 1; i > 0; i--)
        {
            ref Row parent = ref _rows[elements[i].Parent];
            parent.AddressSum += _rows[i].AddressSum;
            parent.Addresses += _rows[i].Addresses;
        }
    }

    /// <summary>From a parent's row to what its child starts from: of the paths as much as goes over.</summary>
    private static void Inherit(ref Row row)
    {
        row.Own = row.Tag = row.Token = row.AddressSum = 0;
        row.Addresses = 0;
        row.Path *= 0.6f;
        row.PathFar *= 0.9f;
        row.TagPath *= 0.7f;
        row.TokenPath *= 0.7f;
    }

    /// <summary>For each name of the page what it is as an attribute's, and what the lexicon says of it as an element's.</summary>
    private void ReadNames(HtmlDocument document, Lexicon lexicon)
    {
        int count = HtmlNames.KnownCount + 1 + document.Names.UnknownCount;
        bool isKnown = ReferenceEquals(lexicon, _lexicon) && _tags.Length >= count;
        if (_tags.Length < count)
            (_parts, _tags) = (new MarkupPart[2 * count], new float[2 * count]);
        for (int name = isKnown ? HtmlNames.KnownCount + 1 : 1; name < count; name++)
        {
            _parts[name] = MarkupWords.PartOf(document, name);
            _tags[name] = lexicon[TagWord(document, name)];
        }
        _lexicon = lexicon;
    }

    /// <summary>Adds what the element's own markup says.</summary>
    private void Markup(HtmlDocument document, in ElementRow element, Lexicon lexicon, in Row parent, ref Row row)
    {
        ref NodeRow node = ref document.Nodes[element.Node];
        int words = 0, tokens = 0;
        if (MarkupWords.IsCustom(document, node.Name))
            Add(_weights.Of(MarkupPart.Name, document.NameOf(node.Name)), ref row, ref words, ref tokens);
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(node.DataStart, node.DataLength))
        {
            if (_parts[attribute.Name] is not MarkupPart.None and MarkupPart part)
                Add(_weights.Of(part, document.BytesOf(attribute.Value)), ref row, ref words, ref tokens);
        }
        if (words > MarkupWords.Most || tokens > MarkupWords.Most)
            MarkupOfMany(document, element.Node, lexicon, parent, ref row);
        row.Own = Math.Clamp(row.Own, -8, 8);
        row.Token = Math.Clamp(row.Token, -8, 8);
        row.Tag = _tags[element.Name];
        row.Path = row.Own + row.Path;
        row.PathFar = row.Own + row.PathFar;
        row.TagPath = row.Tag + row.TagPath;
        row.TokenPath = row.Token + row.TokenPath;
    }

    private void Add(in MarkupWeights.Said said, ref Row row, ref int words, ref int tokens)
    {
        words += said.Words;
        tokens += said.Tokens;
        foreach (float weight in _weights.WordsOf(said))
        {
            row.Own += weight;
            row.Least = Math.Min(row.Least, weight);
            row.Most = Math.Max(row.Most, weight);
        }
        foreach (float weight in _weights.TokensOf(said))
        {
            row.Token += weight;
            row.TokenLeast = Math.Min(row.TokenLeast, weight);
            row.TokenMost = Math.Max(row.TokenMost, weight);
        }
    }

    /// <summary>Of an element that has more words or tokens than are looked at: the first of all its parts together count.</summary>
    private static void MarkupOfMany(HtmlDocument document, int node, Lexicon lexicon, in Row parent, ref Row row)
    {
        Span<uint> words = stackalloc uint[MarkupWords.Most];
        (row.Own, row.Least, row.Most) = Sum(lexicon, words[..MarkupWords.Read(document, node, words)], parent.Least, parent.Most);
        (row.Token, row.TokenLeast, row.TokenMost) = Sum(lexicon, words[..MarkupWords.ReadTokens(document, node, words)], parent.TokenLeast, parent.TokenMost);
    }

    private static (float Sum, float Least, float Most) Sum(Lexicon lexicon, ReadOnlySpan<uint> words, float least, float most)
    {
        float sum = 0;
        foreach (uint word in words)
        {
            float weight = lexicon[word];
            sum += weight;
            least = Math.Min(least, weight);
            most = Math.Max(most, weight);
        }
        return (sum, least, most);
    }

    private static void Address(HtmlDocument document, int node, Lexicon lexicon, Span<uint> words, ref Row row)
    {
        int count = MarkupWords.ReadAddress(document, node, words);
        float sum = 0, least = 0;
        for (int w = 0; w < count; w++)
        {
            float weight = lexicon[words[w]];
            sum += weight;
            least = Math.Min(least, weight);
        }
        row.Address = row.AddressSum = Math.Clamp(sum, -8, 8);
        row.AddressLeast = least;
        row.Addresses = 1;
    }

    /// <summary>The hash under which an element's name stands in the lexicon.</summary>
    public static uint TagWord(HtmlDocument document, int name)
    {
        uint hash = Lexicon.TagSeed;
        foreach (byte b in document.NameOf(name))
            hash = (hash ^ b) * 16777619;
        return hash;
    }
}

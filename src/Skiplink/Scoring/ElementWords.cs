using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Scoring;

/// <summary>What the learnt words say of each element, and of the path that leads down to it. Each element's markup is read once.</summary>
internal sealed class ElementWords
{
    private Row[] _rows = [];

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
        Span<uint> words = stackalloc uint[MarkupWords.Most];
        for (int i = 0; i < elements.Count; i++)
        {
            ref readonly ElementRow element = ref elements[i];
            Row parent = i == 0 ? default : _rows[element.Parent];
            Row row = default;
            int count = MarkupWords.Read(document, element.Node, words);
            row.Least = parent.Least;
            row.Most = parent.Most;
            for (int w = 0; w < count; w++)
            {
                float weight = lexicon[words[w]];
                if (weight == 0)
                    continue;
                row.Own += weight;
                row.Least = Math.Min(row.Least, weight);
                row.Most = Math.Max(row.Most, weight);
            }
            row.Own = Math.Clamp(row.Own, -8, 8);
            row.Tag = lexicon[TagWord(document, element.Name)];
            row.Path = row.Own + (0.6f * parent.Path);
            row.PathFar = row.Own + (0.9f * parent.PathFar);
            row.TagPath = row.Tag + (0.7f * parent.TagPath);
            Tokens(document, element.Node, lexicon, words, parent, ref row);
            row.Address = parent.Address;
            row.AddressLeast = parent.AddressLeast;
            if (element.Name == HtmlNames.A)
                Address(document, element.Node, lexicon, words, ref row);
            _rows[i] = row;
        }
        for (int i = elements.Count - 1; i > 0; i--)
        {
            ref Row parent = ref _rows[elements[i].Parent];
            parent.AddressSum += _rows[i].AddressSum;
            parent.Addresses += _rows[i].Addresses;
        }
    }

    private static void Tokens(HtmlDocument document, int node, Lexicon lexicon, Span<uint> words, in Row parent, ref Row row)
    {
        row.TokenLeast = parent.TokenLeast;
        row.TokenMost = parent.TokenMost;
        int count = MarkupWords.ReadTokens(document, node, words);
        for (int w = 0; w < count; w++)
        {
            float weight = lexicon[words[w]];
            row.Token += weight;
            row.TokenLeast = Math.Min(row.TokenLeast, weight);
            row.TokenMost = Math.Max(row.TokenMost, weight);
        }
        row.Token = Math.Clamp(row.Token, -8, 8);
        row.TokenPath = row.Token + (0.7f * parent.TokenPath);
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

using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Scoring;

/// <summary>What the learnt words say of the addresses that links lead to: of the link that an element stands in, and of all links in it.</summary>
internal sealed class LinkWords
{
    private const float MostOfLink = 8;

    private readonly AskedWords _asked = new();
    private readonly List<(int Element, int FirstWord)> _links = [];
    private Row[] _rows = [];

    /// <summary>What is said of an element's links.</summary>
    public struct Row
    {
        /// <summary>The link that the element is or stands in: the sum of its words, and the least of them.</summary>
        public float Own;
        public float Least;

        /// <summary>The sum over all links in the element, and how many there are.</summary>
        public float Sum;
        public int Links;
    }

    public ref readonly Row this[int element] => ref _rows[element];

    public void Read(HtmlDocument document, ElementTable elements, Lexicon lexicon)
    {
        if (_rows.Length < elements.Count)
            _rows = new Row[Math.Max(elements.Count, 2 * _rows.Length)];
        Gather(document, elements);
        _asked.Ask(lexicon);
        int next = 0;
        for (int i = 0; i < elements.Count; i++)
        {
            ref Row row = ref _rows[i];
            if (next < _links.Count && _links[next].Element == i)
            {
                int first = _links[next++].FirstWord, end = next < _links.Count ? _links[next].FirstWord : _asked.Count;
                WordWeights words = WordWeights.Of(_asked.Weights(first, end - first));
                float sum = Math.Clamp(words.Sum * Lexicon.Scale, -MostOfLink, MostOfLink);
                row = new() { Own = sum, Least = words.Least * Lexicon.Scale, Sum = sum, Links = 1 };
                continue;
            }
            ref readonly Row parent = ref _rows[elements[i].Parent];
            row = i == 0 ? default : new() { Own = parent.Own, Least = parent.Least };
        }
        for (int i = elements.Count - 1; i > 0; i--)
        {
            ref Row parent = ref _rows[elements[i].Parent];
            parent.Sum += _rows[i].Sum;
            parent.Links += _rows[i].Links;
        }
    }

    private void Gather(HtmlDocument document, ElementTable elements)
    {
        _asked.Clear();
        _links.Clear();
        for (int i = 0; i < elements.Count; i++)
        {
            ref readonly ElementRow element = ref elements[i];
            if (element.Name != HtmlNames.A)
                continue;
            _links.Add((i, _asked.Count));
            _asked.Keep(MarkupWords.ReadAddress(document, element.Node, _asked.Room(MarkupWords.Most)));
        }
    }
}

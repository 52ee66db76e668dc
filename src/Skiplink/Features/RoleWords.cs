using System.Runtime.Intrinsics;
using Skiplink.Learning;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Features;

/// <summary>
/// What the words of roles say of each block: those of the classes and ids on the path to it, the nearer the more; the first of its text;
/// and those of the heading over it.
/// </summary>
internal sealed class RoleWords
{
    private const float Decay = 0.8f;
    private const float Max = 8;

    private RoleLexicon _lexicon = RoleLexicon.Empty;
    private BlockTable _blocks = null!;
    private Vector256<float>[] _values = [];
    private Vector256<float>[] _paths = [];
    private Vector256<float>[] _texts = [];

    /// <summary>Reads a page.</summary>
    public void Read(PageDocument page, RoleLexicon lexicon)
    {
        (_blocks, _lexicon) = (page.Blocks, lexicon);
        if (lexicon.Count == 0)
            return;
        ReadValues(page);
        ElementTable elements = page.Elements;
        if (_paths.Length < elements.Count)
            _paths = new Vector256<float>[Math.Max(elements.Count, 2 * _paths.Length)];
        Vector256<float> max = Vector256.Create(Max);
        for (int i = 0; i < elements.Count; i++)
        {
            Vector256<float> sum = i == 0 ? Vector256<float>.Zero : _paths[elements[i].Parent] * Decay;
            foreach (int value in elements.ValuesOf(i))
                sum += _values[value];
            _paths[i] = Vector256.Min(Vector256.Max(sum, -max), max);
        }
        if (_texts.Length < _blocks.Count)
            _texts = new Vector256<float>[Math.Max(_blocks.Count, 2 * _texts.Length)];
        for (int i = 0; i < _blocks.Count; i++)
            _texts[i] = lexicon.Sum(TextWords.FirstOf(_blocks, i), Lexicon.TextSeed);
    }

    /// <summary>Fills the features of a block.</summary>
    public void Fill(int block, FeatureRow row)
    {
        bool knows = _lexicon.Count > 0;
        int heading = _blocks[block].Heading;
        row.Set(Feature.CommentPath, knows ? _paths[_blocks[block].Inner] : default);
        row.Set(Feature.CommentText, knows ? _texts[block] : default);
        row.Set(Feature.CommentHeading, knows && heading >= 0 ? _texts[heading] : default);
    }

    private void ReadValues(PageDocument page)
    {
        AttributeInterner values = page.Elements.Values;
        if (_values.Length < values.Count)
            _values = new Vector256<float>[Math.Max(values.Count, 2 * _values.Length)];
        PageBytes bytes = new(page.Html);
        Span<uint> words = stackalloc uint[AttributeTokens.Max];
        for (int i = 0; i < values.Count; i++)
        {
            ref readonly AttributeInterner.Value value = ref values[i];
            uint seed = AttributeTokens.SeedOf(value.Attribute);
            int count = LetterRuns.Split(bytes.From(value.Text.Start), value.Text.Length, seed, words, 0);
            _values[i] = _lexicon.Sum(words[..count], 0);
        }
    }
}

using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>Those features of a group that are the same for every block in it: worked out when the first one asks.</summary>
internal sealed class GroupFeatures
{
    /// <summary>How many there are, from <see cref="Feature.Group1Words"/> on.</summary>
    public const int Count = Feature.Group2Words - Feature.Group1Words;

    private float[] _values = [];
    private bool[] _known = [];

    /// <summary>Starts a page of so many elements.</summary>
    public void Start(int elements)
    {
        if (_known.Length < elements)
        {
            _known = new bool[Math.Max(elements, 2 * _known.Length)];
            _values = new float[_known.Length * Count];
        }
        _known.AsSpan(0, elements).Clear();
    }

    /// <summary>The features of an element as a group; those of a block in it, its place and how many are like it, are left at 0.</summary>
    public ReadOnlySpan<float> Of(ElementTable elements, int element)
    {
        Span<float> values = _values.AsSpan(element * Count, Count);
        if (_known[element])
            return values;
        _known[element] = true;
        ref readonly ElementRow group = ref elements[element];
        values[0] = FeatureRow.Log(group.Words);
        values[1] = FeatureRow.Share(group.LinkWords, group.Words);
        values[2] = FeatureRow.Log(group.Blocks);
        values[3] = FeatureRow.Share(group.Words, group.Blocks);
        values[4] = FeatureRow.Share(group.Punctuation, group.Words);
        values[5] = FeatureRow.Share(group.Images, group.Blocks);
        values[6] = FeatureRow.Share(group.Headings, group.Blocks);
        values[8] = FeatureRow.Share(group.LongWords, group.Words);
        values[10] = FeatureRow.Share(group.Currencies, group.Blocks);
        values[11] = FeatureRow.Share(group.Years, group.Blocks);
        values[12] = FeatureRow.Share(group.Links, group.Blocks);
        return values;
    }
}

using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>Which groups stand around each element, and those features of a group that are the same for every block in it, worked out when the first one asks.</summary>
internal sealed class GroupFeatures
{
    /// <summary>How many there are, from <see cref="Feature.Group1Words"/> on.</summary>
    public const int Count = Feature.Group2Words - Feature.Group1Words;

    private float[] _values = [];
    private bool[] _known = [];
    private Way[] _ways = [];

    /// <summary>The way up from an element.</summary>
    public struct Way
    {
        /// <summary>The nearest element above that holds more blocks: wrappers around one thing say nothing new. The first element for itself.</summary>
        public int Up;

        /// <summary>How many siblings are like the last wrapper below that element, and the most that are like any wrapper on the way.</summary>
        public int Alike;
        public int MostAlike;
    }

    /// <summary>The way up from an element.</summary>
    public ref readonly Way WayFrom(int element) => ref _ways[element];

    /// <summary>Starts a page.</summary>
    public void Start(ElementTable elements)
    {
        ReadOnlySpan<ElementRow> rows = elements.Rows;
        if (_known.Length < rows.Length)
        {
            int size = Math.Max(rows.Length, 2 * _known.Length);
            (_known, _ways, _values) = (new bool[size], new Way[size], new float[size * Count]);
        }
        _known.AsSpan(0, rows.Length).Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly ElementRow row = ref rows[i];
            if (i == 0 || rows[row.Parent].Blocks > row.Blocks || row.Parent == 0)
            {
                _ways[i] = new() { Up = row.Parent, Alike = row.Alike, MostAlike = row.Alike };
                continue;
            }
            Way above = _ways[row.Parent];
            _ways[i] = above with { MostAlike = Math.Max(row.Alike, above.MostAlike) };
        }
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
        values[4] = FeatureRow.Share(group.Headings, group.Blocks);
        values[6] = FeatureRow.Share(group.LongWords, group.Words);
        values[8] = FeatureRow.Share(group.Years, group.Blocks);
        return values;
    }
}

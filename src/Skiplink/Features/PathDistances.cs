using System.Runtime.Intrinsics;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// For each element of a page its way to three of them, from the element where the two paths meet: how many levels down to the one (0 when
/// the element stands in it), and how many down to the element.
/// </summary>
internal sealed class PathDistances
{
    /// <summary>Where in a row of numbers each of the three stands: its way down, and behind it the element's.</summary>
    private const int Half = 0;
    private const int Most = 2;
    private const int Reader = 3;

    private Vector256<float>[] _ways = [];

    /// <summary>
    /// The features from <see cref="Feature.OutsideHalf"/> to <see cref="Feature.InsideReader"/> of blocks in an element. How deep an
    /// element stands below its meeting with the way to <see cref="PageFacts.MostElement"/> is not among them.
    /// </summary>
    public Vector256<float> this[int element] => _ways[element];

    /// <summary>Measures all elements, parents first.</summary>
    public void Measure(ElementTable elements, PageFacts page)
    {
        ReadOnlySpan<ElementRow> rows = elements.Rows;
        if (rows.IsEmpty)
            return;
        if (_ways.Length < rows.Length)
            _ways = new Vector256<float>[Math.Max(rows.Length, 2 * _ways.Length)];
        Span<Vector256<float>> ways = _ways.AsSpan(0, rows.Length);
        int half = page.HalfElement, most = page.MostElement, reader = page.ReaderElement, last = Math.Max(half, Math.Max(most, reader));
        Vector256<float> down = Vector256.Create(0f, 1, 0, 0, 1, 0, 0, 0);
        for (int i = 0; i < ways.Length; i++)
        {
            ref readonly ElementRow row = ref rows[i];
            Vector256<float> way = ways[row.Parent] + down;
            // Rows stand in document order: an element holds the rows from its own to its end.
            if (i <= last)
            {
                if (i <= half && half < row.End)
                    way = way.WithElement(Half, rows[half].Depth - row.Depth).WithElement(Half + 1, 0);
                if (i <= most && most < row.End)
                    way = way.WithElement(Most, rows[most].Depth - row.Depth);
                if (i <= reader && reader < row.End)
                    way = way.WithElement(Reader, rows[reader].Depth - row.Depth).WithElement(Reader + 1, 0);
            }
            ways[i] = way;
        }
    }
}

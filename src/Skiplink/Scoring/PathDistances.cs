using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>
/// For each element of a page its way to one of them, from the element where the two paths meet: how many levels down to the one (0 when the element stands in it), and down to the element.
/// </summary>
internal sealed class PathDistances
{
    private (int Outside, int Inside)[] _distances = [];

    public (float Outside, float Inside) this[int element] => (_distances[element].Outside, _distances[element].Inside);

    /// <summary>Measures all elements, parents first.</summary>
    public void Measure(ElementTable elements, int other)
    {
        if (_distances.Length < elements.Count)
            _distances = new (int, int)[Math.Max(elements.Count, 2 * _distances.Length)];
        if (elements.Count == 0)
            return;
        ReadOnlySpan<ElementRow> rows = elements.Rows;
        int depth = rows[other].Depth;
        for (int i = 0; i < rows.Length; i++)
        {
            // Rows stand in document order: an element holds the rows from its own to its end.
            ref readonly ElementRow row = ref rows[i];
            if (i <= other && other < row.End)
                _distances[i] = (depth - row.Depth, 0);
            else
                _distances[i] = (_distances[row.Parent].Outside, _distances[row.Parent].Inside + 1);
        }
    }
}

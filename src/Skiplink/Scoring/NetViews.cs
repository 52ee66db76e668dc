namespace Skiplink.Scoring;

/// <summary>
/// What a layer of the network sees for each block: the states of the block, the one before, the one behind and its heading, and the means of its group, its twins and
/// the page. Means of groups come from running sums: time is linear whatever the groups are. One for each thread.
/// </summary>
internal sealed class NetViews
{
    private float[] _before = [];
    private float[] _twins = [];

    /// <summary>Sums up the states of a page, so that <see cref="Fill"/> can tell its means.</summary>
    /// <param name="states">The states, <paramref name="width"/> numbers for each block.</param>
    /// <param name="width">How many numbers a state has.</param>
    /// <param name="graph">Which blocks stand with which.</param>
    public void Sum(ReadOnlySpan<float> states, int width, BlockGraph graph)
    {
        int count = graph.Count;
        if (_before.Length < (count + 1) * width)
            _before = new float[2 * (count + 1) * width];
        if (_twins.Length < graph.Groups * width)
            _twins = new float[2 * graph.Groups * width];
        ReadOnlySpan<int> twins = graph.Twins;
        Span<float> before = _before, groups = _twins.AsSpan(0, graph.Groups * width);
        before[..width].Clear();
        groups.Clear();
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> state = states.Slice(i * width, width);
            TensorSteps.Add(before.Slice(i * width, width), state, before.Slice((i + 1) * width, width));
            TensorSteps.Accumulate(groups.Slice(twins[i] * width, width), state);
        }
    }

    /// <summary>Writes the mean of all states of a page that was summed up: the last view, which is the same for all blocks.</summary>
    public void Whole(int width, BlockGraph graph, Span<float> mean) => TensorSteps.Scale(_before.AsSpan(graph.Count * width, width), 1f / graph.Count, mean);

    /// <summary>Fills the views of some blocks, a row of <see cref="BlockNet.Views"/> states for each, or of all but the last.</summary>
    /// <param name="states">The states that were summed up.</param>
    /// <param name="width">How many numbers a state has.</param>
    /// <param name="graph">Which blocks stand with which.</param>
    /// <param name="reach">How far neighbours stand.</param>
    /// <param name="from">The first block.</param>
    /// <param name="to">The one behind the last.</param>
    /// <param name="views">Where to.</param>
    public void Fill(ReadOnlySpan<float> states, int width, BlockGraph graph, int reach, int from, int to, Span<float> views)
    {
        int count = graph.Count, row = views.Length / (to - from);
        ReadOnlySpan<int> twins = graph.Twins, headings = graph.Headings, first = graph.GroupStarts, end = graph.GroupEnds, sizes = graph.TwinCounts;
        ReadOnlySpan<float> before = _before;
        for (int i = from; i < to; i++)
        {
            Span<float> view = views.Slice((i - from) * row, row);
            TensorSteps.Copy(states.Slice(i * width, width), view);
            Copy(states, i - reach, count, width, view.Slice(width, width));
            Copy(states, i + reach, count, width, view.Slice(2 * width, width));
            Copy(states, headings[i], count, width, view.Slice(3 * width, width));
            float twin = 1f / sizes[twins[i]], group = 1f / (end[i] - first[i]);
            TensorSteps.Scale(_twins.AsSpan(twins[i] * width, width), twin, view.Slice(4 * width, width));
            TensorSteps.Difference(before.Slice(end[i] * width, width), before.Slice(first[i] * width, width), group, view.Slice(5 * width, width));
            if (row == BlockNet.Views * width)
                Whole(width, graph, view.Slice(6 * width, width));
        }
    }

    private static void Copy(ReadOnlySpan<float> states, int from, int count, int width, Span<float> to)
    {
        if (from < 0 || from >= count)
            to.Clear();
        else
            TensorSteps.Copy(states.Slice(from * width, width), to);
    }
}

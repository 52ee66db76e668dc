namespace Skiplink.Scoring;

/// <summary>What a layer of the network sees for each block: the states of the block, the one before, the one behind and its heading, and the means of its group, its twins and the page.</summary>
internal static class NetViews
{
    /// <summary>How many floats of scratch memory a page needs.</summary>
    public static int SumsOf(BlockGraph graph, int width) => (graph.Count + 1 + graph.Groups) * width;

    /// <summary>Fills the views, a row of <see cref="BlockNet.Views"/> states for each block. Means of groups come from running sums: time is linear whatever the groups are.</summary>
    public static void Fill(ReadOnlySpan<float> states, int width, BlockGraph graph, int reach, Span<float> views, Span<float> sums)
    {
        int count = graph.Count, row = BlockNet.Views * width;
        ReadOnlySpan<int> twins = graph.Twins, headings = graph.Headings, first = graph.GroupStarts, end = graph.GroupEnds, sizes = graph.TwinCounts;
        Span<float> before = sums.Slice(0, (count + 1) * width), groups = sums.Slice((count + 1) * width, graph.Groups * width);
        before[..width].Clear();
        groups.Clear();
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> state = states.Slice(i * width, width);
            TensorSteps.Add(before.Slice(i * width, width), state, before.Slice((i + 1) * width, width));
            TensorSteps.Accumulate(groups.Slice(twins[i] * width, width), state);
        }
        ReadOnlySpan<float> all = before.Slice(count * width, width);
        for (int i = 0; i < count; i++)
        {
            Span<float> view = views.Slice(i * row, row);
            states.Slice(i * width, width).CopyTo(view);
            Copy(states, i - reach, count, width, view.Slice(width, width));
            Copy(states, i + reach, count, width, view.Slice(2 * width, width));
            Copy(states, headings[i], count, width, view.Slice(3 * width, width));
            float twin = 1f / sizes[twins[i]], group = 1f / (end[i] - first[i]), whole = 1f / count;
            TensorSteps.Scale(groups.Slice(twins[i] * width, width), twin, view.Slice(4 * width, width));
            TensorSteps.Difference(before.Slice(end[i] * width, width), before.Slice(first[i] * width, width), group, view.Slice(5 * width, width));
            TensorSteps.Scale(all, whole, view.Slice(6 * width, width));
        }
    }

    private static void Copy(ReadOnlySpan<float> states, int from, int count, int width, Span<float> to)
    {
        if (from < 0 || from >= count)
            to.Clear();
        else
            states.Slice(from * width, width).CopyTo(to);
    }
}

using Skiplink.Scoring;

namespace Train;

/// <summary>One page's way forward through the network and back: the slope of the page's loss in every weight. One for each thread.</summary>
internal sealed class NetBackward(BlockNet net)
{
    /// <summary>Blocks of this weight together count as much as the F1 of their page.</summary>
    private const double WeightOfOne = 100;

    private readonly NetPass _pass = new();
    private float[] _state = [];
    private float[] _below = [];
    private float[] _gate = [];
    private float[] _views = [];
    private float[] _sums = [];

    public float[] Gradient { get; } = new float[net.Weights.Length];

    public void Run(NetPage page, int seed, Options options)
    {
        Gradient.AsSpan().Clear();
        BlockGraph graph = page.Graph;
        int count = graph.Count, inputs = net.Inputs, width = net.Width;
        if (count == 0)
            return;
        Forward(page, seed, options);
        int size = count * width;
        if (_state.Length < size)
            (_state, _below, _gate, _views) = (new float[size * 2], new float[size * 2], new float[size * 2], new float[size * 2 * BlockNet.Views]);
        if (_sums.Length < (count + graph.Groups + 4) * width)
            _sums = new float[(count + graph.Groups + 4) * width * 2];

        float[] scores = Loss(page, options);
        int last = net.Offset(net.Layers + 1);
        ReadOnlySpan<float> top = _pass.States[net.Layers];
        for (int i = 0; i < count; i++)
        {
            float d = scores[i];
            for (int k = 0; k < width; k++)
            {
                Gradient[last + k] += d * top[(i * width) + k];
                _state[(i * width) + k] = d * net.Weights[last + k];
            }
            Gradient[last + width] += d;
        }
        for (int layer = net.Layers; layer >= 1; layer--)
        {
            Span<float> gate = _gate.AsSpan(0, size), views = _views.AsSpan(0, size * BlockNet.Views);
            for (int k = 0; k < size; k++)
                gate[k] = _pass.Added[layer - 1][k] > 0 ? _state[k] : 0;
            int viewInputs = BlockNet.Views * width, offset = net.Offset(layer);
            AddOuter(_pass.Views[layer - 1].AsSpan(0, count * viewInputs), viewInputs, gate, width, Gradient.AsSpan(offset, viewInputs * width));
            AddColumns(gate, width, Gradient.AsSpan(offset + (viewInputs * width), width));
            views.Clear();
            DenseKernel.Multiply(gate, width, Transposed(net.MatrixOf(layer), viewInputs, width), default, viewInputs, views);
            ViewsBack(views, width, graph, BlockNet.Reach(layer), _state.AsSpan(0, size));
        }
        for (int k = 0; k < size; k++)
            _state[k] = _pass.States[0][k] > 0 ? _state[k] : 0;
        AddOuter(_pass.Scaled.AsSpan(0, count * inputs), inputs, _state.AsSpan(0, size), width, Gradient.AsSpan(0, inputs * width));
        AddColumns(_state.AsSpan(0, size), width, Gradient.AsSpan(inputs * width, width));
    }

    /// <summary>The loss of a page of which no feature is left out.</summary>
    public double LossOf(NetPage page, Options options)
    {
        Forward(page, 0, options with { NetDropout = 0 });
        double loss = 0, both = 0, all = 0;
        for (int i = 0; i < page.Labels.Length; i++)
        {
            double probability = 1 / (1 + Math.Exp(-_pass.Scores[i]));
            loss -= page.Weights[i] * Math.Log(page.Labels[i] > 0 ? probability : 1 - probability) / WeightOfOne;
            both += 2 * page.Words[i] * probability * page.Labels[i];
            all += page.Words[i] * (probability + page.Labels[i]);
        }
        return loss - (options.NetF1 * both / all);
    }

    /// <summary>Runs the network on a page of which some features, drawn anew each time, are left out: none may be all that the network goes by.</summary>
    private void Forward(NetPage page, int seed, Options options)
    {
        int inputs = net.Inputs;
        Random random = new(seed);
        _pass.Reserve(net, page.Graph);
        float keep = 1 - (float)options.NetDropout;
        Span<float> mask = stackalloc float[inputs];
        for (int k = 0; k < inputs; k++)
            mask[k] = random.NextDouble() < keep ? 1 : 0;
        for (int i = 0; i < page.Graph.Count; i++)
        {
            Span<float> row = _pass.Scaled.AsSpan(i * inputs, inputs);
            net.Scale(page.Features.AsSpan(i * inputs, inputs), row);
            for (int k = 0; k < inputs; k++)
                row[k] *= mask[k];
        }
        _pass.Run(net, page.Graph);
    }

    /// <summary>The slope of the loss in each block's score.</summary>
    private float[] Loss(NetPage page, Options options)
    {
        int count = page.Labels.Length;
        float[] slopes = new float[count];
        double a = 0, p = 0, t = 0;
        for (int i = 0; i < count; i++)
        {
            double probability = 1 / (1 + Math.Exp(-_pass.Scores[i]));
            slopes[i] = (float)(page.Weights[i] * (probability - page.Labels[i]) / WeightOfOne);
            a += page.Words[i] * probability * page.Labels[i];
            p += page.Words[i] * probability;
            t += page.Words[i] * page.Labels[i];
        }
        if (t > 0)
        {
            double whole = p + t;
            for (int i = 0; i < count; i++)
            {
                double probability = 1 / (1 + Math.Exp(-_pass.Scores[i]));
                double slope = 2 * page.Words[i] * ((page.Labels[i] * whole) - a) / (whole * whole);
                slopes[i] -= (float)(options.NetF1 * slope * probability * (1 - probability));
            }
        }
        return slopes;
    }

    private void ViewsBack(ReadOnlySpan<float> views, int width, BlockGraph graph, int reach, Span<float> state)
    {
        // The state's own slope stays (what a layer adds is added); to it comes what each view passes back.
        int count = graph.Count, row = BlockNet.Views * width;
        ReadOnlySpan<int> twins = graph.Twins, headings = graph.Headings, first = graph.GroupStarts, end = graph.GroupEnds, sizes = graph.TwinCounts;
        Span<float> edges = _sums.AsSpan(0, (count + 1) * width), groups = _sums.AsSpan((count + 1) * width, graph.Groups * width), page = _sums.AsSpan((count + 1 + graph.Groups) * width, width);
        edges.Clear();
        groups.Clear();
        page.Clear();
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> view = views.Slice(i * row, row);
            Add(view[..width], state.Slice(i * width, width), 1);
            if (i - reach >= 0)
                Add(view.Slice(width, width), state.Slice((i - reach) * width, width), 1);
            if (i + reach < count)
                Add(view.Slice(2 * width, width), state.Slice((i + reach) * width, width), 1);
            if (headings[i] >= 0)
                Add(view.Slice(3 * width, width), state.Slice(headings[i] * width, width), 1);
            Add(view.Slice(4 * width, width), groups.Slice(twins[i] * width, width), 1f / sizes[twins[i]]);
            float share = 1f / (end[i] - first[i]);
            Add(view.Slice(5 * width, width), edges.Slice(first[i] * width, width), share);
            Add(view.Slice(5 * width, width), edges.Slice(end[i] * width, width), -share);
            Add(view.Slice(6 * width, width), page, 1f / count);
        }
        Span<float> running = stackalloc float[width];
        running.Clear();
        for (int i = 0; i < count; i++)
        {
            Add(edges.Slice(i * width, width), running, 1);
            Add(running, state.Slice(i * width, width), 1);
            Add(groups.Slice(twins[i] * width, width), state.Slice(i * width, width), 1);
            Add(page, state.Slice(i * width, width), 1);
        }
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> to, float factor)
    {
        for (int k = 0; k < from.Length; k++)
            to[k] += factor * from[k];
    }

    private static float[] Transposed(ReadOnlySpan<float> matrix, int rows, int columns)
    {
        float[] transposed = new float[matrix.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < columns; k++)
                transposed[(k * rows) + i] = matrix[(i * columns) + k];
        }
        return transposed;
    }

    private static void AddColumns(ReadOnlySpan<float> rows, int width, Span<float> sums)
    {
        for (int i = 0; i < rows.Length; i += width)
            Add(rows.Slice(i, width), sums, 1);
    }

    /// <summary>G += Xᵀ D: the slope of a layer's matrix.</summary>
    private static void AddOuter(ReadOnlySpan<float> x, int inputs, ReadOnlySpan<float> d, int width, Span<float> gradient)
    {
        int rows = d.Length / width;
        float[] transposed = new float[rows * inputs];
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < inputs; k++)
                transposed[(k * rows) + i] = x[(i * inputs) + k];
        }
        DenseKernel.Multiply(transposed, rows, d, default, width, gradient);
    }
}

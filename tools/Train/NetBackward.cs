using Skiplink.Learning;

namespace Train;

/// <summary>
/// One page's way forward through the network and back: the slope of the page's loss in every weight. One for each thread.
/// </summary>
internal sealed class NetBackward(BlockNet net)
{
    /// <summary>Blocks of this weight together count as much as the F1 of their page.</summary>
    private const double WeightOfOne = 100;

    private readonly NetPass _pass = new();
    private float[] _slopes = [];

    public float[] Gradient { get; } = new float[net.Weights.Length];

    public void Run(NetPage page, int seed, Options options)
    {
        Gradient.AsSpan().Clear();
        int count = page.Labels.Length, inputs = net.Inputs, width = net.Width, last = net.LastRowStart;
        if (count == 0)
            return;
        Forward(page, seed, options);
        if (_slopes.Length < count * width)
            _slopes = new float[2 * count * width];
        float[] scores = Loss(page, options);
        Span<float> slopes = _slopes.AsSpan(0, count * width);
        for (int i = 0; i < count; i++)
        {
            float d = scores[i];
            for (int k = 0; k < width; k++)
            {
                float unit = _pass.Units[(i * width) + k];
                Gradient[last + k] += d * unit;
                slopes[(i * width) + k] = unit > 0 ? d * net.Weights[last + k] : 0;
            }
            Gradient[last + width] += d;
        }
        AddOuter(_pass.Scaled.AsSpan(0, count * inputs), inputs, slopes, width, Gradient.AsSpan(0, inputs * width));
        AddColumns(slopes, width, Gradient.AsSpan(inputs * width, width));
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
        return loss - (options.NetF1 * page.PageWeight * both / all);
    }

    /// <summary>
    /// Runs the network on a page of which some features, drawn anew each time, are left out: none may be all that the network goes by.
    /// </summary>
    private void Forward(NetPage page, int seed, Options options)
    {
        int inputs = net.Inputs;
        Random random = new(seed);
        _pass.Reserve(net, page.Labels.Length);
        float keep = 1 - (float)options.NetDropout;
        Span<float> mask = stackalloc float[inputs];
        for (int k = 0; k < inputs; k++)
            mask[k] = random.NextDouble() < keep ? 1 : 0;
        for (int i = 0; i < page.Labels.Length; i++)
        {
            Span<float> row = _pass.Scaled.AsSpan(i * inputs, inputs);
            net.Scale(page.Features.AsSpan(i * inputs, inputs), row);
            for (int k = 0; k < inputs; k++)
                row[k] *= mask[k];
        }
        _pass.Run(net, page.Labels.Length);
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
                slopes[i] -= (float)(options.NetF1 * page.PageWeight * slope * probability * (1 - probability));
            }
        }
        return slopes;
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> to, float factor)
    {
        for (int k = 0; k < from.Length; k++)
            to[k] += factor * from[k];
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

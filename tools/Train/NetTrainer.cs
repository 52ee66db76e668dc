using Skiplink.Features;
using Skiplink.Learning;

namespace Train;

/// <summary>
/// Trains the network: log-loss over blocks and the expected F1 of each page, by Adam over small batches of pages (Kingma and Ba, 2015).
/// The same pages and seed give the same weights, however many threads there are: each page of a batch has a gradient of its own, and they
/// are summed in order.
/// </summary>
internal sealed class NetTrainer(Options options, int seed)
{
    private const int Batch = 8;
    private const float Beta1 = 0.9f, Beta2 = 0.98f;

    public BlockNet Train(IReadOnlyList<NetPage> pages)
    {
        int inputs = FeatureRow.Count;
        BlockNet net = new(inputs, options.NetWidth);
        FitScales(net, pages);
        Random random = new(seed);
        Start(net, random);
        int size = net.Weights.Length;
        float[] first = new float[size], second = new float[size], total = new float[size];
        NetBackward[] slots = [.. Enumerable.Range(0, Batch).Select(_ => new NetBackward(net))];
        int[] order = [.. Enumerable.Range(0, pages.Count)];
        int steps = options.NetEpochs * ((pages.Count + Batch - 1) / Batch), step = 0;
        for (int epoch = 0; epoch < options.NetEpochs; epoch++)
        {
            random.Shuffle(order);
            for (int from = 0; from < order.Length; from += Batch)
            {
                int count = Math.Min(Batch, order.Length - from);
                int pageSeed = random.Next();
                Parallel.For(
                    0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 },
                    i => slots[i].Run(pages[order[from + i]], pageSeed + i, options));
                total.AsSpan().Clear();
                for (int i = 0; i < count; i++)
                {
                    ReadOnlySpan<float> gradient = slots[i].Gradient;
                    for (int k = 0; k < size; k++)
                        total[k] += gradient[k];
                }
                float rate = (float)(options.NetRate * Math.Min(1, (step + 1) / 100.0) * 0.5 * (1 + Math.Cos(Math.PI * step / steps)));
                step++;
                float c1 = 1 - MathF.Pow(Beta1, step), c2 = 1 - MathF.Pow(Beta2, step), decay = rate * (float)options.NetDecay;
                for (int k = 0; k < size; k++)
                {
                    float g = total[k] / count;
                    first[k] = (Beta1 * first[k]) + ((1 - Beta1) * g);
                    second[k] = (Beta2 * second[k]) + ((1 - Beta2) * g * g);
                    net.Weights[k] -= (rate * (first[k] / c1) / (MathF.Sqrt(second[k] / c2) + 1e-6f)) + (decay * net.Weights[k]);
                }
            }
        }
        return net;
    }

    private static void FitScales(BlockNet net, IReadOnlyList<NetPage> pages)
    {
        int inputs = net.Inputs;
        double[] sums = new double[inputs], squares = new double[inputs];
        double count = 0;
        foreach (NetPage page in pages)
        {
            // Each page counts as much as its root: long pages would drown the others.
            double weight = 1 / Math.Sqrt(page.Labels.Length + 30);
            for (int i = 0; i < page.Labels.Length; i++)
            {
                count += weight;
                for (int k = 0; k < inputs; k++)
                {
                    double value = page.Features[(i * inputs) + k];
                    sums[k] += weight * value;
                    squares[k] += weight * value * value;
                }
            }
        }
        for (int k = 0; k < inputs; k++)
        {
            double mean = sums[k] / count, variance = (squares[k] / count) - (mean * mean);
            net.Means[k] = (float)mean;
            net.Scales[k] = variance > 1e-9 ? (float)(1 / Math.Sqrt(variance)) : 0;
        }
    }

    private static void Start(BlockNet net, Random random)
    {
        float scale = MathF.Sqrt(2f / net.Inputs);
        for (int k = 0; k < net.Inputs * net.Width; k++)
            net.Weights[k] = scale * Normal(random);
        for (int k = 0; k < net.Width; k++)
            net.Weights[net.LastRowStart + k] = 0.1f * Normal(random);
    }

    private static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}

using Skiplink.PageModel;
using Skiplink.Html.Arena;

namespace Skiplink.Features;

/// <summary>Draws the probabilities of blocks that repeat one structure towards their common mean.</summary>
internal sealed class GroupSmoothing
{
    private static readonly float Mix = float.Parse(Environment.GetEnvironmentVariable("SK_MIX") ?? "0");
    private static readonly int Steps = int.Parse(Environment.GetEnvironmentVariable("SK_STEPS") ?? "4");
    private static readonly int MinBlocks = int.Parse(Environment.GetEnvironmentVariable("SK_MIN") ?? "3");
    private static readonly bool Logit = Environment.GetEnvironmentVariable("SK_LOGIT") == "1";
    private readonly DenseIdMap _ids = new();
    private float[] _sums = [];
    private float[] _weights = [];
    private int[] _counts = [];
    private int[] _groupOf = [];

    public void Apply(BlockTable blocks, Span<float> probabilities)
    {
        if (Mix == 0)
            return;
        int count = blocks.Count;
        if (_groupOf.Length < count)
            (_groupOf, _sums, _weights, _counts) = (new int[count], new float[count], new float[count], new int[count]);
        _ids.Clear();
        for (int i = 0; i < count; i++)
        {
            int before = _ids.Count, id = _ids.GetOrAdd(KeyOf(blocks, i));
            if (id == before)
                (_sums[id], _weights[id], _counts[id]) = (0, 0, 0);
            _groupOf[i] = id;
            float weight = MathF.Sqrt(blocks[i].Words + 1);
            float p = probabilities[i];
            _sums[id] += weight * (Logit ? MathF.Log((p + 1e-4f) / (1 - p + 1e-4f)) : p);
            _weights[id] += weight;
            _counts[id]++;
        }
        for (int i = 0; i < count; i++)
        {
            int id = _groupOf[i];
            if (_counts[id] < MinBlocks)
                continue;
            float mean = _sums[id] / _weights[id], p = probabilities[i];
            if (Logit)
            {
                float l = MathF.Log((p + 1e-4f) / (1 - p + 1e-4f));
                probabilities[i] = BlockScorer.Probability(((1 - Mix) * l) + (Mix * mean));
            }
            else
            {
                probabilities[i] = ((1 - Mix) * p) + (Mix * mean);
            }
        }
    }

    private static uint KeyOf(BlockTable blocks, int block)
    {
        if (Steps == 0)
            return blocks.Elements[blocks[block].Inner].PathSignature;
        uint key = Fnv1a.Basis;
        int element = blocks[block].Inner;
        for (int i = 0; i < Steps && element != 0; i++)
        {
            key = Fnv1a.Combine(key, blocks.Elements[element].Signature);
            element = blocks.Elements[element].Parent;
        }
        return key;
    }
}

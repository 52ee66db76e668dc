namespace Skiplink.Scoring;

/// <summary>
/// How far each feature of a block moved its score in the network: the feature times the slope of the score in it (Simonyan et al., 2014), along the block's own way
/// through the layers. What comes by its neighbours is left out.
/// </summary>
internal static class NetReasons
{
    /// <summary>Adds the contributions of one block of the page that the pass was run on, times <paramref name="share"/>.</summary>
    public static void Explain(BlockNet net, NetPass pass, int block, double share, Span<double> contributions)
    {
        int width = net.Width, at = block * width;
        Span<float> slope = stackalloc float[width], below = stackalloc float[width];
        net.LastRow[..width].CopyTo(slope);
        for (int layer = net.Layers; layer >= 1; layer--)
        {
            // The first view is the block itself: the first rows of the matrix.
            ReadOnlySpan<float> matrix = net.MatrixOf(layer), added = pass.Added[layer - 1];
            slope.CopyTo(below);
            for (int k = 0; k < width; k++)
            {
                for (int j = 0; j < width; j++)
                    below[k] += added[at + j] > 0 ? matrix[(k * width) + j] * slope[j] : 0;
            }
            below.CopyTo(slope);
        }
        ReadOnlySpan<float> first = net.MatrixOf(0), state = pass.States[0], scaled = pass.Scaled;
        for (int f = 0; f < net.Inputs; f++)
        {
            float sum = 0;
            for (int k = 0; k < width; k++)
                sum += state[at + k] > 0 ? first[(f * width) + k] * slope[k] : 0;
            contributions[f] += share * sum * scaled[(block * net.Inputs) + f];
        }
    }
}

namespace Train;

/// <summary>A page as the network learns from it.</summary>
internal sealed class NetPage
{
    public required float[] Features { get; init; }
    public required float[] Labels { get; init; }
    public required float[] Weights { get; init; }
    public required float[] Words { get; init; }

    /// <summary>How much the page's F1 counts.</summary>
    public float PageWeight { get; init; } = 1;
}

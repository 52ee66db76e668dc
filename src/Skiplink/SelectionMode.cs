namespace Skiplink;

/// <summary>The trade-off between precision and recall.</summary>
public enum SelectionMode
{
    /// <summary>Maximises the expected F1.</summary>
    Balanced,

    /// <summary>Favours precision: rather misses text than keeps boilerplate.</summary>
    Precision,

    /// <summary>Favours recall: rather keeps boilerplate than misses text.</summary>
    Recall,
}

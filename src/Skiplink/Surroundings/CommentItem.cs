namespace Skiplink.Surroundings;

/// <summary>One comment as it stands on the page.</summary>
/// <param name="element">The row of the element around it, or around a part of it alone; -1 where there is none.</param>
internal sealed class CommentItem(int element)
{
    /// <summary>The row of the element around it, or around a part of it; -1 where there is none.</summary>
    public int Element { get; } = element;

    /// <summary>Its lines, in document order.</summary>
    public List<CommentLine> Lines { get; } = [];

    /// <summary>How deep it stands among answers; 0 for the top.</summary>
    public int Depth { get; set; }
}

namespace Skiplink;

/// <summary>One thing that speaks for or against a block's being main text.</summary>
/// <param name="What">What it is, in words: "words in its class and id".</param>
/// <param name="Weight">How much it moved the block's log-odds: above 0 towards main text.</param>
public readonly record struct Reason(string What, double Weight);

/// <summary>What was thought of one block of a page.</summary>
/// <param name="Text">Its text, white space collapsed.</param>
/// <param name="Path">Where it stands: names of the elements around it, with their classes, from the outside in.</param>
/// <param name="Probability">The probability that it is main text, 0 to 1.</param>
/// <param name="Kept">Whether it was kept.</param>
/// <param name="DecidedBy">What decided.</param>
/// <param name="Reasons">The strongest reasons for its probability, the strongest first.</param>
public sealed record BlockExplanation(
    string Text, string Path, double Probability, bool Kept, BlockReason DecidedBy, IReadOnlyList<Reason> Reasons)
{
    /// <summary>
    /// What hides it from readers of the page, in words: <c>display: none in an inline style</c>. Null for all that is shown.
    /// </summary>
    public string? HiddenBy { get; init; }

    /// <summary>What it is for.</summary>
    public BlockRole Role { get; init; }
}

/// <summary>How a page was read: each of its blocks, in the order of the page.</summary>
/// <param name="Article">What came of it.</param>
/// <param name="Cut">The lowest probability that was kept; 1 when nothing was.</param>
/// <param name="Blocks">The blocks.</param>
public sealed record Explanation(Article Article, double Cut, IReadOnlyList<BlockExplanation> Blocks);

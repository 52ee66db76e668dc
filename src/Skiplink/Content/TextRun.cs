namespace Skiplink.Content;

/// <summary>
/// The state of the paragraph or heading that is being recorded: line breaks and white space are recorded when text follows them.
/// </summary>
internal struct TextRun
{
    public const int NoBlock = -1;

    /// <summary>The block whose text it is, or <see cref="NoBlock"/> while no paragraph is open.</summary>
    public int Block;

    public int PendingBreaks;
    public bool HasPendingSpace;

    /// <summary>Whether nothing has been recorded in the paragraph yet.</summary>
    public bool IsAtStart;

    public static TextRun None => new() { Block = NoBlock };

    public readonly bool IsOpen => Block >= 0;
}

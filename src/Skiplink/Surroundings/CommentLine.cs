namespace Skiplink.Surroundings;

/// <summary>One text node of a line.</summary>
/// <param name="Node">The node.</param>
/// <param name="Text">Its text, white space collapsed and kept at the ends.</param>
/// <param name="IsLink">Whether it stands in a link, a button or a label.</param>
internal readonly record struct CommentPiece(int Node, string Text, bool IsLink);

/// <summary>One line of a comment section: a block, or a part of one between line breaks.</summary>
internal sealed class CommentLine
{
    /// <summary>The block that it belongs to.</summary>
    public required int Block { get; init; }

    /// <summary>Its text nodes.</summary>
    public required List<CommentPiece> Pieces { get; init; }

    /// <summary>The text, white space collapsed.</summary>
    public required string Text { get; init; }

    /// <summary>How many words the text has.</summary>
    public int Words { get; init; }

    /// <summary>Whether all of its text stands in links, buttons and labels.</summary>
    public bool IsLink { get; init; }

    /// <summary>Whether the block is a heading.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The day in it, in ISO 8601; null when there is none, or the line is too long to be a date line.</summary>
    public string? Date { get; set; }

    /// <summary>Where the day begins in <see cref="Text"/>, and where it ends; equal when it stands in the markup alone.</summary>
    public (int Start, int End) DateSpan { get; set; }

    /// <summary>Whether markup says that it is a date: <c>time</c>, a title that is one.</summary>
    public bool IsMarkedDate { get; set; }

    /// <summary>The text without digits and case, by which lines that repeat from comment to comment are found.</summary>
    public string Pattern { get; init; } = "";
}

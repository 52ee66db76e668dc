namespace Skiplink;

/// <summary>What a reader wrote under a text.</summary>
/// <param name="Author">The name under which it was written; null when the page gives none.</param>
/// <param name="Date">When, in ISO 8601, as exact as the page is; null when the page gives no day.</param>
/// <param name="Text">What was written: its paragraphs with blank lines between, without name, date and buttons.</param>
/// <param name="Depth">0 for a comment on the text, 1 for an answer to one, and so on.</param>
/// <param name="Address">
/// The address of the comment: absolute where the page's address is known, else relative; null when it has none.
/// </param>
public sealed record ReaderComment(string? Author, string? Date, string Text, int Depth = 0, string? Address = null);

namespace Skiplink;

/// <summary>One thing that a <see cref="PageVerdict"/> stands on.</summary>
/// <param name="Block">
/// The number of the block that says it, from 0 in the order of the page, texts that are hidden amid a block not counted; null where no
/// block does.
/// </param>
/// <param name="Phrase">The words that say it, in lower case and without punctuation; null where markup does.</param>
/// <param name="Markup">
/// The markup that says it, as <c>input type=password</c> or <c>title</c>; null where the block's words are all.
/// </param>
public sealed record VerdictEvidence(int? Block, string? Phrase, string? Markup);

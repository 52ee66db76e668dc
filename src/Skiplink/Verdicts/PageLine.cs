namespace Skiplink.Verdicts;

/// <summary>A short block as a line of words.</summary>
/// <param name="Block">The block.</param>
/// <param name="Words">Its words: lower case, a space between and at both ends.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
/// <param name="IsNoScript">Whether it is shown where scripts do not run alone.</param>
internal readonly record struct PageLine(int Block, string Words, bool IsHeading, bool IsNoScript);

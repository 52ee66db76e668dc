namespace Skiplink.Server.Mcp;

/// <summary>A block of a text in Markdown: what stands between blank lines.</summary>
/// <param name="Text">The block.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Path">The headings that it stands under, from the outside in.</param>
internal sealed record MarkdownPassage(string Text, int Start, int End, IReadOnlyList<string> Path);

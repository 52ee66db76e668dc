namespace Skiplink.Server.Mcp;

/// <summary>A heading of a text in Markdown, with what stands under it.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Title">The heading's text.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where the next heading of its level or above begins.</param>
internal sealed record MarkdownSection(int Level, string Title, int Start, int End)
{
    public int Length => End - Start;
}

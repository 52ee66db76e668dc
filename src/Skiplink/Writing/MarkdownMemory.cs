using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// The buffers of the Markdown writers of many pages. A writer takes them cleared, so nothing of a page reaches the next one.
/// </summary>
internal sealed class MarkdownMemory
{
    public ByteBuffer Prefixes { get; } = new();

    public ByteBuffer Markers { get; } = new();

    public ByteBuffer Code { get; } = new();

    public MarkdownTable Table { get; } = new();

    public List<MarkdownContainer> Containers { get; } = [];

    public List<MarkdownInline> Inlines { get; } = [];

    /// <summary>The memory without anything in it.</summary>
    public MarkdownMemory Cleared()
    {
        Prefixes.Clear();
        Markers.Clear();
        Code.Clear();
        Table.Clear();
        Containers.Clear();
        Inlines.Clear();
        return this;
    }
}

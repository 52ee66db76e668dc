using System.Text;
using Skiplink.Content;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.Writing;

/// <summary>A title as the heading of a Markdown document: escaped as the text under it is.</summary>
internal static class MarkdownTitle
{
    public static string Of(string title, bool withMath)
    {
        ByteBuffer output = new();
        MarkdownWriter writer = new(output, new WriteOptions(Images: false, Links: false, Tables: false), withMath);
        ByteBuffer text = new();
        WhiteSpace.Collapse(Encoding.UTF8.GetBytes(title.Trim()), text);
        ContentPart heading = new() { Kind = ContentKind.Heading, Number = 2 };
        writer.Start(heading);
        writer.Text(text.Span(0, text.Count));
        writer.End(heading);
        // The writer leaves the first level free for this.
        return Encoding.UTF8.GetString(output.Span(1, output.Count - 1));
    }
}

using System.Text;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// The main text of an article: as plain text, and as events from which every other format is written when somebody asks for it. Nothing
/// here changes, so any number of threads may write at once, each with a writer of its own.
/// </summary>
/// <param name="text">Plain text, in UTF-8.</param>
/// <param name="events">The events; a copy that the reader of the page does not change.</param>
/// <param name="metadata">The metadata, which stand in the header of TEI.</param>
/// <param name="options">What is left out of the formats, and the formats that the JSON carries.</param>
internal sealed class ArticleContent(byte[] text, ContentTape events, PageMetadata metadata, ReadOptions options)
{
    /// <summary>Plain text, in UTF-8.</summary>
    public byte[] Text { get; } = text;

    public ReadOptions Options { get; } = options;

    public bool HasFormulas => events.HasMath;

    /// <summary>Writes Markdown, in UTF-8.</summary>
    public byte[] Markdown()
    {
        ByteBuffer output = Output();
        MarkdownWriter writer = new(output, WriteOptions.From(Options), events.HasMath);
        events.Replay(ref writer);
        return Written(output);
    }

    /// <summary>Writes a fragment of HTML, in UTF-8.</summary>
    public byte[] Html()
    {
        ByteBuffer output = Output();
        HtmlWriter writer = new(output, WriteOptions.From(Options));
        events.Replay(ref writer);
        writer.Finish();
        return Written(output);
    }

    /// <summary>Writes a TEI document, in UTF-8.</summary>
    public byte[] Tei()
    {
        ByteBuffer output = Output();
        TeiDocument.Begin(output, metadata, Options.Url);
        TeiWriter writer = new(output, WriteOptions.From(Options), Encoding.UTF8.GetBytes(metadata.Language?.Value ?? ""));
        events.Replay(ref writer);
        writer.Finish();
        TeiDocument.End(output);
        return Written(output);
    }

    /// <summary>Makes typed blocks.</summary>
    public IReadOnlyList<ContentBlock> Blocks()
    {
        BlockModelBuilder builder = new();
        events.Replay(ref builder);
        return builder.Blocks;
    }

    // Markup is seldom longer than a quarter of what it marks; the buffer grows where it is.
    private ByteBuffer Output() => new(events.Bytes.Count + (events.Bytes.Count >> 2) + 256);

    private static byte[] Written(ByteBuffer output) => output.Span(0, output.Count).ToArray();
}

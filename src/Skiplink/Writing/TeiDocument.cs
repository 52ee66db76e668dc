using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>The frame of a TEI P5 document: its header, made of the metadata.</summary>
internal static class TeiDocument
{
    /// <summary>Begins the document, up to its <c>text</c> element.</summary>
    public static void Begin(ByteBuffer output, PageMetadata metadata, Uri? url)
    {
        output.Add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n"u8);
        output.Add("<teiHeader>\n<fileDesc>\n<titleStmt>\n"u8);
        // A title statement has a title, also where the page has none.
        Element(output, "title"u8, metadata.Title?.Value ?? "");
        foreach (MetadataValue author in metadata.Authors)
            Element(output, "author"u8, author.Value);
        output.Add("</titleStmt>\n<publicationStmt>\n"u8);
        Element(output, "publisher"u8, metadata.Site?.Value ?? "");
        if (metadata.Published is { } published)
            Dated(output, published.Value);
        if (metadata.License is { } licence)
        {
            output.Add("<availability><licence>"u8);
            MarkupEscape.Write(Encoding.UTF8.GetBytes(licence.Value), output);
            output.Add("</licence></availability>\n"u8);
        }
        output.Add("</publicationStmt>\n<sourceDesc>\n<bibl>"u8);
        string? address = PageAddress.Of(url, metadata);
        if (address is not null)
        {
            output.Add("<ref"u8);
            MarkupEscape.Address(output, "target"u8, Encoding.UTF8.GetBytes(address));
            output.Add((byte)'>');
            MarkupEscape.Write(Encoding.UTF8.GetBytes(address), output);
            output.Add("</ref>"u8);
        }
        output.Add("</bibl>\n</sourceDesc>\n</fileDesc>\n<profileDesc>\n"u8);
        if (metadata.Description is { } description)
        {
            output.Add("<abstract><p>"u8);
            MarkupEscape.Write(Encoding.UTF8.GetBytes(description.Value), output);
            output.Add("</p></abstract>\n"u8);
        }
        if (metadata.Language is { } language)
        {
            output.Add("<langUsage><language"u8);
            MarkupEscape.Attribute(output, "ident"u8, Encoding.UTF8.GetBytes(language.Value));
            output.Add("/></langUsage>\n"u8);
        }
        if (metadata.Tags.Count > 0)
        {
            output.Add("<textClass><keywords>\n"u8);
            foreach (MetadataValue tag in metadata.Tags)
                Element(output, "term"u8, tag.Value);
            output.Add("</keywords></textClass>\n"u8);
        }
        output.Add("</profileDesc>\n</teiHeader>\n"u8);
    }

    /// <summary>Ends the document.</summary>
    public static void End(ByteBuffer output) => output.Add("</TEI>\n"u8);

    private static void Dated(ByteBuffer output, string date)
    {
        output.Add("<date"u8);
        MarkupEscape.Attribute(output, "when"u8, Encoding.UTF8.GetBytes(date));
        output.Add((byte)'>');
        MarkupEscape.Write(Encoding.UTF8.GetBytes(date), output);
        output.Add("</date>\n"u8);
    }

    private static void Element(ByteBuffer output, ReadOnlySpan<byte> name, string text)
    {
        output.Add((byte)'<');
        output.Add(name);
        output.Add((byte)'>');
        MarkupEscape.Write(Encoding.UTF8.GetBytes(text), output);
        output.Add("</"u8);
        output.Add(name);
        output.Add(">\n"u8);
    }
}

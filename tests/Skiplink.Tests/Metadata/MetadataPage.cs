using System.Text;
using Skiplink.Metadata;
using Skiplink.PageModel;

namespace Skiplink.Tests;

/// <summary>Reads the metadata of small pages.</summary>
internal static class MetadataPage
{
    /// <summary>A paragraph, so that the page has a text.</summary>
    public const string Text =
        "<p>The council of the town voted on the plan for the harbour after a debate that lasted until the small hours of the morning, "
        + "and nobody was content with it.</p>";

    public static PageMetadata Read(string html, string? url = null) =>
        Page.Read(
            Encoding.UTF8.GetBytes("<!doctype html>" + html),
            new() { TransportEncoding = "utf-8", Url = url is null ? null : new(url) }).Metadata;

    /// <summary>A page that is known to be of a kind; what has more than fifteen words is its text.</summary>
    public static PageMetadata ReadAs(PageKind kind, string html, int title = 0)
    {
        PageDocument page = TestPage.Of(html);
        return new MetadataReader().Read(page, TestPage.KeepLong(page, 15).Freeze(), title, kind, null);
    }

    /// <summary>A news page with something between its title and its text.</summary>
    public static PageMetadata ReadUnderTitle(string html, string language = "en") =>
        Read($"<html lang={language}><head><title>Town votes on its harbour</title></head><body><article><h1>Town votes on its harbour</h1>"
            + $"{html}{Text}{Text.Replace("council", "mayor", StringComparison.Ordinal)}"
            + $"{Text.Replace("town", "county", StringComparison.Ordinal)}"
            + "</article></body></html>");

    public static string Authors(PageMetadata metadata) => string.Join('|', metadata.Authors.Select(static a => a.Value));

    public static string Agencies(PageMetadata metadata) => string.Join('|', metadata.Agencies.Select(static a => a.Value));
}

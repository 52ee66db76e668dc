using System.Text;
using Skiplink.Metadata;
using Skiplink.PageModel;
using Skiplink.Selection;
using Xunit;

namespace Skiplink.Tests;

public sealed class MetadataMemoryTests
{
    private const string Page =
        """
        <!doctype html><html lang=en><head><title>Town votes on its harbour – The Skerry Herald</title>
        <meta property=og:title content="Town votes on its harbour"><meta name=keywords content="harbour, council">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Town votes on its harbour",
        "author":[{"name":"Ines Harrow"}],"datePublished":"2024-05-06T07:08:09Z"}</script></head>
        <body><h1>Town votes on its harbour</h1><p>By Ines Harrow</p><p>6 May 2024, 9:08</p>
        """ + MetadataPage.Text + MetadataPage.Text;

    [Fact]
    public void Only_what_was_chosen_is_allocated()
    {
        PageDocument page = TestPage.Of(Page);
        SelectionResult selection = TestPage.KeepLong(page, 10).Freeze();
        MetadataReader reader = new();
        // The first pages also fill tables that are made once. The project has no tiered compilation, so that code is compiled for speed
        // when it is first called and values stay on the stack from then on.
        for (int i = 0; i < 3; i++)
            reader.Read(page, selection, 0, PageKind.Article, null);
        long before = GC.GetAllocatedBytesForCurrentThread();
        PageMetadata metadata = reader.Read(page, selection, 0, PageKind.Article, null);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, MaxSize(metadata));
    }

    [Fact]
    public void A_page_is_read_the_same_whatever_was_read_before_it()
    {
        MetadataReader used = new();
        foreach (string before in (string[])[Page, "<title>x</title>", "<p>By Some One Else, 1 May 2020" + MetadataPage.Text, "<script "
            + "type=application/ld+json>{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}},{\"@id\":\"#a\",\"name\":\"No One\"}</script>"])
        {
            Read(used, before);
            Assert.Equivalent(Read(new(), Page), Read(used, Page), strict: true);
        }
    }

    private static PageMetadata Read(MetadataReader reader, string html)
    {
        PageDocument page = TestPage.Of(html);
        SelectionResult selection = TestPage.KeepLong(page, 10).Freeze();
        return reader.Read(page, selection, 0, PageKind.Article, null);
    }

    /// <summary>What the findings themselves take: an object, a value and at times a raw string each.</summary>
    private static long MaxSize(PageMetadata metadata)
    {
        MetadataValue?[] findings =
        [
            metadata.Title, .. metadata.Authors, .. metadata.Agencies, metadata.Place, metadata.Published, metadata.Modified,
                metadata.Site, metadata.Language, metadata.Description, metadata.Image,
            metadata.Section, .. metadata.Tags, metadata.Url, metadata.License,
        ];
        return 200 + findings.Sum(
            static f =>
            f is null ? 0L : 40 + (2 * (32 + Math.Max(Encoding.Unicode.GetByteCount(f.Value), Encoding.Unicode.GetByteCount(f.Raw)))));
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using Skiplink.Html.Tests;
using Xunit;

namespace Skiplink.Tests;

/// <summary>After a huge page, a reader gives back what an ordinary page does not need.</summary>
[Collection(nameof(MeasuresProcess))]
public sealed class PageReaderMemoryTests
{
    /// <summary>What a thread's reader may hold between pages. An ordinary page's reader holds about a tenth of it.</summary>
    private const long MaxRetained = 40L << 20;

    private static readonly byte[] OrdinaryPage = File.ReadAllBytes(Repository.Sample("harbour-talks.html"));

    /// <summary>Huge pages, each of which enlarges other parts of a reader.</summary>
    private static byte[] HugePage(string kind) => Encoding.UTF8.GetBytes(kind switch
    {
        "60 MB of paragraphs" => Repeat(
            "<p>The ferry left at dawn with eleven people on board, and nobody had told the harbour.</p>\n", 60 << 20),
        "many small blocks" => Repeat("<li>x", 1 << 20),
        "many elements and no text" => Repeat("<b a=b></b>", 8 << 20),
        "one script" => "<script>" + Repeat("let x = 1;\n", 60 << 20) + "</script>",
        "one word" => "<p>" + new string('x', 60 << 20),
        _ => "<script type=application/ld+json>[" + Repeat("{\"@type\":\"Article\",\"author\":\"A. B.\"},", 16 << 20) + "0]</script>",
    });

    private static string Repeat(string text, int length) =>
        new StringBuilder(length + text.Length).Insert(0, text, length / text.Length).ToString();

    [Theory]
    [InlineData("60 MB of paragraphs")]
    [InlineData("many small blocks")]
    [InlineData("many elements and no text")]
    [InlineData("one script")]
    [InlineData("one word")]
    [InlineData("JSON-LD")]
    public void A_reader_of_its_own_holds_little_after_a_huge_page(string kind)
    {
        PageReader reader = new();
        AssertRetainsLittle(kind, page => reader.Read(page));
        GC.KeepAlive(reader);
    }

    [Fact]
    public void The_reader_that_a_thread_has_for_Page_holds_little_after_a_huge_page() =>
        AssertRetainsLittle("60 MB of paragraphs", static page => Page.Read(page));

    [Fact]
    public void A_reader_holds_little_after_huge_saved_text()
    {
        PageReader reader = new();
        AssertRetainsLittle("60 MB of paragraphs", page => reader.ReadSavedText(page));
        GC.KeepAlive(reader);
    }

    private static void AssertRetainsLittle(string kind, Action<byte[]> read)
    {
        Page.Read(OrdinaryPage);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ReadHugePage(kind, read);
        for (int i = 0; i < 10; i++)
            read(OrdinaryPage);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MaxRetained);
    }

    /// <summary>A method of its own, so that no local variable of the test holds the page.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadHugePage(string kind, Action<byte[]> read) => read(HugePage(kind));
}

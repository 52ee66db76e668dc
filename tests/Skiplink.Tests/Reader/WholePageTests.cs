using Skiplink.NewPage;
using Xunit;

namespace Skiplink.Tests;

/// <summary>The whole pages of <c>tests/pages/whole</c>: the text and the metadata that a reader wants of each.</summary>
public sealed class WholePageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "pages", "whole");

    private static readonly KnownFailures Known = new(Path.Combine(Folder, "known-failures.txt"));

    public static TheoryData<string> Slugs =>
        [.. Directory.GetDirectories(Folder).Select(static d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_whole_page_gives_the_text_and_metadata_that_a_reader_wants(string slug)
    {
        SortedDictionary<string, string> failures = new WholePage(Path.Combine(Folder, slug)).Failures();
        string[] known = Known.Of(slug);
        string[] now = [.. failures.Keys.Except(known).Select(field => $"{field} fails:\n{failures[field]}")];
        string[] mended =
            [.. known.Except(failures.Keys).Select(static field => $"{field} is read rightly now: take it off known-failures.txt.")];
        Assert.True(now.Length + mended.Length == 0, string.Join('\n', [.. now, .. mended]));
    }

    [Fact]
    public void Known_failures_name_pages_that_are_there() =>
        Assert.All(Known.Lines, static line => Assert.True(File.Exists(new WholePage(Path.Combine(Folder, line.Slug)).Source), line.Slug));
}

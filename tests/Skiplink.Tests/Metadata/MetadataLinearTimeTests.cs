using Skiplink.Html.Tests;
using Skiplink.Metadata;
using Skiplink.PageModel;
using Skiplink.Selection;
using Xunit;

namespace Skiplink.Tests;

[Collection(nameof(MeasuresProcess))]
public sealed class MetadataLinearTimeTests
{
    private static readonly int[] Counts = [6_000, 12_000, 24_000, 48_000];

    [Theory]
    [InlineData("<span itemprop=author>")]
    [InlineData("<div itemscope><span itemprop=datePublished>")]
    [InlineData("<time datetime=2024-05-06>")]
    [InlineData("<a rel=author href=/author/x>")]
    [InlineData("<meta property=article:tag content=x>")]
    [InlineData("<h1>")]
    [InlineData("By ")]
    [InlineData("12 May ")]
    public void Time_grows_no_faster_than_the_page(string piece)
    {
        MetadataReader reader = new();
        Input[] inputs = [.. Counts.Select(count => Input.Of(piece, count))];
        GrowthOfTime.AssertLinear(
            input => reader.Read(input.Page, input.Selection, 0, PageKind.Article, null), inputs, static input => input.Count);
    }

    private sealed record Input(PageDocument Page, SelectionResult Selection, int Count)
    {
        public static Input Of(string piece, int count)
        {
            PageDocument page = TestPage.Of("<!doctype html>" + string.Concat(Enumerable.Repeat(piece, count)) + MetadataPage.Text);
            return new(page, TestPage.Draft(page, static _ => true).Freeze(), count);
        }
    }
}

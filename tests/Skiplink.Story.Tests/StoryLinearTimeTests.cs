using Skiplink.Html.Tests;
using Xunit;

namespace Skiplink.Stories.Tests;

[Collection(nameof(MeasuresProcess))]
public sealed class StoryLinearTimeTests
{
    /// <summary>
    /// What a story finds lives until the story ends, so that collecting garbage adds to linear time. A square has the slope 2.
    /// </summary>
    private const double MaxSlope = 1.5;

    private static readonly int[] Counts = [1_000, 2_000, 4_000, 8_000];

    [Theory]
    [InlineData("\"said ")]
    [InlineData("(“ ‘")]
    [InlineData(", said Berg ")]
    [InlineData("and that ")]
    [InlineData("the the ")]
    [InlineData("Kim Kim ")]
    [InlineData("2019-")]
    [InlineData("of the leader of ")]
    [InlineData("a day after ")]
    [InlineData("according to ")]
    public void Time_grows_no_faster_than_a_text_of_open_ends(string part) =>
        AssertLinear(count => string.Concat(Enumerable.Repeat(part, count)));

    [Fact]
    public void Time_grows_no_faster_than_the_number_of_names() => AssertLinear(ManyStories.Names);

    private static void AssertLinear(Func<int, string> textOf)
    {
        string[] texts = [.. Counts.Select(textOf)];
        GrowthOfTime.AssertLinear(static text => Told.Read(text), texts, static text => text.Length, MaxSlope);
    }
}

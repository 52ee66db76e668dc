using StoryScore.Gold;
using Xunit;

namespace Skiplink.Stories.Tests.Gold;

/// <summary>The annotated stories are sound, and the reader of them is loud about those that are not.</summary>
public class AnnotationTests
{
    [Fact]
    public void Every_annotated_story_is_sound()
    {
        Assert.Empty(GoldFolder.Stories.SelectMany(Soundness.Problems));
    }

    [Fact]
    public void There_are_forty_English_stories_six_German_ones_and_the_eighteen_cases()
    {
        Assert.True(GoldFolder.Stories.Count(s => s.Name.StartsWith("en/", StringComparison.Ordinal)) >= 40);
        Assert.True(GoldFolder.Stories.Count(s => s.Name.StartsWith("de/", StringComparison.Ordinal)) >= 6);
        Assert.Equal(18, GoldFolder.Stories.Where(s => s.Name.StartsWith("cases/", StringComparison.Ordinal)).Select(s => s.Name[..8])
            .Distinct().Count());
    }

    [Fact]
    public void Words_that_are_not_in_the_text_are_an_error_with_a_line_number()
    {
        FormatException error = Assert.Throws<FormatException>(() => Parse("time Friday = 2019-04-26"));
        Assert.Contains("story:6: “Friday” is found 0 times", error.Message);
    }

    [Fact]
    public void Words_that_stand_twice_need_to_be_told_apart()
    {
        Assert.Throws<FormatException>(() => Parse("time Monday = 2019-04-22"));
        Assert.Equal(29, Parse("time Monday#2 = 2019-04-22").Times[0].Span.Start);
        Assert.Equal(29, Parse("time and [Monday] = 2019-04-22").Times[0].Span.Start);
    }

    [Fact]
    public void A_starred_mention_is_everywhere_where_no_longer_one_is()
    {
        GoldStory story = Parse("person kim = Jo Kim | at Jo Kim; Kim*");
        Assert.Equal(["Jo Kim", "Kim"], story.Entities[0].Mentions.Select(story.At));
    }

    [Fact]
    public void A_Monday_that_is_a_Tuesday_is_a_problem()
    {
        Assert.Single(Soundness.Problems(Parse("time Monday#1 = 2019-04-23")));
    }

    [Theory]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("199", "1990-01-01", "1999-12-31")]
    [InlineData("2019-W17", "2019-04-22", "2019-04-28")]
    [InlineData("2019-W17-WE", "2019-04-27", "2019-04-28")]
    [InlineData("2018-WI", "2018-12-01", "2019-02-28")]
    [InlineData("2019-Q3", "2019-07-01", "2019-09-30")]
    [InlineData("2019-02-27/2019-02-28", "2019-02-27", "2019-02-28")]
    [InlineData("2019-04-24T14:30", "2019-04-24", "2019-04-24")]
    public void A_value_has_a_first_and_a_last_day(string value, string start, string end)
    {
        Assert.Equal((start, end), TimexRange.Of(value));
    }

    private static GoldStory Parse(string annotation) =>
        GoldFile.Parse("story", $"language: en\n----\nJo Kim rested on Monday, and Monday was long, Kim said.\n----\n\n{annotation}\n");
}

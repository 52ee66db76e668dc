using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>Who speaks is somebody: no share of something, no participle, no open place of a time.</summary>
public sealed class SpeakerTests
{
    [Theory]
    [InlineData("In a poll in February, 64 percent of those asked said that noise troubled them.")]
    [InlineData("Two-thirds of those surveyed said that noise troubled them.")]
    [InlineData("About 64 percent of the cost said that noise troubled them.")]
    public void A_share_of_something_is_no_speaker_and_what_it_says_is_no_quote(string text) => Assert.Empty(Told.Read(text).Quotes);

    [Theory]
    [InlineData("More than 64 percent of voters said that noise troubled them.")]
    [InlineData("A majority of residents said that noise troubled them.")]
    [InlineData("Half of the teachers said that noise troubled them.")]
    public void A_share_of_people_speaks(string text) => Assert.NotNull(Assert.Single(Told.Read(text).Quotes).Speaker);

    [Fact]
    public void Of_two_verbs_of_saying_in_a_row_the_second_is_the_cue()
    {
        Quote quote = Assert.Single(Told.Read("The residents asked said that noise troubled them.").Quotes);
        Assert.Equal("said", quote.Cue!.Text);
        Assert.Null(quote.Addressee);
    }

    [Fact]
    public void A_source_stands_behind_its_word_in_the_summary()
    {
        string summary = StorySummary.Write(Told.Read("According to the harbour office, talks are to begin soon."), isMarkdown: false);
        Assert.Contains("- According to the harbour office: talks are to begin soon", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_cannot_be_told_is_shown_in_its_own_words()
    {
        Story story = Told.Read("Ana Ruiz said on Friday that the talks would go on.", published: null);
        Assert.Equal("XXXX-WXX-5", Assert.Single(story.Quotes).When);
        string summary = StorySummary.Write(story, isMarkdown: false);
        Assert.Contains("[Friday]", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("XXXX", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_in_capitals_with_an_agency_and_a_dash_is_a_dateline_though_neither_is_on_a_list()
    {
        Dateline dateline = Told.Read("MARROW BAY, Skerry Islands (Northwire) -- Ministers agreed on Friday to sell the ships.").Dateline!;
        Assert.Equal(["Marrow Bay", "Skerry Islands"], dateline.PlaceParts);
        Assert.Equal(["Northwire"], dateline.Agencies);
    }

    [Fact]
    public void The_week_after_a_holiday_is_a_week()
    {
        Assert.Equal("2019-W17", Told.Read("A vote is planned for the week after Easter.", "2019-03-01").Times[0].Value);
        Assert.Equal("2019-W51", Told.Read("Shops will be full in the week before Christmas.").Times[0].Value);
    }
}

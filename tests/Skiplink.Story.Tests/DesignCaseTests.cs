using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>
/// The eighteen cases of the design, one or two tests each. Published on Thursday, April 25, 2019, unless a test says otherwise.
/// </summary>
public sealed class DesignCaseTests
{
    [Fact]
    public void Case_1_A_dateline_tells_place_day_and_agency_and_is_the_day_that_times_count_from()
    {
        Story story = Told.Read("OSLO, April 24 (Reuters) - Negotiators left the hall on Wednesday.");
        Assert.Equal("OSLO", story.Dateline?.Place);
        Assert.Equal(["Oslo"], story.Dateline?.PlaceParts);
        Assert.Equal("2019-04-24", story.Dateline?.Date);
        Assert.Equal(["Reuters"], story.Dateline?.Agencies);
        Assert.Equal("2019-04-24", story.Time("Wednesday").Value);
        Assert.Equal("OSLO, April 24 (Reuters) - ".Length, story.BodyStart);
        Assert.Equal(["Reuters"], story.Agencies);
    }

    [Theory]
    [InlineData("WARNING: The clip shows a flooded street.")]
    [InlineData("BREAKING - Talks end.")]
    [InlineData("GOODWILL FOODS Inc. cut jobs.")]
    [InlineData("GOODWILL FOODS - The company cut jobs.")]
    public void Case_2_Warnings_and_companies_in_capitals_are_no_dateline(string text) => Assert.Null(Told.Read(text).Dateline);

    [Fact]
    public void Case_3_A_caption_is_told_apart_from_its_credit()
    {
        Story story =
            Told.Read("Envoys Ana Ruiz, left, and Pavel Orlov shake hands in Geneva on Tuesday, April 23, 2019. (AP Photo/Jon Berg, Pool)");
        Caption caption = Assert.Single(story.Captions);
        Assert.EndsWith("April 23, 2019.", caption.Text, StringComparison.Ordinal);
        Assert.Equal(["AP"], caption.Credit?.Agencies);
        Assert.Equal(["Jon Berg"], caption.Credit?.Photographers);
        Assert.Equal(CreditRole.Pool, caption.Credit?.Role);
        Assert.Equal("2019-04-23", Assert.Single(caption.Times).Value);
        Assert.Empty(story.Timeline);
    }

    [Fact]
    public void Case_3_A_file_photos_date_is_not_in_the_timeline()
    {
        Story story = Told.Read("FILE - In this March 3, 2014, photo a ferry leaves Incheon. (Kyodo via AP)");
        Caption caption = Assert.Single(story.Captions);
        Assert.Equal(CreditRole.File, caption.Credit?.Role);
        Assert.Equal(["Kyodo", "AP"], caption.Credit?.Agencies);
        Assert.Empty(story.Timeline);
    }

    [Fact]
    public void Case_4_A_mixed_quote_has_speaker_addressee_and_cue()
    {
        Story story =
            Told.Read("Pavel Orlov met Ana Ruiz in Geneva.\n\nOrlov told Ruiz that the corridor would be \"open before winter.\"");
        Quote quote = Assert.Single(story.Quotes);
        Assert.Equal(QuoteKind.Mixed, quote.Kind);
        Assert.Equal(["the corridor would be \"open before winter.\""], quote.Contents());
        Assert.Equal("Pavel Orlov", story.SpeakerName(quote));
        Assert.Equal("Ana Ruiz", story.Entities[quote.Addressee!.Entity!.Value].Name);
        Assert.Equal("told", quote.Cue?.Text);
    }

    [Fact]
    public void Case_5_An_interrupted_quote_is_one_and_she_is_the_last_subject()
    {
        Story story = Told.Read("Ana Ruiz left the hall at noon. \"We can wait,\" she said, \"but not for long.\"");
        Quote quote = Assert.Single(story.Quotes);
        Assert.Equal(QuoteKind.Direct, quote.Kind);
        Assert.Equal(["We can wait,", "but not for long."], quote.Contents());
        Assert.Equal("Ana Ruiz", story.SpeakerName(quote));
        Assert.InRange(quote.Confidence, 0.1, 0.99);
    }

    [Fact]
    public void Case_6_A_quote_over_two_paragraphs_is_one()
    {
        Story story = Told.Read("Pavel Orlov crossed the pass.\n\n\"The road is narrow.\n\n\"Still, we walk it,\" Orlov said.");
        Quote quote = Assert.Single(story.Quotes);
        Assert.Equal(["The road is narrow.", "Still, we walk it,"], quote.Contents());
        Assert.Equal("Pavel Orlov", story.SpeakerName(quote));
    }

    [Fact]
    public void Case_7_Scare_quotes_are_no_quote()
    {
        Story story = Told.Read("The so-called \"maximum pressure\" line has failed, critics say.");
        Quote quote = Assert.Single(story.Quotes);
        Assert.Equal(QuoteKind.Indirect, quote.Kind);
        Assert.Equal("critics", quote.Speaker?.Text);
        Assert.Equal("say", quote.Cue?.Text);
    }

    [Fact]
    public void Case_8_A_quote_within_a_quote_keeps_both_speakers()
    {
        Story story = Told.Read("Kim told Moon that Trump was \"in no hurry,\" Moon's office said.");
        Assert.Equal(2, story.Quotes.Count);
        Assert.Equal("Moon's office", story.Quotes[0].Speaker?.Text);
        Quote inner = story.Quotes[1];
        Assert.Equal(0, inner.Within);
        Assert.Equal("Kim", inner.Speaker?.Text);
        Assert.Equal("Moon", inner.Addressee?.Text);
        Assert.DoesNotContain(story.Quotes, static q => q.Speaker!.Text.Contains("Trump", StringComparison.Ordinal));
    }

    [Fact]
    public void Case_9_Of_two_of_one_surname_the_mention_is_marked_ambiguous()
    {
        Story story = Told.Read("Kim Jong Un arrived with his sister, Kim Yo Jong. Kim called the trip \"useful.\"");
        Entity brother = story.Named("Kim Jong Un"), sister = story.Named("Kim Yo Jong");
        Assert.Equal(2, story.Entities.Count(static e => e.Kind == EntityKind.Person));
        Assert.True(brother.Ambiguous);
        Assert.Equal([sister.Id], brother.Alternatives);
        Assert.Equal(2, brother.Mentions.Count);
        Assert.True(brother.Mentions[1].Confidence < 0.9);
        Relation relation = Assert.Single(brother.Relations);
        Assert.Equal(("sister", sister.Id), (relation.Kind, relation.Entity));
        Assert.Equal(brother.Id, Assert.Single(story.Quotes).Speaker?.Entity);
    }

    [Fact]
    public void Case_10_A_range_of_days_and_a_late_month()
    {
        Story story = Told.Read("The two met on Feb. 27-28, after a call in late February 2018.");
        TimeMention range = story.Time("Feb. 27-28");
        Assert.Equal(("2019-02-27/2019-02-28", "2019-02-27", "2019-02-28"), (range.Value, range.Start, range.End));
        TimeMention late = story.Time("late February 2018");
        Assert.Equal(("2018-02", "END"), (late.Value, late.Mod));
        Assert.Equal(2, story.Times.Count);
    }

    [Fact]
    public void Case_11_The_next_day_counts_from_the_day_named_last()
    {
        TimeMention next = Told.Read("The talks opened on Feb. 27. They collapsed the next day.").Time("the next day");
        Assert.Equal(("2019-02-28", "2019-02-27"), (next.Value, next.Anchor));
    }

    [Fact]
    public void Case_12_A_weekday_is_the_next_when_its_verb_looks_ahead()
    {
        Story story = Told.Read("He will fly home on Saturday; she flew in on Saturday.");
        Assert.Equal(["2019-04-27", "2019-04-20"], story.Times.Select(static t => t.Value));
        Assert.Equal([("2019-04-20", false), ("2019-04-27", true)], story.Timeline.Select(static e => (e.When, e.Planned)));
        TimelineEntry vote = Assert.Single(Told.Read("The vote, due Sunday, has been called early.").Timeline);
        Assert.Equal(("2019-04-28", true), (vote.When, vote.Planned));
    }

    [Fact]
    public void Case_13_May_is_a_person_and_a_verb_and_March_a_month_and_a_verb()
    {
        Story story = Told.Read("May said in March that she may march on a second route.");
        Assert.Equal("2019-03", Assert.Single(story.Times).Value);
        Quote quote = Assert.Single(story.Quotes);
        Assert.Equal("May", quote.Speaker?.Text);
        Assert.Contains(story.Entities, static e => e is { Kind: EntityKind.Person, Name: "May" });
    }

    [Fact]
    public void Case_14_Until_the_end_of_the_year_and_when_it_was_said()
    {
        Story story = Told.Read("He would hold back until the end of this year, he said on April 12.");
        Assert.Equal("2019-12-31", story.Time("the end of this year").End);
        Assert.Equal("2019-04-12", story.Time("April 12").Value);
        Assert.Equal("2019-04-12", Assert.Single(story.Quotes).When);
        Assert.DoesNotContain(story.Timeline, static e => e.When == "2019-04-12");
    }

    [Fact]
    public void Case_15_A_day_after_something_is_the_day_of_that()
    {
        Story story = Told.Read("The test took place on Dec. 28, a day after the ship left.", "2019-01-03");
        Assert.Equal(["2018-12-28", "2018-12-27"], story.Times.Select(static t => t.Value));
    }

    [Fact]
    public void Case_16_According_to_somebody()
    {
        Story story = Told.Read("According to the ministry, exports fell 3 percent last year.");
        Quote quote = Assert.Single(story.Quotes);
        Assert.Equal((QuoteKind.Indirect, "the ministry", "According to"), (quote.Kind, quote.Speaker?.Text, quote.Cue?.Text));
        Assert.Equal(["exports fell 3 percent last year"], quote.Contents());
        Assert.Equal("2018", Assert.Single(story.Times).Value);
    }

    [Fact]
    public void Case_17_Who_declined_to_say_has_said_nothing() =>
        Assert.Empty(Told.Read("The minister declined to say whether the deal was \"dead.\"").Quotes);

    [Fact]
    public void Case_18_Descriptions_are_mentions_and_the_late_father_is_another()
    {
        Story story =
            Told.Read(
            "Kim Jong Un came by train. The leader of North Korea stayed two days. Kim did not speak. On Friday the North's leader went "
                + "home, as had the late leader Kim Jong Il, his father.");
        Entity kim = story.Named("Kim Jong Un");
        Assert.Equal(["Kim Jong Un", "The leader of North Korea", "Kim", "the North's leader"], kim.Mentions.Select(static m => m.Text));
        Entity father = story.Named("Kim Jong Il");
        Assert.Equal(("father", father.Id), (Assert.Single(kim.Relations).Kind, kim.Relations[0].Entity));
    }
}

using System.Globalization;
using System.Text;
using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>Input that is no story, or a bad one: nothing throws, nothing is told for certain that is a guess, and nothing hangs.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void Without_a_day_of_publication_times_that_need_one_are_told_open()
    {
        Story story =
            Told.Read(
            "Negotiators left the hall on Wednesday. They will meet on May 3 and were here last year. It was founded on May 3, 1998.",
            published: null);
        Assert.Equal("XXXX-WXX-3", story.Time("Wednesday").Value);
        Assert.Null(story.Time("Wednesday").Start);
        Assert.Equal("XXXX-05-03", story.Time("May 3").Value);
        Assert.Equal("1998-05-03", story.Time("May 3, 1998").Value);
        Assert.DoesNotContain(story.Times, static t => t.Text == "last year");
        Assert.Equal(["1998-05-03"], story.Timeline.Select(static e => e.When));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("\"")]
    [InlineData("said")]
    [InlineData("According to")]
    [InlineData("OSLO, April 24 (Reuters) -")]
    [InlineData("(AP)")]
    [InlineData("- - -")]
    [InlineData("He said")]
    [InlineData("\"\" said")]
    [InlineData("the late")]
    [InlineData("99999999999999999999 February 31, 0000")]
    [InlineData("\ud800\udc00 \ud800 \udc00 “‘„»")]
    public void A_story_of_a_line_or_less_is_read(string text)
    {
        foreach (string? language in (string?[])["en", "de", null, "fr", "xx-YY"])
        {
            Story story = Told.Read(text, language: language);
            Assert.All(story.Quotes, static q => Assert.True(q.Confidence < 1));
            StoryJson.Write(story);
        }
    }

    [Fact]
    public void Five_thousand_names_are_five_thousand_entities() => Assert.Equal(5000, Told.Read(ManyStories.Names(5000)).Entities.Count);

    [Fact]
    public void Five_thousand_of_one_surname_are_told_apart_and_the_bare_name_is_ambiguous()
    {
        StringBuilder text = new();
        for (int i = 0; i < 5000; i++)
            text.Append(CultureInfo.InvariantCulture,
                $"{(char)('A' + (i % 26))}{(char)('a' + (i / 26 % 26))}an{(char)('a' + (i / 676))} Berg, who was there, left. ");
        Story story = Told.Read(text + "Berg said it was late.");
        Assert.True(story.Entities.Count > 4000);
        Quote quote = Assert.Single(story.Quotes);
        Assert.True(story.Entities[quote.Speaker!.Entity!.Value].Ambiguous);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_no_quote()
    {
        Story story = Told.Read("\"We will wait, Ana Ruiz said on Monday.\n\nPavel Orlov said the talks would go on.");
        Assert.DoesNotContain(story.Quotes, static q => q.Kind == QuoteKind.Direct);
        Assert.Contains(story.Quotes, static q => q.Kind == QuoteKind.Indirect && q.Speaker?.Text == "Pavel Orlov");
    }

    [Fact]
    public void Right_to_left_text_is_read_without_guesses()
    {
        Story story =
            Told.Read("قال الوزير إن المحادثات ستستمر يوم الأربعاء.\n\nשר החוץ אמר ביום שני \"אנחנו נחכה\" 2019.", language: null);
        Assert.Empty(story.Quotes);
        Assert.Empty(story.Entities);
        Story named = Told.Read("قال الوزير إن المحادثات ستستمر. \"سننتظر\" said Ana Ruiz.", language: "en");
        Assert.All(named.Quotes, static q => Assert.True(q.Confidence < 1));
    }

    [Fact]
    public void Spans_are_code_units_of_the_text()
    {
        const string text = "😀 “We can wait 😀,” Ana Ruiz said on April 12.";
        Story story = Told.Read(text);
        Assert.All(story.Times, t => Assert.Equal(t.Text, t.Span.Of(text)));
        Assert.All(story.Quotes.SelectMany(static q => q.Content), c => Assert.Equal(c.Text, c.Span.Of(text)));
        Assert.All(story.Entities.SelectMany(static e => e.Mentions), m => Assert.Equal(m.Text, m.Span.Of(text)));
        Assert.Equal("We can wait 😀,", Assert.Single(story.Quotes).Content[0].Text);
    }
}

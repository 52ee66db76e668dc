using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>The model case of the design: a saved news page, with everything that a reader learns from it.</summary>
public sealed class ModelCaseTests
{
    private static Story Read() => Story.Read(Page.ReadSavedText(File.ReadAllText(Repository.Shared("samples/saved-news-page.txt"))));

    /// <summary>The lines of the story alone, so that what is told does not hang on which lines a page's reader keeps.</summary>
    private static Story ReadText()
    {
        string[] lines = File.ReadAllText(Repository.Shared("samples/saved-news-page.txt")).ReplaceLineEndings("\n").Split("\n\n");
        return Told.Read(string.Join("\n\n", lines[2..^2]), "2019-04-25");
    }

    [Fact]
    public void Through_the_page_reader_the_story_is_the_same()
    {
        Story page = Read(), text = ReadText();
        Assert.Equal(text.Quotes.Select(static q => (q.Kind, q.Content[0].Text)),
            page.Quotes.Select(static q => (q.Kind, q.Content[0].Text)));
        Assert.Equal("AP Photo/Alexander Zemlianichenko, Pool", Assert.Single(page.Captions).Credit?.Raw.Trim('(', ')'));
        Assert.Equal("VLADIVOSTOK, Russia", page.Dateline?.Place);
    }

    [Fact]
    public void Dateline_and_agency()
    {
        Story story = ReadText();
        Assert.Equal("VLADIVOSTOK, Russia", story.Dateline?.Place);
        Assert.Equal(["Vladivostok", "Russia"], story.Dateline?.PlaceParts);
        Assert.Equal(["Kyodo"], story.Dateline?.Agencies);
        Assert.Equal(["Kyodo"], story.Agencies);
        Assert.Null(story.Dateline?.Date);
    }

    [Fact]
    public void Photo_credit()
    {
        Caption caption = Assert.Single(ReadText().Captions);
        Assert.EndsWith("on April 25, 2019.", caption.Text, StringComparison.Ordinal);
        Assert.Equal(["AP"], caption.Credit?.Agencies);
        Assert.Equal(["Alexander Zemlianichenko"], caption.Credit?.Photographers);
        Assert.Equal(CreditRole.Pool, caption.Credit?.Role);
    }

    [Fact]
    public void Every_time()
    {
        (string, string, string?)[] expected =
        [
            ("April 25, 2019", "2019-04-25", null),
            ("Thursday", "2019-04-25", null),
            ("late February", "2019-02", "END"),
            ("2011", "2011", null),
            ("Friday", "2019-04-26", "UNTIL"),
            ("Thursday", "2019-04-25", null),
            ("August 2011", "2011-08", null),
            ("Wednesday", "2019-04-24", null),
            ("Feb. 27-28", "2019-02-27/2019-02-28", null),
            ("April 12", "2019-04-12", null),
            ("the end of this year", "2019", "END"),
        ];
        Story story = ReadText();
        Assert.Equal(expected, story.Times.Select(static t => (t.Text, t.Value, t.Mod)));
        Assert.Equal("2019-12-31", story.Time("the end of this year").End);
    }

    [Theory]
    [InlineData(QuoteKind.Mixed, "this opportunity is \"meaningful for assessing problems\" of the divided peninsula", "Kim Jong Un",
        "Vladimir Putin", null)]
    [InlineData(QuoteKind.Indirect, "the North Korean leader's visit would help Russia see what it can do to tackle them",
        "Vladimir Putin", null, null)]
    [InlineData(QuoteKind.Mixed,
        "he believes his talks with Putin \"will be an opportunity for very useful dialogue aimed at jointly coordinating the "
            + "regional situation.\"", "Kim Jong Un", "Russian state-run TV", "2019-04-24")]
    [InlineData(QuoteKind.Indirect, "his nation has already taken concrete steps toward denuclearization", "Kim Jong Un", null, null)]
    [InlineData(QuoteKind.Mixed, "build a \"powerful socialist economy,\"", "Kim Jong Un", null, null)]
    [InlineData(QuoteKind.Mixed,
        "North Korea committed to \"totally\" dismantling its main Yongbyon nuclear complex, but the lifting of the sanctions would "
            + "require Pyongyang to scrap other nuclear facilities and programs, including undeclared ones", "Donald Trump", null, null)]
    public void Every_quote_with_its_speaker(QuoteKind kind, string content, string speaker, string? addressee, string? when)
    {
        Story story = ReadText();
        Quote quote = Assert.Single(story.Quotes, q => q.Content[0].Text == content);
        Assert.Equal((kind, speaker, when), (quote.Kind, story.SpeakerName(quote), quote.When));
        Assert.Equal(addressee, quote.Addressee?.Entity is { } id ? story.Entities[id].Name : quote.Addressee?.Text);
        Assert.Equal(6, story.Quotes.Count);
    }

    [Fact]
    public void People_merged()
    {
        Story story = ReadText();
        Assert.Equal(["Vladimir Putin", "Kim Jong Un", "Alexander Zemlianichenko", "Kim Jong Il", "Donald Trump"],
            story.Entities.Where(static e => e.Kind == EntityKind.Person).Select(static e => e.Name));
        Entity kim = story.Named("Kim Jong Un"), father = story.Named("Kim Jong Il");
        Assert.Contains("the North Korean leader", kim.Mentions.Select(static m => m.Text));
        Assert.Equal(14, kim.Mentions.Count);
        Assert.Single(father.Mentions);
        Assert.Equal(("father", father.Id), (Assert.Single(kim.Relations).Kind, kim.Relations[0].Entity));
        Assert.Contains("North Korean leader", kim.Roles);
        Assert.Contains("Russian President", story.Named("Vladimir Putin").Roles);
        Assert.Contains("U.S. President", story.Named("Donald Trump").Roles);
    }

    [Fact]
    public void Timeline()
    {
        Story story = ReadText();
        Assert.Equal(
            [("2011", false), ("2011-08", false), ("2019", true), ("2019-02", false), ("2019-02-27/2019-02-28", false),
                ("2019-04-12", false), ("2019-04-25", false), ("2019-04-25", false), ("2019-04-26", true)],
            story.Timeline.Select(static e => (e.When, e.Planned)));
        // What Kim told television on Wednesday is dated in the quote.
        Assert.Contains(story.Quotes, static q => q.When == "2019-04-24");
    }
}

using Xunit;

namespace Skiplink.Tests;

/// <summary>What a reader would want of the sample pages, and what they would not.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("harbour-talks.html", "MARROW BAY, Skerry Islands, March 7 (Northwire) - Ministers")]
    [InlineData("harbour-talks.html", "“Nobody got everything, and that is why it will hold,” said Maren Oyelaran")]
    [InlineData("harbour-talks.html", "What will change on the quays")]
    [InlineData("harbour-talks.html", "School classes travel without charge on Wednesdays.")]
    [InlineData("harbour-talks.html", "I have taken this boat for thirty-one years")]
    [InlineData("harbour-talks.html", "both large parties have said that they will not stand in the way.")]
    [InlineData("bread-oven.html", "A drawer under the slab takes a cup of water")]
    [InlineData("forum-thread.html", "Fuses look fine. Where would you start?")]
    [InlineData("forum-thread.html", "Start with the earth strap behind the left kick panel.")]
    [InlineData("forum-thread.html", "A new strap cured both.")]
    [InlineData("queue-guide.html", "Call Ack once your work is stored somewhere safe.")]
    [InlineData("queue-guide.html", "await message.Ack();")]
    [InlineData("queue-guide.html", "Do not acknowledge before you save.")]
    [InlineData("queue-guide.html", "How much longer each lease is than the one before")]
    public void The_main_text_is_there(string sample, string text) => Assert.Contains(text, Read(sample).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("harbour-talks.html", "Skip the main menu")]
    [InlineData("harbour-talks.html", "214 partners")]
    [InlineData("harbour-talks.html", "Ines Carraway")]
    [InlineData("harbour-talks.html", "18:40")]
    [InlineData("harbour-talks.html", "Breadcrumbs")]
    [InlineData("harbour-talks.html", "Why the soot was measured twice")]
    [InlineData("harbour-talks.html", "Lighthouse keepers")]
    [InlineData("harbour-talks.html", "My washing has been grey")]
    [InlineData("harbour-talks.html", "Storm closes the western mole")]
    [InlineData("harbour-talks.html", "All rights reserved")]
    [InlineData("bread-oven.html", "Free delivery")]
    [InlineData("bread-oven.html", "Scoring blade")]
    [InlineData("bread-oven.html", "value added tax")]
    [InlineData("forum-thread.html", "Report")]
    [InlineData("forum-thread.html", "Which battery for a 24 volt van?")]
    [InlineData("forum-thread.html", "Powered by Plankboard")]
    [InlineData("queue-guide.html", "Getting started")]
    [InlineData("queue-guide.html", "Dead letters →")]
    [InlineData("queue-guide.html", "free software under the MIT licence")]
    [InlineData("queue-guide.html", "¶")]
    public void The_rest_is_skipped(string sample, string text) => Assert.DoesNotContain(text, Read(sample).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("harbour-talks.html", PageKind.Article)]
    [InlineData("bread-oven.html", PageKind.Product)]
    [InlineData("queue-guide.html", PageKind.Documentation)]
    public void The_kind_of_page_is_told(string sample, PageKind kind) => Assert.Equal(kind, Read(sample).Kind);

    [Fact]
    public void A_news_page_tells_what_it_is()
    {
        Article article = Read("harbour-talks.html");
        Assert.Equal("Harbour talks end with a promise of cleaner ferries", article.Title);
        Assert.Equal(["Ines Carraway", "Tomas Hjelm"], article.Authors);
        Assert.Equal("2025-03-07T18:40:00+01:00", article.Published);
        Assert.Equal("2025-03-07T21:05:00+01:00", article.Modified);
        Assert.Equal("The Skerry Herald", article.Site);
        Assert.Equal("en", article.Language);
        Assert.Equal("Islands", article.Metadata.Section?.Value);
        Assert.InRange(article.Confidence, 0.8, 1);
    }

    [Fact]
    public void Markdown_keeps_code_tables_and_list_numbers()
    {
        string markdown = Read("queue-guide.html").Markdown!;
        Assert.Contains(
            "```csharp\nawait foreach (Message message in queue.Receive())\n{\n    await store.Save(message.Body);\n", markdown,
            StringComparison.Ordinal);
        Assert.Contains("| Setting | Default | Meaning |\n| --- | --- | --- |\n| `lease` | 30 s |", markdown, StringComparison.Ordinal);
        Assert.Contains("3. The third delivery", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Saved_text_gives_title_caption_credit_and_paragraphs()
    {
        Article article = Page.ReadSavedText(File.ReadAllText(Repository.Sample("saved-news-page.txt")));
        Assert.Equal("Harbour talks end with a promise of cleaner ferries", article.Title);
        Picture picture = Assert.Single(article.Pictures);
        Assert.Equal(
            "The ferry Aldis leaves Marrow Bay on Thursday evening, March 6, 2025, an hour after the two delegations had shaken hands.",
            picture.Caption);
        Assert.Equal("Northwire Photo/Petra Lund, Pool", picture.Credit);
        string[] paragraphs = article.Text.Split("\n\n");
        Assert.Equal(7, paragraphs.Length);
        Assert.StartsWith("MARROW BAY, Skerry Islands (Northwire) --", paragraphs[0], StringComparison.Ordinal);
        Assert.EndsWith("will not stand in the way.", paragraphs[^1].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_case_of_saved_text_is_read_whole()
    {
        Article article = Page.ReadSavedText(File.ReadAllText(Repository.Shared("samples/saved-news-page.txt")));
        Assert.Equal("N. Korea leader Kim, Putin vow to address Korean Peninsula issue", article.Title);
        Picture picture = Assert.Single(article.Pictures);
        Assert.Equal("AP Photo/Alexander Zemlianichenko, Pool", picture.Credit);
        string[] paragraphs = article.Text.Split("\n\n");
        Assert.Equal(14, paragraphs.Length);
        Assert.EndsWith("Washington adopts.", paragraphs[^1].TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("Mainichi", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("skipping the main menu", article.Text, StringComparison.Ordinal);
    }

    private static Article Read(string sample) =>
        Page.Read(File.ReadAllBytes(Repository.Sample(sample)), new() { Formats = ArticleFormats.Markdown });
}

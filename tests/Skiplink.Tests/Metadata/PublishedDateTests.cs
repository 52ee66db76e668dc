using Xunit;

namespace Skiplink.Tests;

public sealed class PublishedDateTests
{
    [Theory]
    [InlineData("<p>Published 12 May 2024</p>", "2024-05-12")]
    [InlineData("<p>12 May 2024, 8:30 am</p>", "2024-05-12T08:30")]
    [InlineData("<p>Updated 13 May 2024. First published 12 May 2024</p>", "2024-05-12")]
    [InlineData("<p>Veröffentlicht am 12. Mai 2024, aktualisiert am 13. Mai 2024</p>", "2024-05-12")]
    [InlineData("<p>Joined: 3 March 2011</p><p>12 May 2024</p>", "2024-05-12")]
    [InlineData("<time datetime='2024-05-12T08:30:00+02:00'>12 May</time>", "2024-05-12T08:30:00+02:00")]
    [InlineData("<abbr class=published title='2024-05-12T08:30:00+02:00'>yesterday</abbr>", "2024-05-12T08:30:00+02:00")]
    [InlineData("<p>Updated: 13 May 2024</p>", "2024-05-13")]
    [InlineData("<figure><img src=a.jpg><figcaption>The harbour on 3 March 2011</figcaption></figure><p>12 May 2024</p>", "2024-05-12")]
    public void The_date_under_the_title_is_the_date_of_publication(string html, string expected) =>
        Assert.Equal(expected, MetadataPage.ReadUnderTitle(html).Published?.Value);

    [Theory]
    [InlineData("en", "2024-05-06")]
    [InlineData("en-GB", "2024-06-05")]
    public void A_numeric_date_beside_the_author_is_read_as_the_language_has_it(string language, string expected) =>
        Assert.Equal(expected, MetadataPage.ReadUnderTitle("<p>By Ines Carraway, 5/6/2024</p>", language).Published?.Value);

    [Fact]
    public void A_time_element_in_a_long_line_is_a_date_line()
    {
        const string Html =
            "<ul><li>Harbour closed again<li><time datetime=2025-12-17>12/17/2025</time></ul><h1>Terns nest late</h1><p><time "
            + "datetime=2024-05-06>05/06/2024</time> by Ines Carraway who has counted the terns for years</p>";
        Assert.Equal(
            "2024-05-06",
            MetadataPage.ReadAs(
                PageKind.Article, "<html lang=en><title>Terns nest late</title>" + Html + MetadataPage.Text + MetadataPage.Text,
                title: 2).Published?.Value);
    }

    [Fact]
    public void What_is_said_to_be_updated_is_the_date_of_the_last_change()
    {
        PageMetadata metadata = MetadataPage.ReadUnderTitle("<p>Published 12 May 2024, updated 13 May 2024 at 10:00</p>");
        Assert.Equal("2024-05-13T10:00", metadata.Modified?.Value);
        Assert.Equal("Published 12 May 2024, updated 13 May 2024 at 10:00", metadata.Modified?.Raw);
    }

    [Fact]
    public void Data_come_before_what_the_page_shows_and_the_more_exact_of_equals_counts()
    {
        PageMetadata metadata = MetadataPage.Read(
            """<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-12"}</script>"""
            + """<meta property="article:published_time" content="2024-05-12T08:30:00+02:00">""" + MetadataPage.Text);
        Assert.Equal(("2024-05-12T08:30:00+02:00", MetadataSource.OpenGraph), (metadata.Published?.Value, metadata.Published?.Source));
    }

    [Theory]
    [InlineData("2024-05-11T22:30:00Z", "<p>12 May 2024, 00:30</p>", "2024-05-12T00:30:00+02:00")]
    [InlineData("2024-05-11T22:30:00Z", "<p>12 May 2024</p>", "2024-05-12")]
    [InlineData("2024-05-12T08:30:00Z", "<p>12 May 2024</p>", "2024-05-12T08:30:00Z")]
    [InlineData("2024-05-11T22:30:00Z", "<time datetime='2024-05-12T00:30:00+02:00'>today</time>", "2024-05-12T00:30:00+02:00")]
    [InlineData("2024-05-12T08:30:00Z", "<p>Updated 14 May 2024, 08:30</p>", "2024-05-12T08:30:00Z")]
    public void The_publishers_day_is_not_shifted_by_utc(string data, string shown, string expected) =>
        Assert.Equal(
            expected, MetadataPage.ReadUnderTitle($"<meta property='article:published_time' content='{data}'>{shown}").Published?.Value);

    [Fact]
    public void A_date_of_the_last_save_is_no_date_of_publication_when_the_page_shows_an_earlier_one()
    {
        const string Stamp =
            """<script type="application/ld+json">{"@type":"Article","datePublished":"Nov 05, 2025","""
            + """ "dateModified":"Nov 05, 2025"}</script>""";
        Assert.Equal("2024-01-31", MetadataPage.ReadUnderTitle(Stamp + "<p>January 31, 2024</p>").Published?.Value);
        Assert.Equal(
            "2025-11-05",
            MetadataPage.ReadUnderTitle(
                Stamp
                + "<p>In the picture of January 31, 2024 the old harbour is seen before the storm took its wall</p>").Published?.Value);
    }

    [Theory]
    [InlineData("https://e.example/2024/05/06/x", "2024-05-06")]
    [InlineData("https://e.example/news/2024-05-06-x", "2024-05-06")]
    [InlineData("https://e.example/20240506/x", "2024-05-06")]
    [InlineData("https://e.example/2024/05/x", "2024-05")]
    [InlineData("https://e.example/item-2024/99/99", null)]
    [InlineData("https://e.example/1234/05/06", null)]
    public void Addresses_have_dates(string url, string? expected) =>
        Assert.Equal(expected, MetadataPage.Read(MetadataPage.Text, url).Published?.Value);

    [Fact]
    public void A_story_without_a_date_has_the_weekday_of_its_lead_from_its_captions_day()
    {
        const string Lead =
            "<figure><img src=a.jpg><figcaption>The two shake hands in Vladivostok on April 24, 2019.</figcaption></figure><p>The "
            + "leaders of two countries met on Thursday in a hall by the sea and spoke for longer than anybody had thought.</p>";
        PageMetadata metadata = MetadataPage.ReadUnderTitle(Lead);
        Assert.Equal(("2019-04-25", MetadataSource.Text), (metadata.Published?.Value, metadata.Published?.Source));
    }

    [Theory]
    [InlineData("0000-00-00", "2024-05-06")]
    [InlineData("9999-12-31T23:59:59Z", "2024-05-06")]
    [InlineData("", "2024-05-06")]
    public void A_date_that_cannot_be_meant_gives_way_to_the_next(string first, string second) =>
        Assert.Equal(
            second,
            MetadataPage.Read(
                $"<meta property='article:published_time' content='{first}'><meta name=date content='{second}'>").Published?.Value);
}

using Xunit;

namespace Skiplink.Tests;

public sealed class AuthorTests
{
    [Theory]
    [InlineData("<p>By Ines Carraway</p>", "Ines Carraway")]
    [InlineData("<p>By Ines Carraway and Tomas Hjelm</p>", "Ines Carraway|Tomas Hjelm")]
    [InlineData(
        "<p>By <a href=/people/ic>Ines Carraway</a>, <a href=/people/th>Tomas Hjelm</a> and <a href=/people/po>Paul O'Dea</a></p>",
        "Ines Carraway|Tomas Hjelm|Paul O'Dea")]
    [InlineData("<p>By Ines Carraway, Senior Political Correspondent</p>", "Ines Carraway")]
    [InlineData("<p>By INES CARRAWAY | The Skerry Herald</p><meta property=og:site_name content='The Skerry Herald'>", "INES CARRAWAY")]
    [InlineData("<p>Ines Carraway | 12 May 2024</p>", "Ines Carraway")]
    [InlineData("<div>Written by</div><div>Ines Carraway</div><div>12 May 2024</div>", "Ines Carraway")]
    [InlineData("<p class=article-byline>Ines Carraway</p>", "Ines Carraway")]
    [InlineData("<p><a href='/author/ines-carraway'>Ines Carraway</a></p>", "Ines Carraway")]
    [InlineData("<p>12.05.2024 | 14:07 Uhr | Von Ines Karwei</p>", "Ines Karwei")]
    [InlineData("<p>Par Inès Carré et Luc Dupont</p>", "Inès Carré|Luc Dupont")]
    [InlineData("<p>Por Inés Carrera y Luis Gómez</p>", "Inés Carrera|Luis Gómez")]
    [InlineData("<p>Por José Ortega y Gasset</p>", "José Ortega y Gasset")]
    [InlineData("<p>di Ines Carra</p>", "Ines Carra")]
    [InlineData("<p>Автор: Инна Каренина</p>", "Инна Каренина")]
    [InlineData("<p>홍길동 기자</p>", "홍길동")]
    [InlineData("<p>作者：王小明</p>", "王小明")]
    public void Bylines_under_the_title_name_people(string html, string expected) =>
        Assert.Equal(expected, MetadataPage.Authors(MetadataPage.ReadUnderTitle(html)));

    [Theory]
    [InlineData("<p>By the newsroom</p>")]
    [InlineData("<p>By Staff Writer</p>")]
    [InlineData("<p>Von der Redaktion</p>")]
    [InlineData("<p>By Reuters</p>")]
    [InlineData("<p>By The Skerry Herald</p><meta property=og:site_name content='The Skerry Herald'>")]
    [InlineData("<p class=byline>https://herald.example/authors/7</p>")]
    [InlineData("<p class=author>Last Updated: 12 May 2024</p>")]
    [InlineData("<h2>By Land And Sea</h2>")]
    [InlineData("<figure><img src=a.jpg><figcaption>By Petra Lund</figcaption></figure>")]
    public void What_is_no_person_is_no_author(string html) => Assert.Equal("", MetadataPage.Authors(MetadataPage.ReadUnderTitle(html)));

    [Theory]
    [InlineData("""{"@type":"Person","givenName":"Ines","familyName":"Carraway"}""", "Ines Carraway")]
    [InlineData("""[{"@type":"Person","name":"Ines Carraway"},{"@type":"Organization","name":"Reuters"}]""", "Ines Carraway")]
    [InlineData("""["https://herald.example/ic","Ines Carraway"]""", "Ines Carraway")]
    [InlineData("""{"@type":"Person","name":["Ines Carraway","Tomas Hjelm"]}""", "Ines Carraway")]
    [InlineData("\"By Ines Carraway &amp; Tomas Hjelm\"", "Ines Carraway|Tomas Hjelm")]
    [InlineData("\"ines@herald.example\"", "")]
    public void Authors_of_json_ld_are_people(string author, string expected)
    {
        string html = $$"""
            <script type="application/ld+json">{"@type":"NewsArticle","author":{{author}}}</script><body>{{MetadataPage.Text}}
            """;
        Assert.Equal(expected, MetadataPage.Authors(MetadataPage.Read(html)));
    }

    [Fact]
    public void The_author_of_a_comment_is_not_the_author_of_the_page()
    {
        const string Html = """
            <div itemscope itemtype="https://schema.org/Article"><h1 itemprop=headline>A bridge</h1>
            <span itemprop=author itemscope itemtype="https://schema.org/Person"><span itemprop=name>Ines Carraway</span></span></div>
            <div itemscope itemtype="https://schema.org/Comment">
            <span itemprop=author>Grumpy Reader</span></div>
            """;
        PageMetadata metadata = MetadataPage.Read(Html + MetadataPage.Text);
        Assert.Equal("Ines Carraway", MetadataPage.Authors(metadata));
        Assert.Equal(MetadataSource.Microdata, metadata.Authors[0].Source);
    }

    [Fact]
    public void Those_who_answer_are_not_the_authors_of_the_question()
    {
        const string Html = """
            <div itemscope itemtype="https://schema.org/DiscussionForumPosting"><h1 itemprop=headline>A bridge</h1>
            <span itemprop=author itemscope itemtype="https://schema.org/Person"><span itemprop=name>Ines</span></span>
            <div itemprop=comment itemscope itemtype="https://schema.org/Comment">
            <span itemprop=author itemscope><span itemprop=name>Tomas</span></span></div>
            <div itemprop=suggestedAnswer itemscope itemtype="https://schema.org/Answer">
            <span itemprop=author itemscope><span itemprop=name>Paul</span></span></div></div>
            """;
        Assert.Equal("Ines", MetadataPage.Authors(MetadataPage.Read(Html + MetadataPage.Text)));
    }

    [Theory]
    [InlineData(PageKind.Article, "By Ines, 12 May 2024", "Ines")]
    [InlineData(PageKind.Article, "By Ines", "")]
    [InlineData(PageKind.Article, "by ic77, 12 May 2024", "")]
    [InlineData(PageKind.Article, "By Staff, 12 May 2024", "")]
    [InlineData(PageKind.Forum, "by ic77 » 12 May 2024", "ic77")]
    [InlineData(PageKind.Forum, "sort by date", "")]
    public void One_word_behind_by_is_a_name_beside_a_date(PageKind kind, string line, string expected) =>
        Assert.Equal(expected, MetadataPage.Authors(MetadataPage.ReadAs(kind, $"<h1>Terns</h1><p>{line}</p>" + MetadataPage.Text)));

    [Fact]
    public void A_card_names_the_author_in_a_row_of_its_own()
    {
        const string Html =
            "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ines Carraway'><meta name=twitter:label2 "
            + "content='Time to read'><meta name=twitter:data2 content='Two minutes'>";
        Assert.Equal("Ines Carraway", MetadataPage.Authors(MetadataPage.Read(Html + MetadataPage.Text)));
    }

    [Fact]
    public void Rdfa_names_authors_too()
    {
        PageMetadata metadata = MetadataPage.Read(
            "<div vocab='https://schema.org/' typeof=Article><h1 property=headline>A bridge</h1><span property=author typeof=Person>"
            + $"<span property=name>Ines Carraway</span></span>{MetadataPage.Text}</div>");
        Assert.Equal(("Ines Carraway", MetadataSource.Rdfa), (metadata.Authors[0].Value, metadata.Authors[0].Source));
    }

    [Theory]
    [InlineData(
        "<p>VLADIVOSTOK, Russia (Kyodo) -- The leaders of two countries met on Thursday in a hall by the sea and spoke for longer than "
        + "anybody had thought.</p>", "Kyodo")]
    [InlineData(
        "<p>BERLIN, May 5 (Reuters) - The leaders of two countries met on Thursday in a hall by the sea and spoke for longer than "
        + "anybody had thought.</p>", "Reuters")]
    [InlineData(
        "<p>Paris (AFP) – The leaders of two countries met on Thursday in a hall by the sea and spoke for longer than anybody had "
        + "thought.</p>", "AFP")]
    [InlineData(
        "<p>Berlin (dpa/lnw) - The leaders of two countries met on Thursday in a hall by the sea and spoke for longer than anybody had "
        + "thought.</p>", "dpa")]
    public void The_dateline_names_agencies(string lead, string expected) =>
        Assert.Equal(expected, MetadataPage.Agencies(MetadataPage.ReadUnderTitle(lead)));

    [Theory]
    [InlineData("<p>By Ines Carraway, Reuters</p>", "Ines Carraway", "Reuters")]
    [InlineData("<p>By The Associated Press</p>", "", "AP")]
    [InlineData("<p>Quelle: dpa, AFP</p>", "", "dpa|AFP")]
    public void Agencies_are_told_from_people(string html, string authors, string agencies)
    {
        PageMetadata metadata = MetadataPage.ReadUnderTitle(html);
        Assert.Equal((authors, agencies), (MetadataPage.Authors(metadata), MetadataPage.Agencies(metadata)));
    }

    [Fact]
    public void The_dateline_names_the_place()
    {
        PageMetadata metadata = MetadataPage.ReadUnderTitle(
            "<p>VLADIVOSTOK, Russia (Kyodo) -- The leaders of two countries met on Thursday in a hall by the sea and spoke for longer "
            + "than anybody had thought.</p>");
        Assert.Equal("VLADIVOSTOK, Russia", metadata.Place?.Value);
        Assert.Equal("VLADIVOSTOK, Russia (Kyodo)", metadata.Place?.Raw);
    }
}

using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>Article and story know the same agencies by the same names.</summary>
public sealed class AgencyTests
{
    private static IEnumerable<(string Name, string Form)> NewsForms() =>
        File.ReadLines(Path.Combine(Repository.Folder("data"), "agencies.txt"))
            .Select(static l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(static r => r is ["news", ..])
            .SelectMany(static r => r[2..].Select(form => (r[1].Replace('_', ' '), form.Replace('_', ' '))));

    [Fact]
    public void Each_form_of_a_news_agency_gives_one_name_to_the_article_and_to_its_story()
    {
        const string more =
            "Ministers of two countries agreed on Friday to take their oldest ships out of service, ending a dispute over soot that had "
            + "kept passengers waiting on the quays since the autumn.";
        int read = 0;
        foreach ((string name, string form) in NewsForms())
        {
            Article article =
                Page.Read($"""
                <html lang=en><title>Ships</title><article><h1>Ships</h1>
                <p>OSLO, April 24 ({form}) - {more}</p><p>{more} {more}</p></article>
                """);
            Assert.Equal([name], article.Agencies);
            Assert.Equal(article.Agencies, Story.Read(article).Agencies);
            read++;
        }
        Assert.True(read > 150, $"{read} forms");
    }

    [Fact]
    public void No_agency_is_listed_twice_under_two_names()
    {
        Story story = Story.Read(new StoryInput
        {
            Text = "ANKARA (AA) - Ministers met on Friday.\n\nThey will meet again.\n\nSource: AA, ČTK, CP, AFX",
            Language = "en",
            Agencies = ["Anadolu", "ČTK", "The Canadian Press", "dpa-AFX"],
        });
        Assert.Equal(["Anadolu", "ČTK", "The Canadian Press", "dpa-AFX"], story.Agencies);
    }
}

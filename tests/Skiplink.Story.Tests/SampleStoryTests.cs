using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>What the README's first commands show of the sample pages.</summary>
public sealed class SampleStoryTests
{
    [Theory]
    [InlineData("harbour-talks.html")]
    [InlineData("saved-news-page.txt")]
    public void The_story_of_a_sample_is_that_of_its_file(string sample)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Repository.Folder("samples"), sample));
        Article article = sample.EndsWith(".html", StringComparison.Ordinal)
            ? Page.Read(bytes)
            : Page.ReadSavedText(System.Text.Encoding.UTF8.GetString(bytes));
        string wanted = Path.Combine(Repository.Folder("tests/Skiplink.Story.Tests/Samples"), Path.ChangeExtension(sample, ".txt"));
        Assert.Equal(File.ReadAllText(wanted).ReplaceLineEndings("\n"), StorySummary.Write(Story.Read(article), isMarkdown: false));
    }
}

using System.Text.RegularExpressions;
using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>A summary is Markdown of which the story's text is no markup.</summary>
public sealed class StorySummaryTests
{
    private const string Hostile = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) &lt;b&gt; `code` <javascript:x>";

    private static readonly Story Read = Story.Read(new StoryInput
    {
        Text =
            $"OSLO, April 24 (Reuters) - The minister, Ann Bell, said on Tuesday: \"We {Hostile} go home to Oslo.\"\n\nShe left on 3 May "
            + $"2019 {Hostile}.",
        Published = "2019-04-25",
        Language = "en",
        Pictures = [new(Hostile, Hostile, null)],
    });

    [Fact]
    public void No_text_of_the_story_is_markup_in_Markdown()
    {
        string markdown = StorySummary.Write(Read, isMarkdown: true);
        Assert.Contains("\\<img src=x onerror=alert(1)\\>", markdown, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex(@"(?<!\\)[<>&`\[\]]"), markdown);
    }

    [Fact]
    public void A_summary_as_text_is_as_the_page_writes_it() =>
        Assert.Contains(Hostile, StorySummary.Write(Read, isMarkdown: false), StringComparison.Ordinal);
}

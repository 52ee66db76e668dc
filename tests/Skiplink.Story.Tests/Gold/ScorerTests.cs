using StoryScore.Gold;
using StoryScore.Scoring;
using Xunit;

namespace Skiplink.Stories.Tests.Gold;

/// <summary>
/// The scorer gives what is due: all for the annotations themselves, nothing for nothing, and less for each thing that is wrong.
/// </summary>
public class ScorerTests
{
    private const string Text = "OSLO, April 24 (Reuters) - Jo Kim told Ana Ruiz on Tuesday that the hall would be \"closed by May.\"";

    private static readonly GoldStory Sample = GoldFile.Parse("story", $"""
        published: 2019-04-25
        language: en
        ----
        {Text}
        ----
        dateline OSLO, April 24 (Reuters) - | place Oslo | date 2019-04-24 | agency Reuters
        time Tuesday = 2019-04-23 | said
        time May = 2019-05 | planned
        quote mixed | the hall … by May." | Jo Kim | told | to Ana Ruiz | when Tuesday
        person kim = Jo Kim | at Jo Kim
        person ruiz = Ana Ruiz | at Ana Ruiz
        """);

    [Fact]
    public void The_annotations_themselves_score_all()
    {
        Scores scores = Scorer.Run(GoldFolder.Stories, GoldAsStory.Of);
        Assert.All(scores.All, s => Assert.True(s.F1 == 1, $"{s.Part}: {s.Precision} {s.Recall}\n{string.Join('\n', scores.Notes)}"));
        Assert.Empty(scores.Notes);
    }

    [Fact]
    public void Nothing_found_scores_nothing()
    {
        Scores scores = Scorer.Run([Sample], _ => new Story());
        Assert.All(scores.All.Where(s => s.Gold > 0), s => Assert.Equal(0, s.F1));
    }

    [Fact]
    public void A_wrong_speaker_is_a_miss_of_the_speaker_and_not_of_the_quote()
    {
        Story gold = GoldAsStory.Of(Sample);
        Quote quote = gold.Quotes[0];
        Story found = gold with { Quotes = [quote with { Speaker = new Participant("Ana Ruiz", 1, new TextSpan(39, 47)) }] };
        Scores scores = Scorer.Run([Sample], _ => found);
        Assert.Equal(1, scores["mixed quotes"].F1);
        Assert.Equal(0, scores["  speaker of mixed"].F1);
    }

    [Fact]
    public void A_mixed_quote_may_be_found_as_its_quoted_words_alone()
    {
        Story gold = GoldAsStory.Of(Sample);
        int at = Text.IndexOf("closed", StringComparison.Ordinal);
        Story found =
            gold with { Quotes = [gold.Quotes[0] with { Content = [new TextPart("closed by May.", new TextSpan(at, at + 14))] }] };
        Assert.Equal(1, Scorer.Run([Sample], _ => found)["mixed quotes"].F1);
    }

    [Fact]
    public void Two_people_taken_for_one_lose_half_of_their_precision()
    {
        Story gold = GoldAsStory.Of(Sample);
        Entity both = gold.Entities[0] with { Mentions = [.. gold.Entities.SelectMany(e => e.Mentions)] };
        Score people = Scorer.Run([Sample], _ => gold with { Entities = [both] })["people, B³"];
        Assert.Equal(0.5, people.Precision);
        Assert.Equal(1, people.Recall);
    }

    [Fact]
    public void A_false_time_costs_precision_and_a_wrong_value_only_the_value()
    {
        Story gold = GoldAsStory.Of(Sample);
        TimeMention wrong = gold.Times[0] with { Value = "2019-04-16" };
        TimeMention invented = gold.Times[1] with { Span = new TextSpan(30, 33) };
        Scores scores = Scorer.Run([Sample], _ => gold with { Times = [wrong, gold.Times[1], invented], Timeline = [] });
        Assert.Equal(2 / 3.0, scores["times, same words"].Precision, 3);
        Assert.Equal(1, scores["times, same words"].Recall);
        Assert.Equal(0.5, scores["times, value"].Recall);
    }
}

using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>What a name is of is told by the words around it before its own.</summary>
public sealed class NameKindTests
{
    [Theory]
    [InlineData("Fenholm, an island state in the north, agreed to pay.", "Fenholm")]
    [InlineData("Fenholm, a small mountainous country, agreed to pay.", "Fenholm")]
    [InlineData("The republic of Fenholm agreed to pay.", "Fenholm")]
    [InlineData("The island state of Fenholm agreed to pay.", "Fenholm")]
    [InlineData("Ministers of neighbouring Fenholm agreed to pay.", "Fenholm")]
    [InlineData("In the village Ardenhill nobody knew of it.", "Ardenhill")]
    [InlineData("Yesterday Fenholm agreed to pay. Parliament in Fenholm must still approve it.", "Fenholm")]
    public void A_country_or_town_is_a_place_also_where_it_acts(string text, string name) =>
        Assert.Equal(EntityKind.Place, Told.Read(text).Named(name).Kind);

    [Theory]
    [InlineData("The group Clear Sound said that the ships were old.", "Clear Sound")]
    [InlineData("Nothing was told to the environmental charity Green Bay.", "Green Bay")]
    [InlineData("The company Harbour Point sold two ships.", "Harbour Point")]
    [InlineData("Yesterday Boeing agreed to pay. Shares fell in Boeing and others.", "Boeing")]
    public void What_is_called_a_group_or_company_is_an_organisation_whatever_its_name(string text, string name) =>
        Assert.Equal(EntityKind.Organization, Told.Read(text).Named(name).Kind);

    [Theory]
    [InlineData("However, Maren Boysen said that it was late.", "Maren Boysen")]
    [InlineData("According to Maren Boysen, it was late.", "Maren Boysen")]
    [InlineData("Meanwhile Maren Boysen said that it was late.", "Maren Boysen")]
    [InlineData("But Maren Boysen said that it was late.", "Maren Boysen")]
    public void Words_that_join_sentences_and_words_of_saying_are_no_part_of_a_name(string text, string name)
    {
        Story story = Told.Read(text);
        Assert.Equal([name], story.Entities.Select(static e => e.Name));
        Assert.Equal(name, story.SpeakerName(Assert.Single(story.Quotes)));
    }

    [Fact]
    public void A_name_in_capitals_gives_way_to_the_same_in_ordinary_letters() =>
        Assert.Equal("Clear Bay", Told.Read("Ships leave CLEAR BAY on Monday. Boats leave Clear Bay on Friday.").Entities[0].Name);
}

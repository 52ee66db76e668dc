using Skiplink.Metadata.Values;
using Xunit;

namespace Skiplink.Tests;

/// <summary>Lines of saved text that say when it was published or changed are told as dates and are no part of the text.</summary>
public sealed class SavedTextDateLineTests
{
    private const string Title = "Ferries to be replaced by battery ships";

    private const string Paragraphs = """
        The harbour office said on Friday that the ferries would be replaced, and that charging stations would be built in nine ports.

        Ministers agreed to take their eleven oldest ferries out of service within four years, ending a dispute over soot and timetables.
        """;

    public static TheoryData<string> DateLines =>
    [
        "Updated 6:40 PM EST, Fri March 7, 2025",
        "Published 6:40 PM ET, Fri March 7, 2025",
        "Last modified on Fri 7 Mar 2025 18.40 GMT",
        "Posted: Friday, March 7, 2025 at 6:40 p.m.",
        "First published on 7 March 2025",
        "Published March 7, 2025 | Updated March 7, 2025, 7:15 a.m. ET",
        "Fri 7 Mar 2025 18:40 GMT",
        "Aktualisiert am Freitag, 7. März 2025 um 18.40 Uhr",
        "Stand: Fr, 07.03.2025 18:40 Uhr",
        "Publié le vendredi 7 mars 2025 à 18h40",
        "Mis à jour le 7 mars 2025 à 18h40",
        "Publicado el viernes 7 de marzo de 2025 a las 18:40",
        "Pubblicato venerdì 7 marzo 2025 alle ore 18:40",
        "Bijgewerkt op vrijdag 7 maart 2025 om 18:40",
        "Opublikowano: piątek, 7 marca 2025, godz. 18:40",
        "Опубликовано в пятницу, 7 марта 2025, 18:40 МСК",
        "Publicerad fredag 7 mars 2025 kl 18.40",
        "更新 2025年3月7日（金）18:40",
    ];

    [Theory]
    [MemberData(nameof(DateLines))]
    public void A_date_line_is_no_paragraph_wherever_it_stands_before_the_text(string line)
    {
        foreach (string before in (string[])["", $"{Title}\n\n", $"Skip\nNews\nSport\nWeather\n\n{Title}\n\nBy Jane Miller\n\n"])
        {
            Article article = Page.ReadSavedText($"{before}{line}\n\n{Paragraphs}");
            Assert.StartsWith("The harbour office said", article.Text, StringComparison.Ordinal);
            Assert.StartsWith("2025-03-07", article.Modified ?? article.Published, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(DateLines))]
    public void A_date_line_behind_the_text_is_no_paragraph(string line) =>
        Assert.EndsWith(
            "over soot and timetables.", Page.ReadSavedText($"{Title}\n\n{Paragraphs}\n\n{line}").Text.TrimEnd(), StringComparison.Ordinal);

    [Theory]
    [InlineData("The fair opens on Friday, March 7, 2025")]
    [InlineData("Born March 7, 2025 in Oslo")]
    [InlineData("March 7, 2025: a day to remember")]
    public void What_says_more_than_a_date_is_no_date_line(string line)
    {
        List<WrittenDate> dates = [];
        new DateReader(new()).FindAll(line, isMonthFirst: false, dates);
        Assert.True(DateLine.OtherWords(line, dates) > 0);
    }

    [Theory]
    [InlineData("By Jane Miller")]
    [InlineData("By Jane Miller, The Skerry Herald")]
    [InlineData("Von Jana Müller")]
    [InlineData("Par Jeanne Moulin | Le Courrier")]
    public void A_byline_is_never_the_title(string byline)
    {
        Article menus = Page.ReadSavedText($"Skip\nNews\nSport\nWeather\n{byline}\nUpdated 6:40 PM EST, Fri March 7, 2025\n{Paragraphs}");
        Assert.Null(menus.Title);
        // The title stands over the byline also where it shares no word with the text.
        Article titled = Page.ReadSavedText($"Skip\nNews\nSport\nWeather\n\nOld boats leave us\n\n{byline}\n\n{Paragraphs}");
        Assert.Equal("Old boats leave us", titled.Title);
        Assert.StartsWith("The harbour office said", titled.Text, StringComparison.Ordinal);
    }
}

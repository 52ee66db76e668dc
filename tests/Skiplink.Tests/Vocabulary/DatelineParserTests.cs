using Skiplink.Vocabulary;
using Xunit;

namespace Skiplink.Tests;

/// <summary>One grammar of datelines, for the metadata of a page and for its story.</summary>
public sealed class DatelineParserTests
{
    private const string Rest =
        "Ministers of two countries met on Thursday in a hall by the sea and spoke for longer than anybody had thought.";

    private static string? Read(string line)
    {
        DatelineParser parser = new(new TownsInCapitals());
        if (!parser.TryRead(line))
            return null;
        string day = parser.HasDate ? $"{parser.Month}-{parser.Day}" : "";
        return $"{line[parser.Place]}|{day}|{string.Join(", ", parser.Agencies)}|{line[parser.End..].TrimStart()[..9]}";
    }

    [Theory]
    [InlineData("VLADIVOSTOK, Russia (Kyodo) -- ", "VLADIVOSTOK, Russia||Kyodo|Ministers")]
    [InlineData("KEMEROVO, February 20. /TASS/. ", "KEMEROVO|2-20|TASS|Ministers")]
    [InlineData("OSLO (Reuters), April 24 - ", "OSLO|4-24|Reuters|Ministers")]
    [InlineData("MELBOURNE, AAP - ", "MELBOURNE||AAP|Ministers")]
    [InlineData("Paris, 5 mai 2024 (AFP) – ", "Paris|5-5|AFP|Ministers")]
    [InlineData("MADRID, 3 Abr. (EUROPA PRESS) - ", "MADRID|4-3|Europa Press|Ministers")]
    [InlineData("Berlin (dpa/lnw) - ", "Berlin||dpa|Ministers")]
    [InlineData("RIO de JANEIRO, Brazil (AP) — ", "RIO de JANEIRO, Brazil||AP|Ministers")]
    [InlineData("ST. LOUIS, Mo., Feb. 3 (AP) — ", "ST. LOUIS, Mo.|2-3|AP|Ministers")]
    [InlineData("MARROW BAY, Skerry Islands (Northwire) - ", "MARROW BAY, Skerry Islands||Northwire|Ministers")]
    [InlineData("(Reuters) - ", "||Reuters|Ministers")]
    [InlineData("LONDON — ", "LONDON|||Ministers")]
    public void Place_day_and_agency_are_told_apart(string dateline, string expected) => Assert.Equal(expected, Read(dateline + Rest));

    [Theory]
    [InlineData("WARNING - ")]
    [InlineData("BREAKING NEWS: ")]
    [InlineData("")]
    [InlineData("Boeing (BA) said that ")]
    [InlineData("The harbour (built in 1974) - ")]
    [InlineData("Green Party - ")]
    public void What_only_looks_like_one_is_no_dateline(string line) => Assert.Null(Read(line + Rest));

    [Theory]
    [InlineData("(")]
    [InlineData("(AP")]
    [InlineData("OSLO (")]
    [InlineData("OSLO, April")]
    [InlineData("OSLO (AP) -")]
    [InlineData("- - -")]
    [InlineData("24 - ")]
    public void A_line_that_ends_early_is_none(string line) => Assert.False(new DatelineParser(new TownsInCapitals()).TryRead(line));
}

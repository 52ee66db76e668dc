using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>
/// Expressions of days and periods with their reference days and values, from the English specifications of Recognizers-Text (MIT), where
/// ../shared has them. They were made for
/// assistants ("I'll go back …"), so either of the two readings that they give, the past and the future one, is right here; and a time is
/// as exact as its words: <c>two years ago</c> is
/// a year, which must have their day in it. In scope is what English prose writes: months and weekdays with capitals, no bare day of the
/// month, no date in figures with slashes or
/// hyphens, no year in words, no sum of units, nothing vague, nothing counted from <c>today</c> or <c>tomorrow</c>, no day that no calendar
/// has.
/// </summary>
public sealed class DateTimeSpecTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("DateParser.json", 0.60)]
    [InlineData("DatePeriodParser.json", 0.45)]
    public void Most_expressions_of_prose_have_their_value(string file, double least)
    {
        using JsonDocument cases = JsonDocument.Parse(File.ReadAllText(Repository.Shared("data/datetime-specs/" + file)));
        int right = 0, all = 0, inScope = 0;
        foreach (JsonElement item in cases.RootElement.EnumerateArray())
        {
            if (!item.TryGetProperty("Context", out JsonElement context) || !item.TryGetProperty("Results", out JsonElement results))
                continue;
            string input = item.GetProperty("Input").GetString()!;
            string reference = context.GetProperty("ReferenceDateTime").GetString()![..10];
            foreach (JsonElement result in results.EnumerateArray())
            {
                all++;
                if (!result.TryGetProperty("Value", out JsonElement value) || !IsInScope(result.GetProperty("Text").GetString()!, input))
                    continue;
                if (value.GetRawText().Contains("0001-01-01", StringComparison.Ordinal))
                    continue;
                inScope++;
                bool isRight = IsRight(Told.Read(input + ".", reference), value);
                right += isRight ? 1 : 0;
                if (!isRight)
                    output.WriteLine($"{reference} {input} | {value}".ReplaceLineEndings(" "));
            }
        }
        output.WriteLine($"{file}: {right} of {inScope} in scope right, {right / (double)inScope:P1}; {all} in all");
        Assert.True(right >= least * inScope, $"{right} of {inScope}");
    }

    private static bool IsInScope(string text, string input)
    {
        // As it stands in the input: the specifications give some texts in small letters.
        int at = input.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        string written = at < 0 ? text : input.Substring(at, text.Length);
        string[] words = written.Split([' ', ',', '-', '.', '/', '\''], StringSplitOptions.RemoveEmptyEntries);
        bool isSmallName = words.Any(static w => char.IsLower(w[0]) && Names.Contains(w.ToLowerInvariant()));
        bool isVague = words.Any(static w => Vague.Contains(w.ToLowerInvariant()));
        bool isBareDay =
            words.All(static w => char.IsAsciiDigit(w[0]) || w is "the" or "on" or "of" or "in" or "st" or "nd" or "rd" or "th");
        bool isFigures = written.Contains('/', StringComparison.Ordinal) || written.Any(char.IsAsciiDigit) && written.Split('-').Length > 2
            || words.Any(static w => w.Length > 2 && char.IsLetter(w[0]) && char.IsAsciiDigit(w[^1]));
        bool isSum = words.Count(static w => Units.Contains(w.ToLowerInvariant())) > 1
            || words.Any(static w => w is "nineteen" or "thousand");
        bool isNoTime =
            !words.Any(static w =>
            Names.Contains(w.ToLowerInvariant()) || Units.Contains(w.ToLowerInvariant()) || (w.Length == 4 && char.IsAsciiDigit(w[0]))
            || Anchors.Contains(w.ToLowerInvariant()));
        bool isCompound = words.Length > 2 && words.Any(static w => w is "today" or "tomorrow" or "yesterday");
        return !isSum && !isNoTime && !isCompound && !isSmallName && !isVague && !isFigures && !isBareDay;
    }

    private static readonly HashSet<string> Names =
        new(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.DayNames)
        .Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames)
            .Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames).Where(static n => n.Length > 0 && n != "May")
            .Select(static n => n.ToLowerInvariant()));

    private static readonly HashSet<string> Units =
        new(["day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "century", "quarter", "weekend"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Anchors =
        new(["today", "tomorrow", "yesterday", "spring", "summer", "fall", "autumn", "winter", "christmas", "half", "may"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Vague =
        new(["few", "couple", "several", "some", "my", "hence", "upcoming", "bd", "bc", "ad", "now", "within", "rest", "week", "weeks",
        "business", "tmr", "tmrw", "tomor"], StringComparer.Ordinal);

    private static bool IsRight(Story story, JsonElement value)
    {
        if (value.TryGetProperty("Timex", out JsonElement timex) && story.Times.Any(t => t.Value == timex.GetString()))
            return true;
        foreach (string reading in (string[])["PastResolution", "FutureResolution"])
        {
            if (!value.TryGetProperty(reading, out JsonElement days))
                continue;
            string? start = Day(days, "date") ?? Day(days, "startDate"), end = Day(days, "date") ?? Day(days, "endDate");
            // Their ends are the day after the last.
            string? last = days.TryGetProperty("date", out _) || end is null ? end
                : DateOnly.ParseExact(end, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-1)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (start is null or "0001-01-01")
                continue;
            if (story.Times.Any(t => t.Start?[..10] == start && (t.End?[..10] == last || t.End?[..10] == end || IsNamedEnd(t, end))))
                return true;
            if (days.TryGetProperty("date", out _)
                && story.Times.Any(t =>
                t.Rule is "ago" or "later" or "ahead" && string.CompareOrdinal(t.Start, start) <= 0
                && string.CompareOrdinal(start, t.End) <= 0))
                return true;
        }
        return false;
    }

    /// <summary>From 2014 to 2018 ends for them where 2018 begins, and for us where it ends.</summary>
    private static bool IsNamedEnd(TimeMention time, string? end) =>
        end is not null && time.Value.Contains('/', StringComparison.Ordinal)
        && end.StartsWith(time.Value[(time.Value.IndexOf('/', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal);

    private static string? Day(JsonElement days, string name) =>
        days.TryGetProperty(name, out JsonElement day) && day.GetString() is { Length: 10 } text ? text : null;
}

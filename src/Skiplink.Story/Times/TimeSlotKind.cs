using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>The places of a pattern: <c>{month}</c> and its like.</summary>
internal enum TimeSlotKind
{
    Month,
    Day,
    Year,
    ShortYear,

    /// <summary>The year that ends a range, in two figures: <c>2021-22</c>.</summary>
    SecondYear,
    Weekday,
    Unit,
    Number,
    Ordinal,
    Season,
    DayPart,
    Meridiem,
    Zone,
    Holiday,
    Hour,
    Minute,
    Decade,
    MonthNumber,

    /// <summary>Hours and minutes in four figures: <c>1430</c>.</summary>
    HourMinute,

    /// <summary>Hours and minutes with a point: <c>14.30</c>.</summary>
    PointedClock,

    /// <summary>A day of the month as an ordinal in words: <c>the tenth of September</c>.</summary>
    DayOrdinal,
}

/// <summary>Whether what stands at a token fits a place of a pattern.</summary>
internal static class TimeSlot
{
    private static readonly Dictionary<string, TimeSlotKind> Names = new(StringComparer.Ordinal)
    {
        ["month"] = TimeSlotKind.Month,
        ["day"] = TimeSlotKind.Day,
        ["year"] = TimeSlotKind.Year,
        ["yy"] = TimeSlotKind.ShortYear,
        ["-yy"] = TimeSlotKind.SecondYear,
        ["weekday"] = TimeSlotKind.Weekday,
        ["unit"] = TimeSlotKind.Unit,
        ["n"] = TimeSlotKind.Number,
        ["ordinal"] = TimeSlotKind.Ordinal,
        ["season"] = TimeSlotKind.Season,
        ["daypart"] = TimeSlotKind.DayPart,
        ["meridiem"] = TimeSlotKind.Meridiem,
        ["zone"] = TimeSlotKind.Zone,
        ["holiday"] = TimeSlotKind.Holiday,
        ["h"] = TimeSlotKind.Hour,
        ["mm"] = TimeSlotKind.Minute,
        ["decade"] = TimeSlotKind.Decade,
        ["m"] = TimeSlotKind.MonthNumber,
        ["hhmm"] = TimeSlotKind.HourMinute,
        ["h.mm"] = TimeSlotKind.PointedClock,
        ["dayordinal"] = TimeSlotKind.DayOrdinal,
    };

    public static TimeSlotKind Named(string name) => Names[name];

    /// <summary>How many tokens it takes; 0 when it does not fit.</summary>
    public static int Fill(StoryText text, int at, TimeSlotKind kind, ref TimeSlots slots)
    {
        if (at >= text.Count)
            return 0;
        ref readonly Token token = ref text[at];
        int digits = token.Kind == TokenKind.Number ? token.End - token.Start : 0;
        switch (kind)
        {
            case TimeSlotKind.Month when Phrase(text, at, WordClass.Month, out LexiconMatch month):
                slots.AddMonth(month.Number);
                return month.Length;
            case TimeSlotKind.Weekday when Phrase(text, at, WordClass.Weekday, out LexiconMatch weekday):
                slots.AddWeekday(weekday.Number);
                return weekday.Length;
            case TimeSlotKind.Day when digits is 1 or 2 && token.Value is >= 1 and <= 31:
                slots.AddDay(token.Value);
                return 1 + OrdinalEnd(text, at + 1);
            case TimeSlotKind.Year when digits == 4 && token.Value is >= 1000 and < 2200:
                slots.AddYear(token.Value);
                return 1;
            case TimeSlotKind.ShortYear when token.Is('\'') && at + 1 < text.Count && text[at + 1].Kind == TokenKind.Number
                && text[at + 1].End - text[at + 1].Start == 2:
                slots.AddYear(text[at + 1].Value + (text[at + 1].Value > 50 ? 1900 : 2000));
                return 2;
            case TimeSlotKind.SecondYear when digits == 2 && slots.Year > 0:
                slots.AddYear((slots.Year / 100 * 100) + token.Value + (token.Value <= slots.Year % 100 ? 100 : 0));
                return 1;
            case TimeSlotKind.Decade when digits == 4 && token.Value is >= 1000 and < 2200 && token.Value % 10 == 0:
                slots.AddYear(token.Value);
                return 1;
            case TimeSlotKind.MonthNumber when digits is 1 or 2 && token.Value is >= 1 and <= 12:
                slots.AddMonth(token.Value);
                return 1;
            case TimeSlotKind.Hour when digits is 1 or 2 && token.Value is >= 0 and <= 24:
                slots.AddHour(token.Value);
                return 1;
            case TimeSlotKind.Minute when digits == 2 && token.Value is >= 0 and <= 59:
                slots.AddMinute(token.Value);
                return 1;
            case TimeSlotKind.HourMinute when digits == 4 && token.Value < 2400 && token.Value % 100 < 60:
                slots.AddHour(token.Value / 100);
                slots.AddMinute(token.Value % 100);
                return 1;
            case TimeSlotKind.PointedClock when digits is 4 or 5 && text.Text[token.End - 3] == '.':
                slots.AddHour(Digits(text.Text.AsSpan(token.Start, digits - 3)));
                slots.AddMinute(Digits(text.Text.AsSpan(token.End - 2, 2)));
                return 1;
            case TimeSlotKind.Unit when Phrase(text, at, WordClass.Unit, out LexiconMatch unit):
                slots.Unit = unit.Value;
                return unit.Length;
            case TimeSlotKind.Season when Phrase(text, at, WordClass.Season, out LexiconMatch season):
                slots.Season = season.Value;
                return season.Length;
            case TimeSlotKind.DayPart when Phrase(text, at, WordClass.DayPart, out LexiconMatch part):
                slots.DayPart = part.Value;
                return part.Length;
            case TimeSlotKind.Meridiem when Phrase(text, at, WordClass.Meridiem, out LexiconMatch meridiem):
                slots.Meridiem = meridiem.Number;
                return meridiem.Length;
            case TimeSlotKind.Zone when Phrase(text, at, WordClass.Zone, out LexiconMatch zone):
                slots.Zone = zone.Value;
                return zone.Length;
            case TimeSlotKind.Holiday when Phrase(text, at, WordClass.Holiday, out LexiconMatch holiday):
                slots.Holiday = holiday.Value;
                return holiday.Length;
            case TimeSlotKind.DayOrdinal when Phrase(text, at, WordClass.Ordinal, out LexiconMatch nth) && nth.Number is > 0 and <= 31:
                slots.AddDay(nth.Number);
                return nth.Length;
            case TimeSlotKind.Ordinal:
                return FillOrdinal(text, at, ref slots);
            case TimeSlotKind.Number:
                return FillNumber(text, at, ref slots);
            default:
                return 0;
        }
    }

    /// <summary>Whether a word can begin a place of a pattern, so that others are passed over at once.</summary>
    public static bool CanBegin(StoryText text, int at) =>
        text[at].Kind == TokenKind.Number || text[at].Is('\'')
        || text.Is(at, WordClass.Month) || text.Is(at, WordClass.Weekday) || text.Is(at, WordClass.Unit)
            || text.Is(at, WordClass.NumberWord) || text.Is(at, WordClass.Ordinal)
        || text.Is(at, WordClass.Season) || text.Is(at, WordClass.DayPart) || text.Is(at, WordClass.Holiday);

    private static int Digits(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int value)
        ? value : -1;

    private static bool Phrase(StoryText text, int at, WordClass wordClass, out LexiconMatch match) =>
        text.Matches.TryGet(at, wordClass, out match);

    /// <summary>The letters or the point that make a number an ordinal: <c>27th</c>, <c>27.</c></summary>
    private static int OrdinalEnd(StoryText text, int at)
    {
        if (at >= text.Count || text[at].HasSpaceBefore)
            return 0;
        if (text.Language.HasPointedOrdinals && text[at].Is('.'))
            return 1;
        return text.Is(at, WordClass.Ordinal) && text.Matches.TryGet(at, WordClass.Ordinal, out LexiconMatch ending) && ending.Number == 0
            ? 1 : 0;
    }

    private static int FillOrdinal(StoryText text, int at, ref TimeSlots slots)
    {
        if (text[at].Kind == TokenKind.Number && text[at].Value is >= 1 and <= 100 && OrdinalEnd(text, at + 1) is > 0 and int end)
        {
            slots.AddNumber(text[at].Value);
            return 1 + end;
        }
        if (!text.Matches.TryGet(at, WordClass.Ordinal, out LexiconMatch ordinal) || ordinal.Number == 0)
            return 0;
        slots.AddNumber(ordinal.Number);
        return ordinal.Length;
    }

    /// <summary>A number in digits or words: <c>3</c>, <c>twenty-five</c>, <c>a few</c>.</summary>
    private static int FillNumber(StoryText text, int at, ref TimeSlots slots)
    {
        if (text[at].Kind == TokenKind.Number && text[at].Value is > 0 and < 100_000)
        {
            slots.AddNumber(text[at].Value);
            return 1;
        }
        if (!text.Matches.TryGet(at, WordClass.NumberWord, out LexiconMatch number))
            return 0;
        int value = number.Number == 0 ? -1 : number.Number, length = number.Length;
        // Twenty-five, two hundred.
        if (value is >= 20 and <= 90 && value % 10 == 0)
        {
            int next = at + length + (text.IsMark(at + length, '-') ? 1 : 0);
            if (text.Matches.TryGet(next, WordClass.NumberWord, out LexiconMatch ones) && ones.Number is > 0 and < 10)
            {
                value += ones.Number;
                length = next + ones.Length - at;
            }
        }
        slots.AddNumber(value);
        return length;
    }
}

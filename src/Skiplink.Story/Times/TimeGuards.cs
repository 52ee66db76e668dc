using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>
/// Keeps words that only look like a time from being one: <c>May</c> the name and the verb, numbers of four digits, ages, rates.
/// </summary>
internal static class TimeGuards
{
    public static bool Allow(StoryText text, int first, int end, TimeMeaning meaning, in TimeSlots slots) => meaning.Action switch
    {
        "month" when end - first == 1 => IsMonth(text, first),
        "year" => IsYear(text, first, end),
        "season" when slots.Year == 0 && meaning.Argument.Length == 0 =>
            first > 0
            && (text.Is(first - 1, WordClass.Preposition) || text.Is(first - 1, WordClass.Direction)
            || EndsWith(text, first, WordClass.PeriodPart)),
        "clock" when meaning.Argument.Length > 0 && meaning.Argument != "range" =>
            !text[first].IsCapital || text[first].IsSentenceStart || text.Language.HasCapitalNouns,
        "years" => !IsMoney(text, first),
        "duration" => IsDuration(text, first, end, slots),
        "weekday" when end - first == 1 => !IsPartOfName(text, first, end) && !IsOneOfMany(text, first),
        "date" when slots.Month > 0 && slots.Day > 0 && slots.Year == 0 => !IsMoney(text, first) && IsWholeNumber(text, first, end),
        _ => true,
    };

    /// <summary>Months that are also names or verbs need a word before that leads up to a time.</summary>
    private static bool IsMonth(StoryText text, int at)
    {
        if (IsPartOfName(text, at, at + 1)
            || (text[at].End - text[at].Start <= 4 && !text[at].IsAbbreviation && text.Language.HasAbbreviation(text.CharactersOf(at))))
            return false;
        if (!text.Is(at, WordClass.Verb) && !text.Is(at, WordClass.FirstName) && !text.Is(at, WordClass.Auxiliary))
            return true;
        return at > 0 && !text[at].IsSentenceStart
            && (text.Is(at - 1, WordClass.Preposition) || text.Is(at - 1, WordClass.Direction) || text.Is(at - 1, WordClass.TimeLink)
            || EndsWith(text, at, WordClass.PeriodPart));
    }

    /// <summary>A month or weekday beside a capital word of a name: <c>Black Friday Inc.</c>, <c>April Jones</c>.</summary>
    private static bool IsPartOfName(StoryText text, int first, int end)
    {
        bool isName = text.Is(first, WordClass.FirstName);
        return isName && end < text.Count && text[end].IsCapital && text[end].Kind == TokenKind.Word && !text.Is(end, WordClass.Month)
            && !text.Is(end, WordClass.Weekday) && !text.Is(end, WordClass.Opener);
    }

    /// <summary>A Sunday, a Tuesday or Friday: any of them.</summary>
    private static bool IsOneOfMany(StoryText text, int at)
    {
        const int Reach = 8;
        int first = at;
        while (at - first < Reach && first > 1 && (text[first - 1].Is(',') || text.Is(first - 1, WordClass.Conjunction))
            && text.Is(first - 2, WordClass.Weekday))
            first -= 2;
        return IsAfterArticle(text, first);
    }

    private static bool IsAfterArticle(StoryText text, int at) =>
        at > 0 && text.Matches.TryGet(at - 1, WordClass.NumberWord, out LexiconMatch article) && article.Length == 1 && article.Number == 1
            && text.Is(at - 1, WordClass.Determiner);

    private static bool IsYear(StoryText text, int first, int end)
    {
        int at = end - 1;
        if (IsMoney(text, at) || (first > 0 && text.Language.IsNumbered(text[first - 1].Word)))
            return false;
        int year = text[at].Value;
        bool isLed = first > 0
            && (text.Is(first - 1, WordClass.Preposition) || text.Is(first - 1, WordClass.Direction)
            || text.Is(first - 1, WordClass.TimeLink) || EndsWith(text, first, WordClass.PeriodPart) || text[first - 1].Is('('));
        if (year is < 1500 or > 2100)
            return isLed && year is > 1000 and < 1500 && !HasNounBehind(text, end);
        if (year is > 2060 or < 1800 && !isLed)
            return false;
        // Units and things counted: 2000 metres. A year stands before a noun too, so only plurals of round numbers are things.
        if (HasNounBehind(text, end) && (text.Is(end, WordClass.Unit) || (year % 100 == 0 && !isLed)))
            return false;
        if (end < text.Count && text[end].Mark is '%' or '°' or '-' && !text[end].HasSpaceBefore && !isLed)
            return false;
        // A number in groups, or one that counts what stands before: 1800 333 000, flight 1972.
        if ((end < text.Count && text[end].Kind == TokenKind.Number)
            || (first > 0 && text[first - 1].Kind == TokenKind.Number && !text.IsMark(first - 1, '-')))
            return false;
        if (!isLed && !text.Language.HasCapitalNouns && first > 0 && text[first - 1].Kind == TokenKind.Word && !text[first - 1].IsCapital
            && end - first == 1 && !text[first - 1].IsSentenceStart && !text.Is(first - 1, WordClass.Determiner)
            && !text.Is(first - 1, WordClass.Conjunction) && !text.Is(first - 1, WordClass.Adverb) && !text.Is(first - 1, WordClass.Season)
                && !text.Is(first - 1, WordClass.Approximate))
            return false;
        if (end < text.Count && text[end].Is('-') && end + 1 < text.Count && text[end + 1].Kind == TokenKind.Number)
            return false;
        return first == 0 || !(text[first - 1].Mark is '-' or '/' or '#' or '+' or '@' or '.' && !text[first].HasSpaceBefore);
    }

    private static bool HasNounBehind(StoryText text, int end) =>
        end < text.Count && text[end].Kind == TokenKind.Word && !text[end].IsCapital && !text.Is(end, WordClass.Preposition)
        && !text.Is(end, WordClass.Conjunction) && !text.Is(end, WordClass.Opener) && !text.Is(end, WordClass.Auxiliary);

    private static bool IsMoney(StoryText text, int at) => at > 0 && text[at - 1].Mark is '$' or '€' or '£' or '¥' or '₹' or '#';

    private static bool IsWholeNumber(StoryText text, int first, int end) =>
        end >= text.Count || !(text[end].Mark is '%' or '$' && !text[end].HasSpaceBefore) || first < 0;

    /// <summary>
    /// Ages (<c>45-year-old</c>, <c>aged 12</c>) and rates (<c>three times a week</c>, <c>$5 million a year</c>) are no durations.
    /// </summary>
    private static bool IsDuration(StoryText text, int first, int end, in TimeSlots slots)
    {
        if (slots.Number < 0 || IsMoney(text, first) || (slots.Unit == "Q" && (slots.Number == 1 || text.IsMark(end - 2, '-'))))
            return false;
        int next = text.IsMark(end, '-') ? end + 1 : end;
        if (text.Is(next, WordClass.TimeLink) && text.Matches.TryGet(next, WordClass.TimeLink, out LexiconMatch age) && age.Value == "age")
            return false;
        if (text[first].Kind == TokenKind.Number || text[first].IsSentenceStart || slots.Number > 1)
            return true;
        // An article needs a word before it that takes a time.
        return first > 0 && !IsArticle(text, first)
            || (first > 0
                && (text.Is(first - 1, WordClass.Preposition) || text.Is(first - 1, WordClass.Approximate)
                || text.Is(first - 1, WordClass.TimeLink) || EndsWith(text, first, WordClass.Approximate)));
    }

    private static bool IsArticle(StoryText text, int at) => text.Is(at, WordClass.Determiner);

    private static bool EndsWith(StoryText text, int at, WordClass wordClass)
    {
        for (int back = 1; back <= 4 && at - back >= 0; back++)
        {
            if (text.Matches.TryGet(at - back, wordClass, out LexiconMatch match) && match.Length == back)
                return true;
        }
        return false;
    }
}

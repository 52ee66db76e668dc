using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>A time of the text in tokens, before it is told.</summary>
internal sealed class TimeMatch
{
    public int First;
    public int End;
    public required ResolvedTime Time;
    public required string Rule;
    public string? Mod;
    public Tense Tense;
    public bool Planned;
}

/// <summary>
/// Finds the times of a text from left to right: the longest pattern at each token, what narrows it before, clock and part of the day
/// beside it.
/// </summary>
internal sealed class TimeReader(StoryText text, TimeContext context)
{
    private readonly TimePatterns _patterns = TimePatterns.Of(text.Language);

    private readonly List<TimeMatch> _found = [];

    /// <summary>Reads the tokens from the first up to the end.</summary>
    public List<TimeMatch> Read(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (TryRead(i) is { } find)
            {
                _found.Add(find);
                i = find.End - 1;
            }
        }
        TimeMerger.Merge(text, context, _found);
        return _found;
    }

    private TimeMatch? TryRead(int i)
    {
        int at = i;
        string? mod = null;
        // Early, mid-, the end of; about.
        if (text.Matches.TryGet(i, WordClass.PeriodPart, out LexiconMatch part) || text.Matches.TryGet(i, WordClass.Approximate, out part))
        {
            at += part.Length;
            mod = part.Value;
        }
        if (!_patterns.TryMatch(text, at, out TimePatternMatch match))
            return at > i && _patterns.TryMatch(text, i, out match) ? Resolve(i, i, match, null) : null;
        // This March 3, 2014: a date within is more than a month.
        if (at == i && match.Meaning.Action == "month-of" && _patterns.TryMatch(text, at + 1, out TimePatternMatch date)
            && date.Meaning.Action == "date")
            return null;
        if (at == i && mod is null)
            return Resolve(i, i, match, null);
        // The modifier's own words may be the start of a longer pattern: the end of the year.
        if (_patterns.TryMatch(text, i, out TimePatternMatch whole) && i + whole.Length >= at + match.Length)
            return Resolve(i, i, whole, null);
        bool isNarrowing = text.Is(i, WordClass.PeriodPart);
        // Over the past ten months is no more than they are; over the next decade is as long as one.
        if (!isNarrowing && text.Is(at, WordClass.Determiner) && match.Meaning.Action is "duration")
            return Resolve(at, at, match, null);
        if (!isNarrowing && text.Is(at, WordClass.Determiner) && match.Meaning.Action is "period" or "period-from-last")
            return Resolve(at, at, match with { Meaning = new("duration", "1") }, null);
        return Resolve(isNarrowing && match.Meaning.Action is "duration" or "set" ? at : i, at, match, mod);
    }

    private TimeMatch? Resolve(int first, int at, TimePatternMatch match, string? mod)
    {
        int end = at + match.Length;
        TimeMeaning meaning = match.Meaning;
        if (!TimeGuards.Allow(text, at, end, meaning, match.Slots))
            return null;
        if (text[at].Sentence != context.NamedYearSentence)
            context.NamedYear = 0;
        context.Forget(text, at);
        string? direction = Direction(first);
        bool isWeekday = meaning.Action is "weekday" or "weekday-part" or "weekdays";
        Tense tense = TenseReader.Along(TenseReader.Of(text, first, end), direction, isWeekday);
        // What is said of a weekday without a sign of the past looks ahead: "Ask me on Sunday."
        if (isWeekday && tense == Tense.Unknown && text.QuotationAt[first] >= 0)
            tense = Tense.Future;
        TimeSlots slots = match.Slots;
        ResolvedTime? time;
        bool isLength = slots.Unit is not null
            && (_patterns.TryMatch(text, end, out _) || (first > 0 && text.Is(first - 1, WordClass.Preposition)));
        if (meaning.Action == "beside" && isLength)
        {
            // The three months before Christmas, for a year before leaving: a length, and what stands behind it.
            end--;
            time = TimeResolver.Resolve(meaning with { Action = "duration" }, slots, context, tense);
        }
        else if (meaning.Action == "beside")
        {
            time = Beside(slots, meaning, end);
        }
        else
        {
            time = TimeResolver.Resolve(meaning, slots, context, tense);
        }
        if (time is null)
            return null;
        // Not before April, in June: next year's.
        if (meaning.Action == "month" && slots.Year == 0 && tense == Tense.Future && direction is "UNTIL" or "BY" or "BEFORE"
            && time.Value.End < context.Reference)
            time = time with { Value = Timex.Month(time.Value.End!.Value.Year + 1, time.Value.End.Value.Month) };
        // "Argument END" of the meaning narrows too: the end of the year.
        if (meaning.Argument.IndexOf('_', StringComparison.Ordinal) is > 0 and int space && meaning.Action == "period")
            mod ??= meaning.Argument[(space + 1)..];
        if (mod is null && meaning.Action is not ("duration" or "set"))
            mod = direction;
        if (direction is not ("UNTIL" or "SINCE"))
            Remember(time, meaning, first, match.Slots);
        if (meaning.Action == "date" && time.Value is { IsDay: true, Start: { } named })
            context.YearOfDay.TryAdd((named.Month, named.Day), named.Year);
        return new()
        {
            First = first,
            End = end,
            Time = time,
            Rule = meaning.Action,
            Mod = mod,
            Tense = tense,
            Planned = IsPlanned(time, tense)
        };
    }

    /// <summary>
    /// <c>a day after</c> before a clause: the time of what is told there, when the sentence has named the day of the other.
    /// </summary>
    private ResolvedTime? Beside(in TimeSlots slots, TimeMeaning meaning, int end)
    {
        // They left the day after. What is counted from is what was named last.
        if (slots.Unit is null
            && (end >= text.Count || text[end].Kind is TokenKind.Punctuation or TokenKind.LineEnd or TokenKind.CloseQuote))
            return TimeResolver.Resolve(meaning with { Action = meaning.Argument == "after" ? "later" : "earlier" },
                slots with { Number = 1, Unit = "D" }, context, Tense.Unknown);
        if (context.LastSentence < 0 || _found.Count == 0 || text[_found[^1].First].Sentence != context.LastSentence || slots.Number < 0)
            return null;
        TimeSlots counted = slots;
        if (counted.Unit is null)
            (counted.Number, counted.Unit) = (1, "D");
        return TimeResolver.Resolve(meaning with { Action = meaning.Argument == "after" ? "earlier" : "later" }, counted, context,
            Tense.Unknown);
    }

    /// <summary>What the word before says of the direction: until, by, since.</summary>
    private string? Direction(int first)
    {
        for (int back = 1; back <= 3; back++)
        {
            if (text.Matches.TryGet(first - back, WordClass.Direction, out LexiconMatch direction) && direction.Length == back)
                return direction.Value;
        }
        return null;
    }

    private void Remember(ResolvedTime time, TimeMeaning meaning, int first, in TimeSlots slots)
    {
        if (time.Type is TimeType.Duration or TimeType.Set || time.Value.End is null)
            return;
        context.Last = time.Value;
        context.LastSentence = text[first].Sentence;
        if (time.Value.IsDay)
            context.Lead ??= time.Value.Start;
        // In 2018, … in March: only a year that its sentence begins with is that of the months behind.
        if (meaning.Action == "year" && first - text.Sentences[text[first].Sentence].First <= 2)
            (context.NamedYear, context.NamedYearSentence) = (slots.Year, text[first].Sentence);
    }

    private bool IsPlanned(ResolvedTime time, Tense tense)
    {
        if (context.Reference is not { } reference || time.Value.End is not { } end || time.Value.Start is not { } start)
            return tense == Tense.Future && time.Value.End is null && time.Type == TimeType.Date;
        return start > reference || (tense == Tense.Future && end >= reference);
    }
}

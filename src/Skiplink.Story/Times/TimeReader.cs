using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>A time of the text in tokens, before it is told.</summary>
internal sealed class TimeFind
{
    public int First;
    public int End;
    public required ResolvedTime Time;
    public required string Rule;
    public string? Mod;
    public Outlook Outlook;
    public bool Planned;
}

/// <summary>Finds the times of a text from left to right: the longest pattern at each token, what narrows it before, clock and part of the day beside it.</summary>
internal sealed class TimeReader(StoryText text, TimeContext context)
{
    private readonly List<TimeFind> _found = [];

    /// <summary>Reads the tokens from the first up to the end.</summary>
    public List<TimeFind> Read(int first, int end)
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

    private TimeFind? TryRead(int i)
    {
        int at = i;
        string? mod = null;
        // Early, mid-, the end of.
        if (text.Matches.TryGet(i, WordClass.PeriodPart, out LexiconMatch part))
        {
            at += part.Length;
            mod = part.Value;
        }
        if (!text.Language.Patterns.TryMatch(text, at, out TimePatternMatch match))
            return at > i && text.Language.Patterns.TryMatch(text, i, out match) ? Resolve(i, i, match, null) : null;
        if (at == i)
            return IsBetterLater(i, match) ? null : Resolve(i, i, match, null);
        // The modifier's own words may be the start of a longer pattern: the end of the year.
        if (text.Language.Patterns.TryMatch(text, i, out TimePatternMatch whole) && i + whole.Length >= at + match.Length)
            return Resolve(i, i, whole, null);
        return Resolve(match.Meaning.Action is "duration" or "set" ? at : i, at, match, match.Meaning.Action is "duration" or "set" ? null : mod);
    }

    /// <summary>In <c>this March 3, 2014</c> the longer time begins a word later.</summary>
    private bool IsBetterLater(int at, TimePatternMatch match) =>
        match.Length > 1 && !TimeSlot.CanBegin(text, at) && text.Language.Patterns.TryMatch(text, at + 1, out TimePatternMatch later) && later.Length >= match.Length && later.Meaning.Action is "date" or "dates";

    private TimeFind? Resolve(int first, int at, TimePatternMatch match, string? mod)
    {
        int end = at + match.Length;
        TimeMeaning meaning = match.Meaning;
        if (!TimeGuards.Allow(text, at, end, meaning, match.Slots))
            return null;
        context.Forget(text, at);
        Outlook outlook = TimeOutlook.Of(text, first, end);
        // Until, by and before Saturday: one that is still to come.
        if (outlook != Outlook.Future && meaning.Action == "weekday" && Direction(first) is "UNTIL" or "BY" or "BEFORE")
            outlook = Outlook.Future;
        TimeSlots slots = match.Slots;
        ResolvedTime? time;
        if (meaning.Action == "beside")
        {
            time = Beside(slots, meaning, at, end);
        }
        else
        {
            time = TimeResolver.Resolve(meaning, slots, context, outlook);
        }
        if (time is null && meaning.Action == "beside" && slots.Number > 1)
        {
            time = TimeResolver.Resolve(meaning with { Action = "duration" }, slots, context, outlook);
            end--;
            meaning = meaning with { Action = "duration" };
        }
        if (time is null)
            return null;
        // "Argument END" of the meaning narrows too: the end of the year.
        if (meaning.Argument.IndexOf('_', StringComparison.Ordinal) is > 0 and int space && meaning.Action == "period")
            mod ??= meaning.Argument[(space + 1)..];
        mod ??= Approximation(first);
        if (mod is null && meaning.Action is not ("duration" or "set"))
            mod = Direction(first);
        Remember(time, first);
        return new() { First = first, End = end, Time = time, Rule = meaning.Action, Mod = mod, Outlook = outlook, Planned = IsPlanned(time, outlook) };
    }

    /// <summary><c>a day after</c> before a clause: the time of what is told there, when the sentence has named the day of the other.</summary>
    private ResolvedTime? Beside(in TimeSlots slots, TimeMeaning meaning, int at, int end)
    {
        if (slots.Number < 0)
            return null;
        TimeSlots counted = slots;
        // Before a time it is a length; without a day named in the sentence it is one too.
        if (_found.Count == 0 || context.LastSentence != text[at].Sentence || text.Language.Patterns.TryMatch(text, end, out _))
            return null;
        return TimeResolver.Resolve(meaning with { Action = meaning.Argument == "after" ? "earlier" : "later" }, counted, context, Outlook.Unknown);
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

    /// <summary>About, more than: what stands before and is no part of the words.</summary>
    private string? Approximation(int first)
    {
        for (int back = 1; back <= 3; back++)
        {
            if (text.Matches.TryGet(first - back, WordClass.Approximate, out LexiconMatch word) && word.Length == back)
                return word.Value;
        }
        return null;
    }

    private void Remember(ResolvedTime time, int first)
    {
        if (time.Type is TimeType.Duration or TimeType.Set || time.Value.End is null)
            return;
        context.Last = time.Value;
        context.LastSentence = text[first].Sentence;
        if (context.Lead is null && time.Value.IsDay)
            context.Lead = time.Value.Start;
    }

    private bool IsPlanned(ResolvedTime time, Outlook outlook)
    {
        if (context.Reference is not { } reference || time.Value.End is not { } end || time.Value.Start is not { } start)
            return outlook == Outlook.Future && time.Value.End is null && time.Type == TimeType.Date;
        return start > reference || (outlook == Outlook.Future && end >= reference);
    }
}

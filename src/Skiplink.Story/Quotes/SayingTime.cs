using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;

namespace Skiplink.Stories.Quotes;

/// <summary>
/// Finds when something was said: a time of the cue's own clause, not of a clause beside it (<c>Larkin, who took over in May, said</c>).
/// </summary>
internal sealed class SayingTime(StoryText text, List<TimeMatch> times)
{
    /// <summary>The time's place in the list; -1 for none.</summary>
    public int Find(QuoteDraft draft)
    {
        foreach ((int first, int end) in draft.Frame)
        {
            for (int t = FirstTime(first); t < times.Count && times[t].First < end; t++)
                if (IsTime(draft, t) && IsOfCue(draft, times[t], first))
                    return t;
        }
        return InFront(draft);
    }

    private bool IsTime(QuoteDraft draft, int t) =>
        times[t].Time.Type is not (TimeType.Duration or TimeType.Set)
        && !draft.Pieces.Exists(p => times[t].First >= p.First && times[t].First < p.End);

    /// <summary>
    /// No other clause begins between the time and the cue, or before the time in the same phrase; what is of a time (next year's) is
    /// something else.
    /// </summary>
    private bool IsOfCue(QuoteDraft draft, TimeMatch time, int frame)
    {
        if (draft.Cue is not { } cue)
            return true;
        if (text.IsWord(time.End, text.Language.Possessive) && text.Language.Possessive != 0)
            return false;
        bool isBefore = time.First < cue.First;
        for (int i = time.First - 1, least = isBefore ? frame : Math.Max(frame, cue.End); i >= least; i--)
        {
            if (text.Is(i, WordClass.RelativePronoun) && i > 0 && text.IsMark(i - 1, ','))
                return false;
        }
        for (int i = time.End; isBefore && i < cue.First; i++)
        {
            if (text.Is(i, WordClass.Conjunction))
                return false;
        }
        return true;
    }

    /// <summary>
    /// In a letter in March, Berg wrote that …: a phrase with a time before the subject, where what was said stands behind the cue.
    /// </summary>
    private int InFront(QuoteDraft draft)
    {
        if (draft.Cue is not { } cue || draft.Speaker.IsEmpty || draft.Speaker.First > cue.First || draft.Pieces[0].First < cue.End)
            return -1;
        Sentence sentence = text.Sentences[text[cue.First].Sentence];
        int comma = draft.Speaker.First - 1;
        if (comma <= sentence.First || !text.IsMark(comma, ','))
            return -1;
        int found = -1;
        for (int t = FirstTime(sentence.First); t < times.Count && times[t].First < comma; t++)
        {
            if (!IsTime(draft, t) || found >= 0)
                return -1;
            found = t;
        }
        // The phrase ends with the time: what follows it would be told of something else.
        return found >= 0 && times[found].End == comma ? found : -1;
    }

    private int FirstTime(int token)
    {
        int low = 0, high = times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (times[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>Whether the verb that a time belongs to looks back or ahead: the nearest mark of tense before it in its clause, or else behind it.</summary>
internal static class TimeOutlook
{
    private const int Reach = 24;

    public static Outlook Of(StoryText text, int first, int end)
    {
        Sentence sentence = text.Sentences[Math.Min(text[first].Sentence, text.Sentences.Count - 1)];
        int least = Math.Max(sentence.First, first - Reach), clause = first;
        // A clause with that has its own verb, which may stand behind the time: that on Friday the road would open.
        while (clause > least && !(text.Matches.TryGet(clause - 1, WordClass.Complementizer, out LexiconMatch complementizer) && complementizer.Value == "that"))
            clause--;
        Outlook outlook = Back(text, first, first, clause);
        if (outlook == Outlook.Unknown)
            outlook = Ahead(text, first, end, Math.Min(sentence.End, end + Reach));
        return outlook == Outlook.Unknown ? Back(text, first, clause, least) : outlook;
    }

    /// <summary>
    /// What the word before adds to the verb: what is since a time has begun, what is until or by a time looks ahead to it; a weekday may also have been waited for.
    /// </summary>
    public static Outlook Along(Outlook outlook, string? direction, bool isWeekday) => direction switch
    {
        "SINCE" => Outlook.Past,
        "BEFORE" when isWeekday => Outlook.Future,
        "UNTIL" or "BY" when outlook == Outlook.Unknown || !isWeekday => Outlook.Future,
        _ => outlook,
    };

    private static Outlook Back(StoryText text, int of, int from, int least)
    {
        bool isBehindComma = false;
        for (int i = from - 1; i >= least; i--)
        {
            if (text[i].Mark is ';' or '–' or ':' || text.QuotationAt[i] != text.QuotationAt[of])
                return Outlook.Unknown;
            // The comma of a list of names parts no clauses.
            isBehindComma |= text[i].Is(',') && i < of - 1 && !text[i + 1].IsCapital;
            // A verb that looks ahead does so in its own clause.
            if (Mark(text, i) is not Outlook.Unknown and Outlook outlook && !(outlook == Outlook.Future && isBehindComma))
                return outlook;
        }
        return Outlook.Unknown;
    }

    private static Outlook Ahead(StoryText text, int of, int from, int most)
    {
        for (int i = from; i < most; i++)
        {
            if (text[i].Mark is ';' or '–' or ':' || text.QuotationAt[i] != text.QuotationAt[of])
                return Outlook.Unknown;
            if (Mark(text, i) is not Outlook.Unknown and Outlook outlook)
                return outlook == Outlook.Future && HasPastEnding(text, i) ? Outlook.Past : outlook;
        }
        return Outlook.Unknown;
    }

    /// <summary>What a word says: <c>will</c>, <c>due</c>; <c>said</c>, <c>was</c>, a past form by its ending.</summary>
    private static Outlook Mark(StoryText text, int i)
    {
        if (text[i].Kind != TokenKind.Word)
            return Outlook.Unknown;
        if (text.Is(i, WordClass.FutureMarker))
            return Outlook.Future;
        // To be completed, was completed: the word before tells.
        if (i > 0 && text.Matches.TryGet(i - 1, WordClass.Auxiliary, out LexiconMatch auxiliary) && auxiliary.Value == "be")
            return Outlook.Unknown;
        if (text.Is(i, WordClass.PastMarker))
            return Outlook.Past;
        return HasPastEnding(text, i) ? Outlook.Past : Outlook.Unknown;
    }

    private static bool HasPastEnding(StoryText text, int i)
    {
        string ending = text.Language.PastEnding;
        return ending.Length > 0 && !text[i].IsCapital && text[i].End - text[i].Start > ending.Length + 2 && text.CharactersOf(i).EndsWith(ending, StringComparison.Ordinal);
    }
}

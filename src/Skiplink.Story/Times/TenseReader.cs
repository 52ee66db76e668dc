using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>
/// Whether the verb that a time belongs to looks back or ahead: the nearest mark of tense before it in its clause, or else behind it.
/// </summary>
internal static class TenseReader
{
    private const int Reach = 24;

    public static Tense Of(StoryText text, int first, int end)
    {
        Sentence sentence = text.Sentences[Math.Min(text[first].Sentence, text.Sentences.Count - 1)];
        int least = Math.Max(sentence.First, first - Reach), clause = first;
        // A clause with that has its own verb, which may stand behind the time: that on Friday the road would open.
        while (clause > least
            && !(text.Matches.TryGet(clause - 1, WordClass.Complementizer, out LexiconMatch complementizer)
            && complementizer.Value == "that"))
            clause--;
        Tense tense = Back(text, first, first, clause);
        if (tense == Tense.Unknown)
            tense = Ahead(text, first, end, Math.Min(sentence.End, end + Reach));
        return tense == Tense.Unknown ? Back(text, first, clause, least) : tense;
    }

    /// <summary>
    /// What the word before adds to the verb: what is since a time has begun, what is until or by a time looks ahead to it; a weekday may
    /// also have been waited for.
    /// </summary>
    public static Tense Along(Tense tense, string? direction, bool isWeekday) => direction switch
    {
        "SINCE" => Tense.Past,
        "BEFORE" when isWeekday => Tense.Future,
        "UNTIL" or "BY" when tense == Tense.Unknown || !isWeekday => Tense.Future,
        _ => tense,
    };

    private static Tense Back(StoryText text, int of, int from, int least)
    {
        bool isBehindComma = false;
        for (int i = from - 1; i >= least; i--)
        {
            if (text[i].Mark is ';' or '–' or ':' || text.QuotationAt[i] != text.QuotationAt[of])
                return Tense.Unknown;
            // The comma of a list of names parts no clauses.
            isBehindComma |= text[i].Is(',') && i < of - 1 && !text[i + 1].IsCapital;
            // A verb that looks ahead does so in its own clause.
            if (Mark(text, i) is not Tense.Unknown and Tense tense && !(tense == Tense.Future && isBehindComma))
                return tense;
        }
        return Tense.Unknown;
    }

    private static Tense Ahead(StoryText text, int of, int from, int most)
    {
        for (int i = from; i < most; i++)
        {
            if (text[i].Mark is ';' or '–' or ':' || text.QuotationAt[i] != text.QuotationAt[of])
                return Tense.Unknown;
            if (Mark(text, i) is not Tense.Unknown and Tense tense)
                return tense == Tense.Future && HasPastEnding(text, i) ? Tense.Past : tense;
        }
        return Tense.Unknown;
    }

    /// <summary>What a word says: <c>will</c>, <c>due</c>; <c>said</c>, <c>was</c>, a past form by its ending.</summary>
    private static Tense Mark(StoryText text, int i)
    {
        if (text[i].Kind != TokenKind.Word)
            return Tense.Unknown;
        if (text.Is(i, WordClass.FutureMarker))
            return Tense.Future;
        // To be completed, was completed: the word before tells.
        if (i > 0 && text.Matches.TryGet(i - 1, WordClass.Auxiliary, out LexiconMatch auxiliary) && auxiliary.Value == "be")
            return Tense.Unknown;
        if (text.Is(i, WordClass.PastMarker))
            return Tense.Past;
        return HasPastEnding(text, i) ? Tense.Past : Tense.Unknown;
    }

    private static bool HasPastEnding(StoryText text, int i)
    {
        string ending = text.Language.PastEnding;
        return ending.Length > 0 && !text[i].IsCapital && text[i].End - text[i].Start > ending.Length + 2
            && text.CharactersOf(i).EndsWith(ending, StringComparison.Ordinal);
    }
}

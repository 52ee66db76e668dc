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
        int quotation = text.QuotationAt[first];
        for (int i = first - 1, least = Math.Max(sentence.First, first - Reach); i >= least; i--)
        {
            if (text[i].Mark is ';' or '–' or ':' || text.QuotationAt[i] != quotation)
                break;
            if (Mark(text, i) is not Outlook.Unknown and Outlook outlook)
                return outlook;
        }
        for (int i = end, most = Math.Min(sentence.End, end + Reach); i < most; i++)
        {
            if (text[i].Mark is ';' or '–' or ':' || text.QuotationAt[i] != quotation)
                break;
            if (Mark(text, i) is not Outlook.Unknown and Outlook outlook)
                return outlook;
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
        if (text.Is(i, WordClass.PastMarker))
            return Outlook.Past;
        string ending = text.Language.PastEnding;
        return ending.Length > 0 && !text[i].IsCapital && text[i].End - text[i].Start > ending.Length + 2 && text.CharactersOf(i).EndsWith(ending, StringComparison.Ordinal) ? Outlook.Past : Outlook.Unknown;
    }
}

using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Datelines;

/// <summary>
/// Lines before and after the text that say from which agency it is: <c>By Jon Berg, Associated Press</c>, <c>© AFP</c>, <c>dpa</c>.
/// </summary>
internal static class AgencyLines
{
    private const int MaxTokens = 24;
    private const int MaxLines = 3;

    /// <summary>
    /// The agencies of short lines at either end of the text; <paramref name="creditLineStarts"/> is set for the first token of each such
    /// line.
    /// </summary>
    public static List<string> Read(StoryText text, Func<int, bool> isSkipped, HashSet<int> creditLineStarts)
    {
        List<(int First, int End)> lines = [];
        for (int i = 0, first = 0; i <= text.Count; i++)
        {
            if (i < text.Count && text[i].Kind != TokenKind.LineEnd)
                continue;
            if (i > first)
                lines.Add((first, i));
            first = i + 1;
        }
        List<string> agencies = [];
        for (int l = 0; l < lines.Count; l++)
        {
            if (l >= MaxLines && l < lines.Count - MaxLines)
                continue;
            (int first, int end) = lines[l];
            if (end - first > MaxTokens || isSkipped(first) || !IsCreditLine(text, first, end, isLast: l >= lines.Count - MaxLines))
                continue;
            for (int i = first; i < end; i++)
            {
                if (!text.Matches.TryGet(i, WordClass.Agency, out LexiconMatch agency))
                    continue;
                creditLineStarts.Add(first);
                if (!agencies.Contains(agency.Value))
                    agencies.Add(agency.Value);
                i += agency.Length - 1;
            }
        }
        return agencies;
    }

    /// <summary>
    /// A credit opens with a word of credits (by, source, copyright), is nothing but names of agencies, or ends the text in brackets.
    /// </summary>
    private static bool IsCreditLine(StoryText text, int first, int end, bool isLast)
    {
        if (text.Matches.TryGet(first, WordClass.CreditWord, out LexiconMatch opening)
            && opening.Value is "taken" or "copyright" or "source")
            return true;
        bool hasAgency = false, isBare = true;
        for (int i = first; i < end; i++)
        {
            if (text.Matches.TryGet(i, WordClass.Agency, out LexiconMatch agency))
            {
                hasAgency = true;
                i += agency.Length - 1;
            }
            else if (text.Matches.TryGet(i, WordClass.CreditWord, out LexiconMatch word) && word.Value == "report")
            {
                return isLast && hasAgency;
            }
            else if (text.Matches.TryGet(i, WordClass.City, out LexiconMatch place) || text.Matches.TryGet(i, WordClass.Country, out place))
            {
                i += place.Length - 1;
            }
            else
            {
                isBare &= text[i].Kind != TokenKind.Word && text[i].Kind != TokenKind.Number;
            }
        }
        return hasAgency && isBare;
    }
}

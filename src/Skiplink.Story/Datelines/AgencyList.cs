using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Datelines;

/// <summary>The agencies of a bracket: <c>AP</c>, <c>Reuters/AFP</c>, <c>dpa, AFP</c>.</summary>
internal static class AgencyList
{
    private const int MostTokens = 12;

    /// <summary>Reads up to the closing bracket.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The token behind the opening bracket.</param>
    /// <param name="close">The closing bracket.</param>
    /// <param name="agencies">Takes the names.</param>
    /// <param name="isKnown">Whether the first of them is on the list.</param>
    public static bool Read(StoryText text, int first, out int close, List<string> agencies, out bool isKnown)
    {
        isKnown = false;
        int at = first;
        for (close = first; close < text.Count && !text.IsMark(close, ')'); close++)
        {
            if (close - first > MostTokens || text[close].Kind == TokenKind.LineEnd)
                return false;
        }
        if (close >= text.Count || close == first)
            return false;
        while (at < close)
        {
            if (text.Matches.TryGet(at, WordClass.Agency, out LexiconMatch agency))
            {
                isKnown |= agencies.Count == 0;
                agencies.Add(agency.Value);
                at += agency.Length;
                continue;
            }
            int end = at;
            while (end < close && !(text[end].Mark is '/' or ',' or ';' or '&' || text.Is(end, WordClass.Conjunction)))
                end++;
            if (end > at && text[at].Kind == TokenKind.Word && end - at <= 4 && (text[at].IsCapital || agencies.Count > 0))
                agencies.Add(text.Slice(at, end));
            else if (end > at)
                return false;
            at = Math.Max(end, at + 1);
        }
        return agencies.Count > 0;
    }
}

using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Captions;

/// <summary>Takes a picture's credit apart: photographers, agencies, pool, file, handout.</summary>
internal static class CreditReader
{
    /// <summary>Reads a credit.</summary>
    public static Credit Read(StoryText text, int first, int end)
    {
        List<string> photographers = [], agencies = [];
        CreditRole role = CreditRole.None;
        int start = first;
        for (int i = first; i <= end; i++)
        {
            bool isEnd = i == end || text[i].Mark is '/' or ',' or ';' or '|' or ':' or '–' or '(' or ')' or '.' or '©'
                || text[i].Kind == TokenKind.LineEnd;
            int skip = 0;
            if (!isEnd && text.Matches.TryGet(i, WordClass.Agency, out LexiconMatch agency))
            {
                Flush(text, start, i, photographers, agencies);
                if (!agencies.Contains(agency.Value))
                    agencies.Add(agency.Value);
                skip = agency.Length;
            }
            else if (!isEnd && text.Matches.TryGet(i, WordClass.CreditWord, out LexiconMatch word))
            {
                Flush(text, start, i, photographers, agencies, isBeforeVia: word.Value == "via");
                skip = word.Length;
                role = (role, word.Value) switch
                {
                    (CreditRole.None, "pool") => CreditRole.Pool,
                    (_, "file") => CreditRole.File,
                    (CreditRole.None, "handout") => CreditRole.Handout,
                    _ => role,
                };
            }
            else if (isEnd)
            {
                Flush(text, start, i, photographers, agencies);
                skip = 1;
            }
            if (skip > 0)
            {
                i += skip - 1;
                start = i + 1;
            }
        }
        return new() { Photographers = photographers, Agencies = agencies, Role = role, Raw = text.Slice(first, end) };
    }

    /// <summary>What stands between: a person's name, or an office that lent the picture.</summary>
    private static void Flush(StoryText text, int first, int end, List<string> photographers, List<string> agencies,
        bool isBeforeVia = false)
    {
        while (first < end && text[first].Kind != TokenKind.Word)
            first++;
        while (end > first && text[end - 1].Kind != TokenKind.Word)
            end--;
        // And between two photographers.
        for (int i = first + 1; i < end - 1; i++)
        {
            if (!text.Is(i, WordClass.Conjunction))
                continue;
            Flush(text, first, i, photographers, agencies);
            Flush(text, i + 1, end, photographers, agencies);
            return;
        }
        if (end <= first || !text[first].IsCapital)
            return;
        bool isOffice = false;
        for (int i = first; i < end; i++)
            isOffice |= text.Is(i, WordClass.OrganizationWord) || text.Is(i, WordClass.Organization) || text.Is(i, WordClass.Preposition)
                || text.Is(i, WordClass.Determiner);
        int words = end - first;
        // Jon Berg/Independent Ledger: who stands behind the photographer's slash is for whom the picture was taken.
        isOffice |= first > 0 && text.IsMark(first - 1, '/') && photographers.Count > 0;
        bool isPerson = !isOffice && words is >= 2 and <= 6 && (!text[first].IsAllCapitals || words >= 2)
            && !(isBeforeVia && !text.Is(first, WordClass.FirstName) && text[first].IsAllCapitals);
        List<string> target = isPerson ? photographers : agencies;
        string name = text.Slice(first, end);
        if (!target.Contains(name))
            target.Add(name);
    }
}

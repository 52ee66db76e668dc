using System.Buffers;

namespace Skiplink.Metadata.Values;

/// <summary>What the first paragraph of a wire story begins with: <c>VLADIVOSTOK, Russia (Kyodo) --</c>, <c>BERLIN, May 5 (Reuters) -</c>, <c>Paris (AFP) –</c>.</summary>
/// <param name="Place">The place, as it stands there; null when there is none.</param>
/// <param name="Agencies">The agencies, by their usual names.</param>
/// <param name="Raw">The whole, as it stands there.</param>
internal sealed record Dateline(string? Place, IReadOnlyList<string> Agencies, string Raw)
{
    private const int MostCharacters = 120;
    private const int MostPlace = 60;
    private const int MostWords = 8;
    private const int MostAgency = 40;

    private static readonly SearchValues<char> NoPlace = SearchValues.Create(";:!?\"“”");

    /// <summary>Reads the dateline of a paragraph, or null.</summary>
    public static Dateline? Read(string paragraph)
    {
        ReadOnlySpan<char> start = paragraph.AsSpan(0, Math.Min(paragraph.Length, MostCharacters));
        int open = start.IndexOf('('), dash = IndexOfDash(start);
        if (open >= 0 && (dash < 0 || open < dash))
        {
            int close = start[open..].IndexOf(')');
            if (close < 0)
                return null;
            close += open;
            ReadOnlySpan<char> rest = start[(close + 1)..].TrimStart();
            List<string> agencies = AgencyNames.Of(start[(open + 1)..close].ToString());
            bool hasSign = rest.Length > 0 && rest[0] is '-' or '–' or '—' or '−' or ':' or '.';
            // An agency that is not known is told by a place in capitals before it and a dash behind it.
            bool isKnown = agencies.Count > 0;
            if ((!isKnown && !(hasSign && rest[0] is not (':' or '.'))) || !IsPlace(start[..open], isUpper: !isKnown, out string? place))
                return null;
            ReadOnlySpan<char> credit = start[(open + 1)..close].Trim();
            if (!isKnown)
            {
                if (credit.Length is < 2 or > MostAgency || !char.IsLetter(credit[0]) || credit.IndexOfAnyInRange('0', '9') >= 0 || credit.Count(' ') > 3)
                    return null;
                agencies.Add(credit.ToString());
            }
            return hasSign || place is not null ? new(place, agencies, paragraph[..(close + 1)]) : null;
        }
        // A place in capitals before a dash: LONDON — …
        return dash > 0 && IsPlace(start[..dash], isUpper: true, out string? named) && named is not null ? new(named, [], paragraph[..dash].TrimEnd()) : null;
    }

    private static int IndexOfDash(ReadOnlySpan<char> text)
    {
        int spaced = text.IndexOf(" - "), twice = text.IndexOf("--"), wide = text.IndexOfAny('–', '—');
        int best = -1;
        foreach (int at in (ReadOnlySpan<int>)[spaced, twice, wide])
            best = at >= 0 && (best < 0 || at < best) ? at : best;
        return best;
    }

    /// <summary>Whether a text is a place, with or without a day behind it; an empty one is none, and is no mistake.</summary>
    private static bool IsPlace(ReadOnlySpan<char> text, bool isUpper, out string? place)
    {
        place = null;
        text = text.Trim();
        if (text.IsEmpty)
            return !isUpper;
        text = WithoutDay(text).Trim(" ,");
        if (text.IsEmpty || text.Length > MostPlace || !char.IsLetter(text[0]) || char.IsLower(text[0]) || text.ContainsAny(NoPlace))
            return false;
        int words = 1;
        foreach (char c in text)
            words += c == ' ' ? 1 : 0;
        if (words > MostWords)
            return false;
        if (isUpper)
        {
            // The town stands in capitals; what follows its comma need not.
            int comma = text.IndexOf(',');
            ReadOnlySpan<char> town = comma < 0 ? text : text[..comma];
            int letters = 0;
            foreach (char c in town)
            {
                if (char.IsLower(c))
                    return false;
                letters += char.IsUpper(c) ? 1 : 0;
            }
            if (letters < 3)
                return false;
        }
        place = text.ToString();
        return true;
    }

    /// <summary>The text without a day and month at its end: <c>BERLIN, May 5</c>, <c>Paris, 5 mai 2024</c>, <c>MADRID, 3 Abr.</c></summary>
    private static ReadOnlySpan<char> WithoutDay(ReadOnlySpan<char> text)
    {
        int comma = text.LastIndexOf(',');
        if (comma < 0)
            return text;
        ReadOnlySpan<char> last = text[(comma + 1)..].Trim();
        bool hasDigit = last.IndexOfAnyInRange('0', '9') >= 0;
        if (!hasDigit)
            return text;
        ReadOnlySpan<char> before = text[..comma];
        // May 5, 2024: the day stands before another comma.
        return last.Length == 4 && before.LastIndexOf(',') is > 0 and int earlier && before[earlier..].IndexOfAnyInRange('0', '9') >= 0 ? before[..earlier] : before;
    }
}

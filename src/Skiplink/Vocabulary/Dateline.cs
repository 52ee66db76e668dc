using System.Buffers;
using Skiplink.Text;

namespace Skiplink.Vocabulary;

/// <summary>
/// What the first paragraph of a wire story begins with: <c>VLADIVOSTOK, Russia (Kyodo) --</c>, <c>BERLIN, May 5 (Reuters) -</c>, <c>Paris
/// (AFP) –</c>.
/// </summary>
internal sealed class Dateline
{
    private const int MostCharacters = 120;
    private const int MostPlace = 60;
    private const int MostWords = 8;
    private const int MostAgency = 40;

    private static readonly SearchValues<char> NoPlace = SearchValues.Create(";:!?\"“”");

    private readonly List<string> _known = [];

    /// <summary>The place, as it stands there; empty when there is none.</summary>
    public ReadOnlyMemory<char> Place { get; private set; }

    /// <summary>The agencies, by their usual names.</summary>
    public List<ReadOnlyMemory<char>> Agencies { get; } = [];

    /// <summary>The whole, as it stands there.</summary>
    public ReadOnlyMemory<char> Raw { get; private set; }

    /// <summary>Reads the dateline of a paragraph; nothing when there is none.</summary>
    public void Read(ReadOnlyMemory<char> paragraph)
    {
        (Place, Raw) = (default, default);
        Agencies.Clear();
        ReadOnlyMemory<char> start = paragraph[..Math.Min(paragraph.Length, MostCharacters)];
        int open = start.Span.IndexOf('('), dash = IndexOfDash(start.Span);
        if (open >= 0 && (dash < 0 || open < dash))
            ReadCredit(start, open);
        // A place in capitals before a dash: LONDON — …
        else if (dash > 0 && IsPlace(start[..dash], isUpper: true, out ReadOnlyMemory<char> named) && !named.IsEmpty)
            (Place, Raw) = (named, start[..dash].TrimEnd());
    }

    private void ReadCredit(ReadOnlyMemory<char> start, int open)
    {
        int close = start.Span[open..].IndexOf(')');
        if (close < 0)
            return;
        close += open;
        ReadOnlySpan<char> rest = start.Span[(close + 1)..].TrimStart();
        _known.Clear();
        AgencyNames.AddAll(start.Span[(open + 1)..close], _known);
        bool hasSign = rest.Length > 0 && rest[0] is '-' or '–' or '—' or '−' or ':' or '.';
        // An agency that is not known is told by a place in capitals before it and a dash behind it.
        bool isKnown = _known.Count > 0;
        if ((!isKnown && !(hasSign && rest[0] is not (':' or '.')))
            || !IsPlace(start[..open], isUpper: !isKnown, out ReadOnlyMemory<char> place))
            return;
        ReadOnlyMemory<char> credit = start[(open + 1)..close].Trim();
        if ((!isKnown && !IsName(credit.Span)) || (!hasSign && place.IsEmpty))
            return;
        (Place, Raw) = (place, start[..(close + 1)]);
        if (!isKnown)
            Agencies.Add(credit);
        foreach (string agency in _known)
            Agencies.Add(agency.AsMemory());
    }

    private static bool IsName(ReadOnlySpan<char> credit) =>
        credit.Length is >= 2 and <= MostAgency && char.IsLetter(credit[0]) && credit.IndexOfAnyInRange('0', '9') < 0
            && credit.Count(' ') <= 3;

    private static int IndexOfDash(ReadOnlySpan<char> text)
    {
        int spaced = text.IndexOf(" - "), twice = text.IndexOf("--"), wide = text.IndexOfAny('–', '—');
        int best = -1;
        foreach (int at in (ReadOnlySpan<int>)[spaced, twice, wide])
            best = at >= 0 && (best < 0 || at < best) ? at : best;
        return best;
    }

    /// <summary>Whether a text is a place, with or without a day behind it; an empty one is none, and is no mistake.</summary>
    private static bool IsPlace(ReadOnlyMemory<char> whole, bool isUpper, out ReadOnlyMemory<char> place)
    {
        place = default;
        whole = whole.Trim();
        if (whole.IsEmpty)
            return !isUpper;
        whole = whole[..WithoutDay(whole.Span).Length].TrimAny(" ,");
        ReadOnlySpan<char> text = whole.Span;
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
        place = whole;
        return true;
    }

    /// <summary>
    /// The text without a day and month at its end: <c>BERLIN, May 5</c>, <c>Paris, 5 mai 2024</c>, <c>MADRID, 3 Abr.</c>
    /// </summary>
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
        return last.Length == 4 && before.LastIndexOf(',') is > 0 and int earlier && before[earlier..].IndexOfAnyInRange('0', '9') >= 0
            ? before[..earlier] : before;
    }
}

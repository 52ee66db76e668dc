using System.Globalization;
using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;

namespace Skiplink.Stories.Datelines;

/// <summary>
/// Reads <c>CITY, Region, Month D (Agency) —</c> at the start of a line. Every part but the place and the dash may be absent; a place alone
/// must be one that is known, so that warnings,
/// headings and companies in capitals are none.
/// </summary>
internal sealed class DatelineReader(StoryText text, DateOnly? published)
{
    /// <summary>A dateline stands in one of the first lines, behind a caption or a byline.</summary>
    private const int MostLines = 6;
    private const int MostParts = 5;

    /// <summary>The token behind the dateline that was read.</summary>
    public int End { get; private set; }

    /// <summary>The dateline's day.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The first dateline of the first lines; null when there is none.</summary>
    public Dateline? Read(Func<int, bool> isSkipped)
    {
        int line = 0;
        for (int i = 0; i < text.Count && line < MostLines; line++)
        {
            if (!isSkipped(i) && ReadAt(i) is { } dateline)
                return dateline;
            while (i < text.Count && text[i].Kind != TokenKind.LineEnd)
                i++;
            i++;
        }
        return null;
    }

    private Dateline? ReadAt(int first)
    {
        int at = first;
        bool isBracketed = text.IsMark(at, '(') || text.IsMark(at, '[');
        if (isBracketed)
            at++;
        int placeStart = at;
        List<string> parts = [];
        bool isKnown = false, isCapitals = false;
        int placeEnd = at;
        DateOnly? day = null;
        bool hasDate = false;
        while (parts.Count < MostParts && at < text.Count)
        {
            if (TryDate(at, out int dateEnd, out DateOnly? found))
            {
                (hasDate, day, at) = (true, found, dateEnd);
                break;
            }
            // MELBOURNE, AAP -
            if (parts.Count > 0 && text.Matches.TryGet(at, WordClass.Agency, out LexiconMatch sender) && EndsDateline(at + sender.Length))
                break;
            int end = PlaceEnd(at, isFirst: parts.Count == 0);
            if (end == at)
                break;
            if (parts.Count == 0)
            {
                if (text.Is(at, WordClass.NoDateline))
                    return null;
                isCapitals = IsCapitals(at, end);
                isKnown = IsKnownPlace(at, end);
            }
            parts.Add(InOrdinaryLetters(at, end));
            placeEnd = at = end;
            // MONTPELLIER (France) (AFP)
            if (text.IsMark(at, '(') && IsBracketedPlace(at + 1, out int bracket))
            {
                parts.Add(InOrdinaryLetters(at + 1, bracket));
                placeEnd = at = bracket + 1;
            }
            if (!text.IsMark(at, ','))
                break;
            at++;
        }
        if (parts.Count == 0 && !hasDate)
            return null;
        if (text.IsMark(at, ',') && TryDate(at + 1, out int behindComma, out DateOnly? late))
            (hasDate, day, at) = (true, late, behindComma);
        else if (text.IsMark(at - 1, ',') && !hasDate && !text.Is(at, WordClass.Agency))
            at--;
        if (isBracketed && (text.IsMark(at, ')') || text.IsMark(at, ']')))
            at++;
        // KEMEROVO, February 20. /TASS/.
        int slash = text.IsMark(at, '.') ? at + 1 : at;
        bool isSlashed = text.IsMark(slash, '/') && text.Matches.TryGet(slash + 1, WordClass.Agency, out LexiconMatch slashed)
            && text.IsMark(slash + 1 + slashed.Length, '/');
        if (isSlashed)
            at = slash + 1;
        List<string> agencies = [];
        bool isAgencyKnown = true;
        int beforeAgency = at;
        if (text.IsMark(at, '(') && AgencyList.Read(text, at + 1, out int close, agencies, out isAgencyKnown) && (text.IsMark(close, ')')))
            at = close + 1;
        else if (text.Matches.TryGet(at, WordClass.Agency, out LexiconMatch bare) && (isSlashed || EndsDateline(at + bare.Length)))
            (agencies, at, isAgencyKnown) = ([bare.Value], at + bare.Length + (isSlashed ? 1 : 0), true);
        else
            (agencies, at) = ([], beforeAgency);
        // A date may stand behind the agency: OSLO (Reuters), April 24 -
        if (!hasDate && agencies.Count > 0 && TryDate(text.IsMark(at, ',') ? at + 1 : at, out int after, out DateOnly? last))
            (hasDate, day, at) = (true, last, after);
        bool hasMark = EndsDateline(at) || (agencies.Count > 0 && isAgencyKnown && text.IsMark(at, '.'));
        if (!hasMark && !(agencies.Count > 0 && isAgencyKnown && (isCapitals || hasDate)))
            return null;
        bool isSound = parts.Count == 0 ? agencies.Count > 0 && isAgencyKnown && hasDate
            : Stands(isKnown, isCapitals, agencies.Count > 0, isAgencyKnown, hasDate, isBracketed, at);
        int endToken = hasMark ? at + 1 : at;
        if (!isSound || endToken >= text.Count || text[endToken].Kind == TokenKind.LineEnd)
            return null;
        (End, Day) = (endToken, day);
        return new()
        {
            Place = parts.Count == 0 ? "" : text.Slice(placeStart, placeEnd),
            PlaceParts = parts,
            Date = day is { } known ? Timex.Iso(known) : null,
            Agencies = agencies,
            Span = text.Span(first, endToken),
            Rule = "dateline" + (agencies.Count > 0 ? "-agency" : "") + (hasDate ? "-date" : "") + (isKnown ? "-city" : ""),
            Confidence = agencies.Count > 0 && isAgencyKnown ? (isKnown || isCapitals ? 0.99 : 0.95) : hasDate ? 0.95
                : isCapitals && isKnown ? 0.95 : 0.8,
        };
    }

    /// <summary>
    /// Whether it is a dateline and not a heading: an agency, a date or a known city; a mark weaker than a dash and small letters ask for
    /// more.
    /// </summary>
    private bool Stands(bool isKnown, bool isCapitals, bool hasAgency, bool isAgencyKnown, bool hasDate, bool isBracketed, int mark)
    {
        if (hasAgency)
            return isAgencyKnown || ((isKnown || isCapitals) && text.IsMark(mark, '–')) || (isCapitals && hasDate);
        if (hasDate)
            return isKnown || isCapitals;
        if (!isKnown || mark + 1 >= text.Count)
            return false;
        if (isCapitals)
            return true;
        // Hamburg - Die Polizei: a city in small letters needs a dash and a sentence behind it.
        return (text.IsMark(mark, '–') || isBracketed) && text[mark + 1].IsCapital && text.Is(mark + 1, WordClass.Opener)
            && LineLength(mark) > 12;
    }

    private int LineLength(int at)
    {
        int count = 0;
        for (; at < text.Count && text[at].Kind != TokenKind.LineEnd && count < 100; at++)
            count++;
        return count;
    }

    private bool EndsDateline(int at) =>
        at < text.Count
        && (text[at].Mark is '–' or ':' or '|' || (text[at].Is('-') && (text[at].HasSpaceBefore || (at > 0 && text[at - 1].Is(')')))));

    /// <summary>Words with capitals, joined by hyphens, slashes, points and small words of names.</summary>
    private int PlaceEnd(int first, bool isFirst)
    {
        int at = first, words = 0;
        while (at < text.Count && words < 6)
        {
            ref readonly Token token = ref text[at];
            if (token.Kind == TokenKind.Word && token.IsCapital)
            {
                words++;
                at++;
            }
            else if (at > first
                && (token.Mark is '-' or '/' or '\'' || text.Is(at, WordClass.Particle) || (isFirst && text.Is(at, WordClass.Conjunction)))
                && at + 1 < text.Count && text[at + 1].IsCapital && !(token.Is('-') && token.HasSpaceBefore))
            {
                at++;
            }
            else
            {
                break;
            }
        }
        return at;
    }

    /// <summary>A country or region in brackets.</summary>
    private bool IsBracketedPlace(int first, out int close)
    {
        close = first;
        foreach (WordClass wordClass in (ReadOnlySpan<WordClass>)[WordClass.Country, WordClass.Region])
        {
            if (text.Matches.TryGet(first, wordClass, out LexiconMatch match) && text.IsMark(close = first + match.Length, ')'))
                return true;
        }
        return false;
    }

    private bool TryDate(int at, out int end, out DateOnly? day)
    {
        (end, day) = (at, null);
        if (at >= text.Count || !text.Language.Patterns.TryMatch(text, at, out TimePatternMatch match)
            || match.Meaning.Action is not "date")
            return false;
        end = at + match.Length;
        if (TimeResolver.Resolve(match.Meaning, match.Slots, new(published), Outlook.Unknown) is { Value.IsDay: true } time)
            day = time.Value.Start;
        return true;
    }

    private bool IsKnownPlace(int first, int end)
    {
        foreach (WordClass wordClass in (ReadOnlySpan<WordClass>)[WordClass.City, WordClass.Country, WordClass.Region])
        {
            if (text.Matches.TryGet(first, wordClass, out LexiconMatch match)
                && (first + match.Length == end || text[first + match.Length].Mark is '/'
                || text.Is(first + match.Length, WordClass.Conjunction)))
                return true;
        }
        return false;
    }

    private bool IsCapitals(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text[i].Kind == TokenKind.Word && !text[i].IsAllCapitals && !text[i].IsAbbreviation && !text.Is(i, WordClass.Particle)
                && text[i].End - text[i].Start > 1)
                return false;
        }
        return true;
    }

    /// <summary>VLADIVOSTOK as Vladivostok; what has small letters stays as it is, and so do abbreviations.</summary>
    private string InOrdinaryLetters(int first, int end)
    {
        string place = text.Slice(first, end);
        return IsCapitals(first, end) && place.Length > 3 && !text[first].IsAbbreviation
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant()) : place;
    }
}

namespace Skiplink.Vocabulary;

/// <summary>What whoever reads datelines knows of places and words.</summary>
internal interface IPlaceNames
{
    /// <summary>Whether a text is the name of a town, country or region.</summary>
    bool IsKnown(ReadOnlySpan<char> place);

    /// <summary>Whether a word often opens a sentence: an article, a pronoun.</summary>
    bool OpensSentence(ReadOnlySpan<char> word);
}

/// <summary>
/// Reads what the first paragraph of a wire story begins with: <c>CITY, Region, Month D (Agency) —</c>. Every part but the place may be
/// absent; a
/// place alone must be one that is known, so that warnings, headings and companies in capitals are none.
/// </summary>
/// <param name="places">What is known of places.</param>
internal sealed class DatelineParser(IPlaceNames places)
{
    private const int MaxCharacters = 160;
    private const int MaxParts = 5;
    private const int MaxPlaceWords = 6;
    private const int MaxAgencyCharacters = 40;

    /// <summary>A city in small letters is a dateline's only before a paragraph.</summary>
    private const int MinParagraphTokens = 12;

    private readonly List<DateToken> _tokens = [];
    private readonly List<Range> _parts = [];
    private readonly List<string> _agencies = [];
    private readonly List<string> _desks = [];

    /// <summary>The parts of the place, the smallest first, as ranges of the line.</summary>
    public IReadOnlyList<Range> Parts => _parts;

    /// <summary>The place with all its parts; empty when the dateline names none.</summary>
    public Range Place { get; private set; }

    /// <summary>The agencies by their usual names, or as they are printed.</summary>
    public IReadOnlyList<string> Agencies => _agencies;

    /// <summary>Desks that stand beside their agency, as they are printed: <c>lno</c> in <c>(dpa/lno)</c>.</summary>
    public IReadOnlyList<string> Desks => _desks;

    /// <summary>Whether the agencies are on the list.</summary>
    public bool IsAgencyKnown { get; private set; }

    /// <summary>Whether the dateline has a day.</summary>
    public bool HasDate => Month > 0;

    /// <summary>The year; 0 when none is named.</summary>
    public int Year { get; private set; }

    /// <summary>The month; 0 when there is no day.</summary>
    public int Month { get; private set; }

    /// <summary>The day of the month; 0 when there is none.</summary>
    public int Day { get; private set; }

    /// <summary>Whether the place is known by name.</summary>
    public bool IsPlaceKnown { get; private set; }

    /// <summary>Whether the town stands in capitals.</summary>
    public bool IsCapitals { get; private set; }

    /// <summary>Where the dateline ends, without the dash or colon behind it.</summary>
    public int EndBeforeMark { get; private set; }

    /// <summary>Where the dateline ends, with the dash or colon behind it.</summary>
    public int End { get; private set; }

    /// <summary>Reads the dateline that a line begins with; false when there is none.</summary>
    public bool TryRead(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> text = line[..Math.Min(line.Length, MaxCharacters)];
        _parts.Clear();
        _agencies.Clear();
        _desks.Clear();
        (Place, Year, Month, Day, IsPlaceKnown, IsCapitals, IsAgencyKnown) = (default, 0, 0, 0, false, false, false);
        DateToken.Read(text, _tokens);
        // (Reuters) - Ministers: a bracket without a place.
        int at = IsSymbol(0, '(') ? ReadAgencies(text, 0) : 0;
        bool isBracketed = at == 0 && (IsSymbol(0, '(') || IsSymbol(0, '['));
        if (at == 0 || !IsAgencyKnown)
        {
            _agencies.Clear();
            at = ReadPlace(text, isBracketed ? 1 : 0);
            if (at < 0)
                return false;
            if (isBracketed && (IsSymbol(at, ')') || IsSymbol(at, ']')))
                at++;
            at = ReadAgencies(text, at);
        }
        // A date may stand behind the agency: OSLO (Reuters), April 24 -
        if (!HasDate && _agencies.Count > 0)
            at = ReadDate(text, IsSymbol(at, ',') && IsDate(text, at + 1) ? at + 1 : at);
        return Ends(text, at, isBracketed);
    }

    /// <summary>The place and the day behind it; the token behind them, or -1 when a word of headings stands there.</summary>
    private int ReadPlace(ReadOnlySpan<char> text, int first)
    {
        int at = first;
        while (_parts.Count < MaxParts && at < _tokens.Count)
        {
            int behindDate = ReadDate(text, at);
            if (behindDate > at)
                return behindDate;
            // MELBOURNE, AAP -
            if (_parts.Count > 0 && AgencyAt(text, at, out _) is > 0 and int sender && IsMark(at + sender, out _))
                return at;
            int end = PlaceEnd(text, at);
            if (end == at)
                break;
            Range part = _tokens[at].Start.._tokens[end - 1].End;
            if (_parts.Count == 0)
            {
                if (CreditWords.IsNotice(text[part]))
                    return -1;
                IsCapitals = AreCapitals(text[part]);
                IsPlaceKnown = places.IsKnown(text[part]);
            }
            _parts.Add(part);
            at = end;
            // MONTPELLIER (France) (AFP)
            if (IsSymbol(at, '(') && PlaceEnd(text, at + 1) is var close && close > at + 1 && IsSymbol(close, ')')
                && IsSymbol(close + 1, '('))
            {
                _parts.Add(_tokens[at + 1].Start.._tokens[close - 1].End);
                at = close + 1;
            }
            Place = _parts[0].Start.._tokens[at - 1].End;
            if (!IsSymbol(at, ','))
                break;
            at++;
        }
        int late = ReadDate(text, IsSymbol(at, ',') ? at + 1 : at);
        if (HasDate)
            return late;
        return at > first && IsSymbol(at - 1, ',') && AgencyAt(text, at, out _) == 0 ? at - 1 : at;
    }

    private int ReadAgencies(ReadOnlySpan<char> text, int at)
    {
        // KEMEROVO, February 20. /TASS/.
        int slash = IsSymbol(at, '.') ? at + 1 : at;
        bool isSlashed = IsSymbol(slash, '/') && AgencyAt(text, slash + 1, out _) is > 0 and int inside
            && IsSymbol(slash + 1 + inside, '/');
        if (isSlashed)
            at = slash + 1;
        if (IsSymbol(at, '('))
        {
            int close = at + 1;
            while (close < _tokens.Count && !IsSymbol(close, ')'))
                close++;
            if (close == _tokens.Count || close == at + 1)
                return at;
            ReadBracket(text[_tokens[at + 1].Start.._tokens[close - 1].End]);
            return _agencies.Count > 0 ? close + 1 : at;
        }
        int length = AgencyAt(text, at, out string? name);
        if (length == 0 || !(isSlashed || IsMark(at + length, out _)))
            return at;
        (IsAgencyKnown, at) = (true, at + length + (isSlashed ? 1 : 0));
        _agencies.Add(name!);
        return at;
    }

    /// <summary>The agencies of a bracket; those that are on no list as they are printed.</summary>
    private void ReadBracket(ReadOnlySpan<char> credit)
    {
        AgencyNames.AddAll(credit, _agencies);
        IsAgencyKnown = _agencies.Count > 0;
        if (!IsAgencyKnown && (credit.Length > MaxAgencyCharacters || credit.ContainsAnyInRange('0', '9')))
            return;
        foreach (Range range in credit.SplitAny("/,;&"))
        {
            ReadOnlySpan<char> name = credit[range].Trim();
            if (IsAgencyKnown)
            {
                if (_agencies.Count > 0 && range.Start.Value > 0 && !name.IsEmpty && !name.Contains(' ')
                    && CreditWords.Agency(name) is null)
                    _desks.Add(name.ToString());
                continue;
            }
            if (name.Length < 2 || !char.IsLetter(name[0]) || (char.IsLower(name[0]) && _agencies.Count == 0) || name.Count(' ') > 3)
            {
                _agencies.Clear();
                return;
            }
            _agencies.Add(CreditWords.AnyAgency(name) ?? name.ToString());
        }
    }

    private bool Ends(ReadOnlySpan<char> text, int at, bool isBracketed)
    {
        bool hasAgency = _agencies.Count > 0, isKnownAgency = hasAgency && IsAgencyKnown;
        bool hasMark = IsMark(at, out int behind);
        bool isDash = hasMark && !IsSymbol(at, ':') && !IsSymbol(at, '|');
        if (!hasMark && isKnownAgency && IsSymbol(at, '.'))
            (hasMark, behind) = (true, at + 1);
        if (!hasMark)
            behind = at;
        if (behind == 0 || behind >= _tokens.Count)
            return false;
        bool opensBehind = _tokens[behind].Kind == DateTokenKind.Word && char.IsUpper(text[_tokens[behind].Start]);
        if (!hasMark && !(isKnownAgency && (IsCapitals || HasDate || (_parts.Count > 0 && opensBehind && IsSymbol(at - 1, ')')))))
            return false;
        bool isSound = _parts.Count == 0 ? isKnownAgency && (HasDate || IsSymbol(at - 1, ')'))
            : hasAgency ? isKnownAgency || ((IsPlaceKnown || IsCapitals) && isDash) || (IsCapitals && HasDate)
            : HasDate ? IsPlaceKnown || IsCapitals
            : IsPlaceKnown && (IsCapitals
                || ((isDash || isBracketed) && opensBehind && places.OpensSentence(Word(text, behind))
                    && _tokens.Count - at > MinParagraphTokens));
        (EndBeforeMark, End) = (_tokens[at - 1].End, _tokens[behind - 1].End);
        return isSound;
    }

    /// <summary>Whether a dash or colon stands at a token, and the token behind it. A hyphen counts behind a space or a bracket.</summary>
    private bool IsMark(int at, out int behind)
    {
        behind = at + 1;
        if (at >= _tokens.Count || at == 0 || _tokens[at].Kind != DateTokenKind.Symbol)
            return false;
        if ((char)_tokens[at].Value is '–' or '—' or '―' or '−' or ':' or '|')
            return true;
        if (!IsSymbol(at, '-'))
            return false;
        bool isTwice = false;
        while (IsSymbol(behind, '-') && _tokens[behind].Start == _tokens[behind - 1].End)
            (isTwice, behind) = (true, behind + 1);
        return isTwice || _tokens[at].Start > _tokens[at - 1].End || IsSymbol(at - 1, ')');
    }

    /// <summary>Words with capitals, joined by hyphens, slashes, points and small words.</summary>
    private int PlaceEnd(ReadOnlySpan<char> text, int first)
    {
        int at = first, words = 0;
        for (; at < _tokens.Count && words < MaxPlaceWords; at++)
        {
            DateToken token = _tokens[at];
            bool isGlued = at > first && token.Start == _tokens[at - 1].End;
            if (token.Kind == DateTokenKind.Word && !char.IsLower(text[token.Start]))
            {
                // OSLO April 24: the day is no part of the place.
                if (token.Value > 0 && at > first && IsDate(text, at))
                    break;
                words++;
                continue;
            }
            bool isCapitalNext = at > first && at + 1 < _tokens.Count && _tokens[at + 1].Kind == DateTokenKind.Word
                && char.IsUpper(text[_tokens[at + 1].Start]);
            bool isJoint = token.Kind switch
            {
                DateTokenKind.Word => token.Length <= 3 && isCapitalNext,
                DateTokenKind.Symbol when (char)token.Value is '-' or '/' or '\'' or '’' => isGlued && isCapitalNext,
                // St. Louis, Calif., D.C.
                DateTokenKind.Symbol when (char)token.Value == '.' => isGlued && _tokens[at - 1].Length <= 5
                    && (isCapitalNext || IsSymbol(at + 1, ',') || IsSymbol(at + 1, '(') || IsMark(at + 1, out _)),
                _ => false,
            };
            if (!isJoint)
                break;
        }
        return at;
    }

    /// <summary>How many tokens an agency's name has that begins at one; 0 for none.</summary>
    private int AgencyAt(ReadOnlySpan<char> text, int at, out string? name)
    {
        name = null;
        if (at >= _tokens.Count || _tokens[at].Kind != DateTokenKind.Word)
            return 0;
        for (int end = Math.Min(_tokens.Count, at + 6); end > at; end--)
        {
            if (_tokens[end - 1].End - _tokens[at].Start <= MaxAgencyCharacters
                && (name = CreditWords.AgencyAsWritten(text[_tokens[at].Start.._tokens[end - 1].End])) is not null)
                return end - at;
        }
        return 0;
    }

    private bool IsDate(ReadOnlySpan<char> text, int at) => DateEnd(text, at, out _, out _, out _) > at;

    /// <summary>Reads a day at a token and gives the token behind it; the same token when there is none.</summary>
    private int ReadDate(ReadOnlySpan<char> text, int at)
    {
        int end = DateEnd(text, at, out int year, out int month, out int day);
        if (end > at)
            (Year, Month, Day) = (year, month, day);
        return end;
    }

    private int DateEnd(ReadOnlySpan<char> text, int at, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        int next = at;
        if (next < _tokens.Count && WeekdayNames.Find(Word(text, next)) > 0)
        {
            next++;
            if (IsSymbol(next, '.') || IsSymbol(next, ','))
                next++;
        }
        bool isMonthFirst = IsMonth(next);
        if (isMonthFirst)
            month = _tokens[next++].Value;
        else if (IsDay(next))
            day = _tokens[next++].Value;
        else
            return at;
        if (IsSymbol(next, '.'))
            next++;
        if (Word(text, next) is "de" or "of")
            next++;
        if (isMonthFirst && IsDay(next))
            day = _tokens[next++].Value;
        else if (!isMonthFirst && IsMonth(next))
            month = _tokens[next++].Value;
        else
            return at;
        if (!isMonthFirst && IsSymbol(next, '.') && !IsMark(next + 1, out _) && !IsSymbol(next + 1, '/'))
            next++;
        int behind = IsSymbol(next, ',') || Word(text, next) is "de" ? next + 1 : next;
        if (behind < _tokens.Count && _tokens[behind].IsNumber(4, 4))
            (year, next) = (_tokens[behind].Value, behind + 1);
        return next;
    }

    private bool IsMonth(int at) => at < _tokens.Count && _tokens[at].Kind == DateTokenKind.Word && _tokens[at].Value > 0;

    private bool IsDay(int at) => at < _tokens.Count && _tokens[at].IsNumber(1, 2) && _tokens[at].Value is >= 1 and <= 31;

    private bool IsSymbol(int at, char symbol) => (uint)at < (uint)_tokens.Count && _tokens[at].IsSymbol(symbol);

    private ReadOnlySpan<char> Word(ReadOnlySpan<char> text, int at) =>
        (uint)at < (uint)_tokens.Count && _tokens[at].Kind == DateTokenKind.Word ? text[_tokens[at].Start.._tokens[at].End] : default;

    /// <summary>Whether a town stands in capitals: three letters at least, none of them small but in words of three letters.</summary>
    private static bool AreCapitals(ReadOnlySpan<char> place)
    {
        int letters = 0, small = 0;
        foreach (char c in place)
        {
            small = char.IsLower(c) ? small + 1 : 0;
            if (small > 3)
                return false;
            letters += char.IsUpper(c) ? 1 : 0;
        }
        int lower = 0;
        foreach (Range word in place.Split(' '))
            lower += place[word].Length > 3 && place[word].ContainsAnyInRange('a', 'z') ? 1 : 0;
        return letters >= 3 && lower == 0;
    }
}

using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>
/// An offset from UTC as written after a time: <c>GMT</c>, <c>CEST</c>, <c>UTC+2</c>, <c>+0530</c>. Ambiguous names (IST, CST, ET) are
/// ignored.
/// </summary>
/// <param name="Sign"><c>Z</c> for UTC, <c>+</c> or <c>-</c>; NUL if none is given.</param>
/// <param name="Hours">Hours.</param>
/// <param name="Minutes">Minutes.</param>
internal readonly record struct UtcOffset(char Sign, byte Hours, byte Minutes)
{
    private static readonly UtcOffset Utc = new('Z', 0, 0);

    /// <summary>Reads an offset, which may be none, and moves past it.</summary>
    public static UtcOffset Read(ReadOnlySpan<char> text, List<DateToken> tokens, ref int at)
    {
        int next = at;
        if (next < tokens.Count && tokens[next].IsSymbol('('))
            next++;
        if (next < tokens.Count && tokens[next].Kind == DateTokenKind.Word)
        {
            ReadOnlySpan<char> word = text[tokens[next].Start..tokens[next].End];
            if (ClockWords.IsBehindPointed(word) && next + 1 < tokens.Count)
            {
                next++;
                word = tokens[next].Kind == DateTokenKind.Word ? text[tokens[next].Start..tokens[next].End] : default;
            }
            UtcOffset offset = Named(word);
            if (offset.Sign == '\0')
                return offset;
            next++;
            UtcOffset number = offset.Sign == 'Z' ? Number(tokens, ref next) : default;
            at = next;
            return number.Sign != '\0' ? number : offset;
        }
        UtcOffset numeric = Number(tokens, ref next);
        if (numeric.Sign != '\0')
            at = next;
        return numeric;
    }

    private static UtcOffset Named(ReadOnlySpan<char> word) => ClockWords.ZoneMinutes(word) switch
    {
        null => default,
        0 => Utc,
        int minutes => new(minutes > 0 ? '+' : '-', (byte)(Math.Abs(minutes) / 60), (byte)(Math.Abs(minutes) % 60)),
    };

    private static UtcOffset Number(List<DateToken> tokens, ref int at)
    {
        if (at + 1 >= tokens.Count || tokens[at].Kind != DateTokenKind.Symbol || tokens[at].Value is not ('+' or '-' or '\u2212')
            || tokens[at + 1].Start != tokens[at].End || tokens[at + 1].Kind != DateTokenKind.Number)
            return default;
        DateToken number = tokens[at + 1];
        char sign = tokens[at].Value == '+' ? '+' : '-';
        int hours = number.Length == 4 ? number.Value / 100 : number.Value, minutes = number.Length == 4 ? number.Value % 100
            : 0, next = at + 2;
        if (number.Length is 3 or > 4 || hours > 14 || minutes > 59)
            return default;
        if (number.Length <= 2 && next + 1 < tokens.Count && tokens[next].IsSymbol(':') && tokens[next + 1].IsNumber(2, 2)
            && tokens[next + 1].Value < 60)
        {
            minutes = tokens[next + 1].Value;
            next += 2;
        }
        at = next;
        return hours == 0 && minutes == 0 ? Utc : new(sign, (byte)hours, (byte)minutes);
    }
}

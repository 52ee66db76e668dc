using System.Globalization;

namespace Skiplink.Metadata.Values;

/// <summary>Offsets from UTC as people write them behind a time: <c>GMT</c>, <c>CEST</c>, <c>UTC+2</c>, <c>+0530</c>. Names that mean several offsets (IST, CST, ET) say nothing.</summary>
internal static class UtcOffset
{
    /// <summary>The offset in ISO 8601, or empty; moves behind it.</summary>
    public static string Read(ReadOnlySpan<char> text, List<DateToken> tokens, ref int at)
    {
        int next = at;
        if (next < tokens.Count && tokens[next].IsSymbol('('))
            next++;
        if (next < tokens.Count && tokens[next].Kind == DateTokenKind.Word)
        {
            ReadOnlySpan<char> word = text[tokens[next].Start..tokens[next].End];
            if (word is "Uhr" or "uhr" && next + 1 < tokens.Count)
            {
                next++;
                word = tokens[next].Kind == DateTokenKind.Word ? text[tokens[next].Start..tokens[next].End] : default;
            }
            if (Named(word) is not { } offset)
                return "";
            next++;
            string number = offset == "Z" ? Number(tokens, ref next) : "";
            at = next;
            return number.Length > 0 ? number : offset;
        }
        string numeric = Number(tokens, ref next);
        if (numeric.Length > 0)
            at = next;
        return numeric;
    }

    private static string? Named(ReadOnlySpan<char> word) => word switch
    {
        "UTC" or "GMT" or "Z" => "Z",
        "WEST" or "BST" or "CET" or "MEZ" => "+01:00",
        "CEST" or "MESZ" or "EET" or "SAST" or "CAT" => "+02:00",
        "EEST" or "MSK" or "МСК" or "мск" or "EAT" or "TRT" => "+03:00",
        "PKT" => "+05:00",
        "WIB" => "+07:00",
        "HKT" or "SGT" or "MYT" or "PHT" or "AWST" => "+08:00",
        "JST" or "KST" => "+09:00",
        "AEST" => "+10:00",
        "AEDT" => "+11:00",
        "NZST" => "+12:00",
        "NZDT" => "+13:00",
        "BRT" or "ADT" => "-03:00",
        "EDT" => "-04:00",
        "EST" or "CDT" => "-05:00",
        "MDT" => "-06:00",
        "MST" or "PDT" => "-07:00",
        "PST" => "-08:00",
        _ => null,
    };

    private static string Number(List<DateToken> tokens, ref int at)
    {
        if (at + 1 >= tokens.Count || tokens[at].Kind != DateTokenKind.Symbol || tokens[at].Value is not ('+' or '-' or '\u2212') || tokens[at + 1].Start != tokens[at].End || tokens[at + 1].Kind != DateTokenKind.Number)
            return "";
        DateToken number = tokens[at + 1];
        char sign = tokens[at].Value == '+' ? '+' : '-';
        int hours = number.Length == 4 ? number.Value / 100 : number.Value, minutes = number.Length == 4 ? number.Value % 100 : 0, next = at + 2;
        if (number.Length is 3 or > 4 || hours > 14 || minutes > 59)
            return "";
        if (number.Length <= 2 && next + 1 < tokens.Count && tokens[next].IsSymbol(':') && tokens[next + 1].IsNumber(2, 2) && tokens[next + 1].Value < 60)
        {
            minutes = tokens[next + 1].Value;
            next += 2;
        }
        at = next;
        return hours == 0 && minutes == 0 ? "Z" : string.Create(CultureInfo.InvariantCulture, $"{sign}{hours:D2}:{minutes:D2}");
    }
}

namespace Skiplink.PageModel.Json;

/// <summary>The values of JSON that have no quotes: numbers, true, false, null.</summary>
internal static class JsonWord
{
    /// <summary>The length of the word that a text begins with; 0 when it is none.</summary>
    public static int LengthOf(ReadOnlySpan<byte> json, out JsonKind kind)
    {
        kind = JsonKind.Other;
        int length = json switch
        {
            [(byte)'t', (byte)'r', (byte)'u', (byte)'e', ..] or [(byte)'n', (byte)'u', (byte)'l', (byte)'l', ..] => 4,
            [(byte)'f', (byte)'a', (byte)'l', (byte)'s', (byte)'e', ..] => 5,
            _ => 0,
        };
        if (length == 0)
        {
            kind = JsonKind.Number;
            length = LengthOfNumber(json);
        }
        return length < json.Length
            && json[length] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') ? 0
            : length;
    }

    /// <summary>A sign, digits without a leading zero, a fraction, an exponent.</summary>
    private static int LengthOfNumber(ReadOnlySpan<byte> json)
    {
        int at = json is [(byte)'-', ..] ? 1 : 0, whole = Digits(json, at);
        if (whole == 0 || (whole > 1 && json[at] == '0'))
            return 0;
        at += whole;
        if (at < json.Length && json[at] == '.')
        {
            int fraction = Digits(json, at + 1);
            if (fraction == 0)
                return 0;
            at += 1 + fraction;
        }
        if (at >= json.Length || json[at] is not ((byte)'e' or (byte)'E'))
            return at;
        at += at + 1 < json.Length && json[at + 1] is (byte)'+' or (byte)'-' ? 2 : 1;
        int exponent = Digits(json, at);
        return exponent == 0 ? 0 : at + exponent;
    }

    private static int Digits(ReadOnlySpan<byte> json, int at)
    {
        int start = at;
        while (at < json.Length && char.IsAsciiDigit((char)json[at]))
            at++;
        return at - start;
    }
}

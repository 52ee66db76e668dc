namespace Skiplink.SavedText;

/// <summary>The marks that items of lists begin with in plain text.</summary>
internal static class ListMark
{
    /// <summary>Whether a line, trimmed, begins an item.</summary>
    public static bool Begins(string line) => LengthOf(line, out _) > 0;

    /// <summary>How many characters the mark and the space behind it have; 0 without one.</summary>
    /// <param name="line">The line, trimmed.</param>
    /// <param name="number">The item's number; 0 for a bullet.</param>
    public static int LengthOf(string line, out int number)
    {
        number = 0;
        if (line.Length < 3)
            return 0;
        if (line[0] is '•' or '◦' or '▪' or '‣' or '●' or '○' or '■' or '□' or '➢' or '►')
            return line[1] is ' ' or '\u00A0' ? 2 : 1;
        // A sign that is also used otherwise must stand before exactly one space: a dash opens speech, two of them a credit.
        if (line[0] is '*' or '+' or 'o' && line[1] == ' ' && line[2] != ' ')
            return line[0] == 'o' && !char.IsUpper(line[2]) ? 0 : 2;
        int digits = 0;
        while (digits < 3 && digits < line.Length && char.IsAsciiDigit(line[digits]))
            number = (number * 10) + (line[digits++] - '0');
        if (digits is > 0 and < 3 && line.Length > digits + 2 && line[digits] is '.' or ')' && line[digits + 1] == ' '
            && !char.IsAsciiDigit(line[digits + 2]))
            return digits + 2;
        number = 0;
        return 0;
    }
}

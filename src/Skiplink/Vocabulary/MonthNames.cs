namespace Skiplink.Vocabulary;

/// <summary>The names of the months in the languages of data/months.txt.</summary>
internal static class MonthNames
{
    private const int MaxLength = 16;

    private static readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Months =
        MonthData.Forms.ToDictionary(static f => f.Form, static f =>
            f.Month, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>For each first letter of ASCII a bit for each second one: most words begin as no month does, and need no look-up.</summary>
    private static readonly uint[] Beginnings = MakeBeginnings();

    private static bool MayBegin(char first, char second) =>
        !char.IsAscii(first) || !char.IsAscii(second)
            || (char.IsAsciiLetter(first) && char.IsAsciiLetter(second)
            && (Beginnings[(first | 0x20) - 'a'] & (1u << ((second | 0x20) - 'a'))) != 0);

    private static uint[] MakeBeginnings()
    {
        uint[] beginnings = new uint[26];
        foreach ((string form, _) in MonthData.Forms)
        {
            if (char.IsAsciiLetter(form[0]) && char.IsAsciiLetter(form[1]))
                beginnings[form[0] - 'a'] |= 1u << (form[1] - 'a');
        }
        return beginnings;
    }

    /// <summary>The month that a word means, 1 to 12, or 0.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > MaxLength || !MayBegin(word[0], word[1]))
            return 0;
        Span<char> lower = stackalloc char[MaxLength];
        int length = word.ToLowerInvariant(lower);
        return Months.TryGetValue(lower[..length], out byte month) ? month : 0;
    }
}

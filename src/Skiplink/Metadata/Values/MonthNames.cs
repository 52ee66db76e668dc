namespace Skiplink.Metadata.Values;

/// <summary>The names of the months in the languages of data/months.txt.</summary>
internal static class MonthNames
{
    private const int LongestForm = 16;

    private static readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Months =
        MonthData.Forms.ToDictionary(static f => f.Form, static f => f.Month, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month that a word means, 1 to 12, or 0.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > LongestForm)
            return 0;
        Span<char> lower = stackalloc char[LongestForm];
        int length = word.ToLowerInvariant(lower);
        return Months.TryGetValue(lower[..length], out byte month) ? month : 0;
    }
}

namespace Skiplink.Vocabulary;

/// <summary>The names of the weekdays in the languages of data/weekdays.txt.</summary>
internal static class WeekdayNames
{
    private const int MaxLength = 16;

    private static readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Days =
        WeekdayData.Forms.ToDictionary(static f => f.Form, static f =>
            f.Day, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The weekday that a word means, 1 for Monday to 7 for Sunday, or 0.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > MaxLength)
            return 0;
        Span<char> lower = stackalloc char[MaxLength];
        int length = word.ToLowerInvariant(lower);
        return Days.TryGetValue(lower[..length], out byte day) ? day : 0;
    }

    /// <summary>
    /// The one weekday that a paragraph names as the day it tells of (<c>on Thursday</c>), 1 for Monday to 7 for Sunday, and the words;
    /// null when
    /// it names none or several.
    /// </summary>
    public static (int Day, string Phrase)? OnlyInSentence(ReadOnlySpan<char> paragraph)
    {
        (int Day, string Phrase)? found = null;
        foreach ((string phrase, byte day) in WeekdayData.InSentence)
        {
            int at = paragraph.IndexOf(phrase, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && char.IsLetter(paragraph[at - 1])))
                continue;
            if (found is { } other && other.Day != day)
                return null;
            found = (day, phrase);
        }
        return found;
    }
}

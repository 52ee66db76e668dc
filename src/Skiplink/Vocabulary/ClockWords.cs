using System.Collections.Frozen;

namespace Skiplink.Vocabulary;

/// <summary>The words of the time of day beside a date, in the languages of data/clock.txt.</summary>
internal static class ClockWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HourWords = Set(ClockData.Hours);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BehindPointed = Set(ClockData.BehindPointed);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforePointed = Set(ClockData.BeforePointed);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Mornings = Set(ClockData.Mornings);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Afternoons = Set(ClockData.Afternoons);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MorningLeads = Set(ClockData.MorningLeads);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfternoonLeads = Set(ClockData.AfternoonLeads);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Joints = Set(ClockData.Joints);

    private static readonly FrozenDictionary<string, short?>.AlternateLookup<ReadOnlySpan<char>> Zones =
        ClockData.Zones.ToFrozenDictionary(static z => z.Name, static z => z.Minutes, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word stands between hours and minutes.</summary>
    public static bool IsHour(ReadOnlySpan<char> word) => HourWords.Contains(word);

    /// <summary>Whether a word stands behind a time whose hours and minutes are parted by a point.</summary>
    public static bool IsBehindPointed(ReadOnlySpan<char> word) => BehindPointed.Contains(word);

    /// <summary>Whether a word stands before a time whose hours and minutes are parted by a point.</summary>
    public static bool IsBeforePointed(ReadOnlySpan<char> word) => BeforePointed.Contains(word);

    /// <summary>Whether a word behind a time puts it before noon.</summary>
    public static bool IsMorning(ReadOnlySpan<char> word) => Mornings.Contains(word);

    /// <summary>Whether a word behind a time puts it after noon.</summary>
    public static bool IsAfternoon(ReadOnlySpan<char> word) => Afternoons.Contains(word);

    /// <summary>Whether a word before a time puts it before noon.</summary>
    public static bool IsMorningLead(ReadOnlySpan<char> word) => MorningLeads.Contains(word);

    /// <summary>Whether a word before a time puts it after noon.</summary>
    public static bool IsAfternoonLead(ReadOnlySpan<char> word) => AfternoonLeads.Contains(word);

    /// <summary>
    /// Whether a word belongs to a date beside it and says nothing of its own: a weekday, a zone, a half of the day, a joint.
    /// </summary>
    public static bool BelongsToDate(ReadOnlySpan<char> word) =>
        Joints.Contains(word) || Zones.ContainsKey(word) || Mornings.Contains(word) || Afternoons.Contains(word)
        || MorningLeads.Contains(word) || AfternoonLeads.Contains(word) || HourWords.Contains(word) || WeekdayNames.Find(word) > 0;

    /// <summary>The offset from UTC of a zone, in minutes; null for a word that names none, or one that means several.</summary>
    public static int? ZoneMinutes(ReadOnlySpan<char> name) => Zones.TryGetValue(name, out short? minutes) ? minutes : null;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

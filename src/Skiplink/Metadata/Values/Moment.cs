using System.Globalization;
using Skiplink.Text;

namespace Skiplink.Metadata.Values;

/// <summary>Compares dates in ISO 8601 of different precision.</summary>
internal static class Moment
{
    private const int DayLength = 10;

    /// <summary>In minutes.</summary>
    private const int MaxOffset = 14 * 60;

    /// <summary>Whether a date has a time, seconds and an offset other than UTC.</summary>
    public static bool IsWhole(ReadOnlySpan<char> date) => date.Length >= 25 && HasOffset(date) && !IsUtc(date);

    /// <summary>
    /// Whether one date equals another and is more exact: it has a time, seconds, or the publisher's own offset instead of UTC.
    /// </summary>
    public static bool IsSharper(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length < DayLength || other.Length < DayLength)
            return one.Length > other.Length && one.StartsWith(other);
        if (IsUtc(other))
            return HasOffset(one) && !IsUtc(one) && TryRead(one, out DateTimeOffset a) && TryRead(other, out DateTimeOffset b)
                && Math.Abs((a - b).TotalSeconds) < 60;
        if (!one[..DayLength].SequenceEqual(other[..DayLength]))
            return false;
        return Exactness(one) > Exactness(other)
            && (other.Length == DayLength || one[..Math.Min(16, one.Length)].SequenceEqual(other[..Math.Min(16, other.Length)]));
    }

    /// <summary>
    /// The local time of a moment in UTC, from the local day and time that the page shows; empty if they cannot be the same moment. If the
    /// page shows only a day, and another than in UTC, the day alone.
    /// </summary>
    public static ReadOnlyMemory<char> Local(ReadOnlyMemory<char> utc, ReadOnlyMemory<char> shown, int maxHours, TextArena texts)
    {
        if (!IsUtc(utc.Span) || shown.Length < DayLength || HasOffset(shown.Span) || !TryRead(utc.Span, out DateTimeOffset moment))
            return default;
        if (shown.Length >= 16)
        {
            if (!DateTime.TryParseExact(shown.Span[..16], "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out DateTime local))
                return default;
            TimeSpan offset = local - new DateTime(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, 0);
            // Few offsets are not whole hours: those of India and its neighbours.
            if (offset == TimeSpan.Zero || Math.Abs(offset.TotalHours) > maxHours
                || (offset.Minutes != 0 && !(offset.Hours is 3 or 4 or 5 or 6 or 9 && offset.Minutes is 30 or 45)))
                return default;
            DateTimeOffset there = moment.ToOffset(offset);
            UtcOffset own = new(offset < TimeSpan.Zero ? '-' : '+', (byte)Math.Abs(offset.Hours), (byte)Math.Abs(offset.Minutes));
            return DateText.Of(there.Year, there.Month, there.Day, new(there.Hour, there.Minute, utc.Length > 17 ? there.Second : -1, own),
                texts);
        }
        if (shown.Length != DayLength || !DateOnly.TryParseExact(shown.Span, "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out DateOnly day))
            return default;
        // The next day has begun somewhere after 10:00 UTC; the previous day has not ended everywhere before 12:00.
        int days = day.DayNumber - DateOnly.FromDateTime(moment.DateTime).DayNumber;
        return (days == 1 && moment.Hour >= 24 - maxHours) || (days == -1 && moment.Hour < 12) ? shown : default;
    }

    private static bool IsUtc(ReadOnlySpan<char> date) => date.EndsWith('Z') || date.EndsWith("+00:00");

    private static bool HasOffset(ReadOnlySpan<char> date) =>
        date.EndsWith('Z') || (date.Length > 16 && date[^6] is '+' or '-' && date[^3] == ':');

    private static int Exactness(ReadOnlySpan<char> date) =>
        date.Length <= DayLength ? 0 : (HasOffset(date) ? 2 : 0) + (date.Length >= 19 && date[16] == ':' ? 2 : 1);

    /// <summary>
    /// Reads a moment with an offset, as <see cref="DateText"/> writes it; false when the offset is of no place on earth.
    /// </summary>
    private static bool TryRead(ReadOnlySpan<char> date, out DateTimeOffset moment)
    {
        int offset = date[^1] == 'Z' ? 0 : ((Two(date, date.Length - 5) * 60) + Two(date, date.Length - 2)) * (date[^6] == '-' ? -1 : 1);
        moment = default;
        if (Math.Abs(offset) > MaxOffset)
            return false;
        int second = date[16] == ':' ? Two(date, 17) : 0;
        moment = new((Two(date, 0) * 100) + Two(date, 2), Two(date, 5), Two(date, 8), Two(date, 11), Two(date, 14), second,
            TimeSpan.FromMinutes(offset));
        return true;
    }

    private static int Two(ReadOnlySpan<char> text, int at) => ((text[at] - '0') * 10) + (text[at + 1] - '0');
}

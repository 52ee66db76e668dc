using Skiplink.Text;

namespace Skiplink.Metadata.Values;

/// <summary>Writes dates in ISO 8601.</summary>
internal static class DateText
{
    /// <summary>The length of <c>2024-05-12T08:30:00+02:00</c>.</summary>
    private const int MaxLength = 25;

    /// <summary>A day with a time.</summary>
    public static ReadOnlyMemory<char> Of(int year, int month, int day, ClockTime time, TextArena texts)
    {
        Span<char> text = texts.Reserve(MaxLength);
        int length = Day(text, year, month, day);
        text[length++] = 'T';
        length = Two(text, length, time.Hour);
        length = Two(text, length, ':', time.Minute);
        if (time.Second >= 0)
            length = Two(text, length, ':', time.Second);
        if (time.Offset.Sign != '\0')
            text[length++] = time.Offset.Sign;
        if (time.Offset.Sign is '+' or '-')
            length = Two(text, Two(text, length, time.Offset.Hours), ':', time.Offset.Minutes);
        return texts.Keep(length);
    }

    /// <summary>A day, or a month if the day is 0.</summary>
    public static ReadOnlyMemory<char> Of(int year, int month, int day, TextArena texts) =>
        texts.Keep(Day(texts.Reserve(MaxLength), year, month, day));

    private static int Day(Span<char> text, int year, int month, int day)
    {
        int length = Two(text, Two(text, 0, year / 100), year % 100);
        length = Two(text, length, '-', month);
        return day > 0 ? Two(text, length, '-', day) : length;
    }

    private static int Two(Span<char> text, int length, char sign, int number)
    {
        text[length] = sign;
        return Two(text, length + 1, number);
    }

    private static int Two(Span<char> text, int length, int number)
    {
        text[length] = (char)('0' + (number / 10));
        text[length + 1] = (char)('0' + (number % 10));
        return length + 2;
    }
}

using System.Globalization;

namespace Skiplink.Vocabulary;

/// <summary>The kind of a token.</summary>
internal enum DateTokenKind : byte
{
    /// <summary>Digits of any script.</summary>
    Number,

    /// <summary>A run of letters.</summary>
    Word,

    /// <summary>One character that is neither, white space apart.</summary>
    Symbol,
}

/// <summary>A number, word or sign of a text that may hold dates.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Value">The number, at most 8 digits of it; for a word its month, 1 to 12, or 0; for a sign the character.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Start, int End, int Value)
{
    /// <summary>The maximum length of a text that is searched, in characters.</summary>
    public const int MaxLength = 600;

    public int Length => End - Start;

    /// <summary>Whether it is a number of so many digits.</summary>
    public bool IsNumber(int least, int most) => Kind == DateTokenKind.Number && Length >= least && Length <= most;

    public bool IsSymbol(char c) => Kind == DateTokenKind.Symbol && Value == c;

    /// <summary>Splits a text into tokens.</summary>
    public static void Read(ReadOnlySpan<char> text, List<DateToken> tokens)
    {
        tokens.Clear();
        for (int i = 0; i < Math.Min(text.Length, MaxLength);)
        {
            int start = i;
            if (DigitOf(text[i]) >= 0)
            {
                int number = 0;
                for (; i < text.Length && DigitOf(text[i]) is >= 0 and int digit; i++)
                    number = i - start < 8 ? (number * 10) + digit : number;
                tokens.Add(new(DateTokenKind.Number, start, i, number));
            }
            else if (IsWordPart(text[i]))
            {
                while (i < text.Length && IsWordPart(text[i]) && DigitOf(text[i]) < 0)
                    i++;
                tokens.Add(new(DateTokenKind.Word, start, i, MonthOf(text, start, ref i)));
            }
            else
            {
                if (!char.IsWhiteSpace(text[i]))
                    tokens.Add(new(DateTokenKind.Symbol, start, i + 1, text[i]));
                i++;
            }
        }
    }

    // Some months have names of two words: the Levant's كانون الثاني.
    private static int MonthOf(ReadOnlySpan<char> text, int start, ref int end)
    {
        int month = MonthNames.Find(text[start..end]);
        if (month == 0 && text[start] is >= '\u0600' and <= '\u06FF' && end + 1 < text.Length && text[end] == ' ')
        {
            int next = end + 1;
            while (next < text.Length && IsWordPart(text[next]) && DigitOf(text[next]) < 0)
                next++;
            month = MonthNames.Find(text[start..next]);
            if (month > 0)
                end = next;
        }
        return month;
    }

    private static bool IsWordPart(char c) =>
        char.IsLetter(c) || (c > 0x300 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark);

    private static int DigitOf(char c) => c < 0x80 ? (char.IsAsciiDigit(c) ? c - '0' : -1) : CharUnicodeInfo.GetDecimalDigitValue(c);
}

using System.Text;

namespace Skiplink.Fetching.Sniffing;

/// <summary>Tells UTF-16 and UTF-32 by where their zero bytes stand; pages hold enough ASCII for that, in any language.</summary>
internal static class UnmarkedEncoding
{
    /// <summary>Fewer bytes show nothing.</summary>
    private const int MinBytes = 16;

    /// <summary>Whether it is UTF-32, with or without a byte order mark. To be asked before UTF-16, whose mark begins alike.</summary>
    public static bool IsUtf32(ReadOnlySpan<byte> head)
    {
        if (head.Length < MinBytes)
            return false;
        bool hasMark = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]);
        return hasMark || HasZeros(head, 4, [false, true, true, true]) || HasZeros(head, 4, [true, true, true, false]);
    }

    /// <summary><c>UTF-16LE</c> or <c>UTF-16BE</c> by the byte order mark or by the zero bytes; null when it is neither.</summary>
    public static string? Utf16(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return "UTF-16LE";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return "UTF-16BE";
        if (head.Length < MinBytes)
            return null;
        return IsUtf16(head, zeroAt: 1) ? "UTF-16LE" : IsUtf16(head, zeroAt: 0) ? "UTF-16BE" : null;
    }

    /// <summary>Whether a fifth of all units have a zero as their high byte, as ASCII has, and hardly any as their low byte.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> head, int zeroAt)
    {
        int units = head.Length / 2, high = 0, low = 0;
        for (int i = 0; i < units; i++)
        {
            high += head[(2 * i) + zeroAt] == 0 ? 1 : 0;
            low += head[(2 * i) + 1 - zeroAt] == 0 ? 1 : 0;
        }
        if (high * 5 < units || low * 100 > units)
            return false;
        // Machine code and tables of numbers have zeros like that too, but are no sound text.
        string text = (zeroAt == 1 ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[..(units * 2)]);
        return !BinaryText.IsBinary(Encoding.UTF8.GetBytes(text)) && text.AsSpan().Count('\uFFFD') * 50 <= text.Length;
    }

    /// <summary>Whether the units of so many bytes have zeros where a pattern wants them, nine times in ten.</summary>
    private static bool HasZeros(ReadOnlySpan<byte> head, int unit, ReadOnlySpan<bool> isZero)
    {
        int units = head.Length / unit, fitting = 0;
        for (int i = 0; i < units; i++)
        {
            bool fits = true;
            for (int j = 0; j < unit; j++)
                fits &= head[(i * unit) + j] == 0 == isZero[j];
            fitting += fits ? 1 : 0;
        }
        return fitting * 10 >= units * 9;
    }
}

using System.Buffers;
using System.Text;

namespace Skiplink.Html.Encodings;

/// <summary>
/// How many characters beyond ASCII of a page are valid UTF-8 or were cut within UTF-8, and how many invalid sequences it has.
/// </summary>
internal readonly record struct Utf8Sequences(int Valid, int Invalid)
{
    /// <summary>How many invalid sequences are counted before the rest of the page is left unread.</summary>
    private const int MaxInvalid = 4096;

    /// <summary>The page is UTF-8 with a few faults, as where it was cut or put together from parts.</summary>
    public bool Prevail => Valid >= 4 && Valid > 4 * Invalid;

    /// <summary>The page has next to no UTF-8.</summary>
    public bool AreAbsent => Invalid > 2 * Valid;

    public static Utf8Sequences Count(ReadOnlySpan<byte> page)
    {
        int valid = 0, invalid = 0;
        while (invalid < MaxInvalid)
        {
            int next = page.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
                break;
            page = page[next..];
            // An invalid sequence of two or three bytes is the beginning of a character.
            if (Rune.DecodeFromUtf8(page, out _, out int consumed) == OperationStatus.Done || consumed > 1)
                valid++;
            else
                invalid++;
            page = page[consumed..];
        }
        return new(valid, invalid);
    }
}

using System.Buffers;

namespace Skiplink.Fetching.Sniffing;

/// <summary>Tells text from other bytes, whatever its encoding, by the control characters that text does not have.</summary>
internal static class BinaryText
{
    /// <summary>The "binary data bytes" of the MIME Sniffing standard: controls but white space and escape (ISO-2022-JP has it).</summary>
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0B, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1C, 0x1D,
        0x1E, 0x1F,
    ]);

    /// <summary>Whether more than one byte in so many is a control: chance alone gives one in ten, and pages have a few strays.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head, int tolerance = 50) => CountControls(head) * tolerance > head.Length;

    public static int CountControls(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        for (int next; (next = bytes.IndexOfAny(Controls)) >= 0; bytes = bytes[(next + 1)..])
            count++;
        return count;
    }
}

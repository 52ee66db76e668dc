namespace Skiplink.Text;

/// <summary>ASCII digits in bytes.</summary>
internal static class Digits
{
    /// <summary>Whether any byte is a digit.</summary>
    public static bool Any(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyInRange((byte)'0', (byte)'9');

    /// <summary>Copies bytes except digits, and returns how many they are.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="to">Receives at most as many.</param>
    public static int Remove(ReadOnlySpan<byte> bytes, Span<byte> to)
    {
        int count = 0;
        foreach (byte value in bytes)
        {
            to[count] = value;
            count += char.IsAsciiDigit((char)value) ? 0 : 1;
        }
        return count;
    }
}

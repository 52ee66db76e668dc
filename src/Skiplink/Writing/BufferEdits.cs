using System.Buffers.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>What the writers do to their output beside appending text.</summary>
internal static class BufferEdits
{
    /// <summary>Replaces a range of the buffer.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="at">Where the range begins.</param>
    /// <param name="length">The length of the range.</param>
    /// <param name="bytes">What replaces it.</param>
    public static void Replace(this ByteBuffer buffer, int at, int length, ReadOnlySpan<byte> bytes)
    {
        int count = buffer.Count, tail = count - at - length, more = bytes.Length - length;
        if (more > 0)
            buffer.Reserve(more);
        Span<byte> all = buffer.Writable(0, Math.Max(count, count + more));
        all.Slice(at + length, tail).CopyTo(all[(at + bytes.Length)..]);
        bytes.CopyTo(all[at..]);
        buffer.Truncate(count + more);
    }

    /// <summary>The last byte, or 0.</summary>
    public static byte Last(this ByteBuffer buffer) => buffer.Count == 0 ? (byte)0 : buffer.Span(buffer.Count - 1, 1)[0];

    /// <summary>Adds a decimal number.</summary>
    public static void AddNumber(this ByteBuffer buffer, int number)
    {
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(number, digits, out int length);
        buffer.Add(digits[..length]);
    }

    /// <summary>
    /// Adds a space between two parts of a text that the page shows apart with nothing between them: unless the text ends with white space,
    /// or has not begun.
    /// </summary>
    public static void AddSpaceBetween(this ByteBuffer buffer)
    {
        if (buffer.Last() > ' ')
            buffer.Add((byte)' ');
    }
}

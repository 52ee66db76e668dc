using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>Changes to what a buffer already holds: a writer learns a little later how something should have been written.</summary>
internal static class BufferEdits
{
    /// <summary>Puts bytes in the place of others.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="at">Where the others begin.</param>
    /// <param name="length">How many the others are.</param>
    /// <param name="bytes">What takes their place.</param>
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
}

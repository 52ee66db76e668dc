using System.Buffers;
using System.Buffers.Text;

namespace Skiplink.Archives.Http;

/// <summary>Undoes the chunked transfer coding (RFC 9112, 7.1).</summary>
internal static class ChunkedBody
{
    /// <summary>The chunks put together. A body that does not begin with a chunk was put together already, and is given as it is.</summary>
    public static DecodedBody Decode(ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> rest = body.Span;
        if (!ReadSize(rest, out _, out _))
            return new(body, false);
        ArrayBufferWriter<byte> whole = new(Math.Max(16, rest.Length));
        while (ReadSize(rest, out long size, out int headLength))
        {
            if (size == 0)
                return new(whole.WrittenMemory, false);
            rest = rest[headLength..];
            int taken = (int)Math.Min(size, rest.Length);
            whole.Write(rest[..taken]);
            rest = rest[taken..];
            if (rest.StartsWith("\r\n"u8))
                rest = rest[2..];
            else if (rest.StartsWith("\n"u8))
                rest = rest[1..];
        }
        // What follows is no chunk: the last was cut, or a size is wrong. The rest belongs to the page rather than to nothing.
        whole.Write(rest);
        return new(whole.WrittenMemory, true);
    }

    /// <summary>Reads the line before a chunk: a size in hexadecimal digits, and extensions after it.</summary>
    private static bool ReadSize(ReadOnlySpan<byte> bytes, out long size, out int length)
    {
        size = length = 0;
        int end = bytes[..Math.Min(bytes.Length, 1024)].IndexOf((byte)'\n');
        if (end <= 0 || !Utf8Parser.TryParse(bytes[..end], out size, out int digits, 'X') || size < 0)
            return false;
        ReadOnlySpan<byte> after = bytes[digits..end].TrimStart(" \t"u8);
        length = end + 1;
        return after.IsEmpty || after[0] is (byte)'\r' or (byte)';';
    }
}

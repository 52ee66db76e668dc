using System.Buffers;

namespace Skiplink;

/// <summary>Reads a stream to its end into rented memory, and not beyond a limit.</summary>
internal static class PageStream
{
    private const int FirstLength = 64 << 10;

    /// <summary>
    /// Reads all bytes; <paramref name="length"/> of the returned array are the page. The caller returns the array to the shared pool.
    /// </summary>
    public static byte[] Read(Stream stream, ReadOptions options, out int length)
    {
        byte[] bytes = Rent(stream, options);
        try
        {
            length = 0;
            while (stream.Read(bytes, length, bytes.Length - length) is > 0 and var count)
                bytes = Grown(bytes, length += count, options);
            return bytes;
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }
    }

    /// <summary>As <see cref="Read"/>.</summary>
    public static async ValueTask<(byte[] Bytes, int Length)> ReadAsync(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        byte[] bytes = Rent(stream, options);
        try
        {
            int length = 0;
            while (await stream.ReadAsync(bytes.AsMemory(length), cancellation).ConfigureAwait(false) is > 0 and var count)
                bytes = Grown(bytes, length += count, options);
            return (bytes, length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }
    }

    private static byte[] Rent(Stream stream, ReadOptions options)
    {
        long expected = stream.CanSeek ? Math.Max(stream.Length - stream.Position, 0) : 0;
        options.Check(expected);
        // One byte more than is expected, so that the end is seen without growing.
        return ArrayPool<byte>.Shared.Rent(Math.Max((int)Math.Min(expected + 1, Array.MaxLength), FirstLength));
    }

    /// <summary>Checks the limit, and makes room when the array is full.</summary>
    private static byte[] Grown(byte[] bytes, int length, ReadOptions options)
    {
        options.Check(length);
        if (length < bytes.Length)
            return bytes;
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * length, Array.MaxLength));
        bytes.AsSpan().CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}

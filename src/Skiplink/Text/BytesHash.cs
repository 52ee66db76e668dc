using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Skiplink.Text;

/// <summary>
/// A 64-bit hash of bytes, for what is compared within a page alone: 16 bytes at a time are combined with keys and multiplied, and the
/// halves of the 128-bit product are folded together, as in wyhash (Wang Yi, 2019).
/// </summary>
internal sealed class BytesHash
{
    private readonly ulong _key0;
    private readonly ulong _key1;

    private BytesHash(ReadOnlySpan<byte> keys) =>
        (_key0, _key1) = (BinaryPrimitives.ReadUInt64LittleEndian(keys), BinaryPrimitives.ReadUInt64LittleEndian(keys[sizeof(ulong)..]));

    /// <summary>With keys that a page does not know, so that it cannot choose bytes that collide.</summary>
    public static BytesHash Secret { get; } = new(RandomNumberGenerator.GetBytes(2 * sizeof(ulong)));

    /// <summary>With the same keys in every run.</summary>
    public static BytesHash Fixed { get; } = new(SHA512.HashData("Skiplink 1"u8));

    /// <summary>The hash of bytes.</summary>
    public ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = _key0, length = (ulong)bytes.Length;
        for (; bytes.Length > 2 * sizeof(ulong); bytes = bytes[(2 * sizeof(ulong))..])
            hash = Fold(First(bytes) ^ _key1, BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]) ^ hash);
        ulong low = 0, high = 0;
        if (bytes.Length >= sizeof(ulong))
        {
            // The two reads overlap where there are fewer than 16 bytes.
            (low, high) = (First(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]));
        }
        else if (bytes.Length >= sizeof(uint))
        {
            (low, high) = (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]));
        }
        else if (bytes.Length > 0)
        {
            low = ((ulong)bytes[0] << 16) | ((ulong)bytes[bytes.Length / 2] << 8) | bytes[^1];
        }
        return Fold(_key1 ^ length, Fold(low ^ _key1, high ^ hash));
    }

    private static ulong First(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong left, ulong right) => Math.BigMul(left, right, out ulong low) ^ low;
}

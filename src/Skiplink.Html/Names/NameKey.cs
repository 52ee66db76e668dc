using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Html.Names;

/// <summary>
/// A name as sixteen bytes that are compared without a loop: names of up to fifteen bytes as they are, followed by zeros; of longer names a
/// hash and the length, marked by a byte that never occurs in UTF-8.
/// </summary>
internal readonly record struct NameKey(ulong Low, ulong High)
{
    /// <summary>The length in bytes of the longest name that is its own key.</summary>
    public const int MaxBytes = 15;

    private const ulong HashMark = 0xFFUL << 56;

    // Random for each process, so that no page can choose names that collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    public bool IsHash => High >= HashMark;

    /// <summary>The hash for the table of known names, whose highest bits choose the slot.</summary>
    public ulong KnownHash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Low ^ BitOperations.RotateLeft(High, 29)) * 0x9E3779B97F4A7C15;
    }

    /// <summary>The hash for a document's table, whose highest bits choose the bucket.</summary>
    public ulong Hash => ((Low ^ Seed) * 0x9E3779B97F4A7C15) ^ (BitOperations.RotateLeft(High ^ Seed, 32) * 0xD6E8FEB86659FD93);

    /// <summary>The key of the first <paramref name="length"/> bytes of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NameKey Of(Vector128<byte> bytes, int length)
    {
        Vector128<ulong> own = (bytes & Vector128.LoadUnsafe(in Own[MaxBytes + 1 - length])).AsUInt64();
        return new(own.ToScalar(), own[1]);
    }

    public static NameKey Of(ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxBytes || name.Contains((byte)0))
            return new(HashOf(name), HashMark | (uint)name.Length);
        Span<byte> bytes = stackalloc byte[16];
        name.CopyTo(bytes);
        return new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
    }

    /// <summary>Writes the sixteen bytes of a key that is not a hash.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Low);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], High);
    }

    private static ReadOnlySpan<byte> Own =>
        [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static ulong HashOf(ReadOnlySpan<byte> name)
    {
        ulong h = Seed;
        for (; name.Length >= 8; name = name[8..])
            h = BitOperations.RotateLeft((h ^ BinaryPrimitives.ReadUInt64LittleEndian(name)) * 0xD6E8FEB86659FD93, 32);
        foreach (byte b in name)
            h = (h ^ b) * 0x100000001B3;
        return h;
    }
}

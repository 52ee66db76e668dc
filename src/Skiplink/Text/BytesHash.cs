using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace Skiplink.Text;

/// <summary>
/// A hash of any number of bytes, 64 at a time, for what is compared within a page alone: sums of products of halves to which keys are
/// added (NH, of UMAC: Black, Halevi, Krawczyk, Krovetz and Rogaway 1999), twice with other keys.
/// </summary>
internal sealed class BytesHash
{
    /// <summary>How many bytes are loaded at once: where as many can be read, a short text is not copied.</summary>
    public const int BytesLoaded = 64;

    /// <summary>With keys that a page does not know, so that it cannot choose bytes that collide.</summary>
    public static readonly BytesHash Secret = new(RandomNumberGenerator.GetBytes(2 * BytesLoaded));

    /// <summary>With the same keys in every run.</summary>
    public static readonly BytesHash Fixed = new(SHA512.HashData("Skiplink 1"u8), SHA512.HashData("Skiplink 2"u8));

    private readonly Vector512<uint> _first;
    private readonly Vector512<uint> _second;

    private BytesHash(ReadOnlySpan<byte> keys)
        : this(keys[..BytesLoaded], keys[BytesLoaded..])
    {
    }

    private BytesHash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) =>
        (_first, _second) = (Vector512.Create(first).AsUInt32(), Vector512.Create(second).AsUInt32());

    /// <summary>The hash of the first <paramref name="length"/> bytes.</summary>
    /// <param name="memory">The bytes and whatever stands behind them, which is loaded but does not count.</param>
    /// <param name="length">How many there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(ReadOnlySpan<byte> memory, int length) => (uint)length < BytesLoaded && memory.Length >= BytesLoaded
        ? Mix(SumOf(First(memory, length)) ^ (uint)length)
        : OfAny(memory, length);

    private ulong OfAny(ReadOnlySpan<byte> memory, int length)
    {
        ulong hash = 0;
        int left = length;
        for (; left >= BytesLoaded; left -= BytesLoaded, memory = memory[BytesLoaded..])
            hash = Mix(hash + SumOf(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(memory))));
        return Mix((hash + SumOf(memory.Length >= BytesLoaded ? First(memory, left) : Copied(memory[..left]))) ^ (uint)length);
    }

    /// <summary>The first so many of 64 bytes that can be loaded, with zeros behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> First(ReadOnlySpan<byte> memory, int length) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(memory))
            & Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(Own), (uint)(BytesLoaded - length));

    private static ReadOnlySpan<byte> Own =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static Vector512<byte> Copied(ReadOnlySpan<byte> bytes)
    {
        Span<byte> copy = stackalloc byte[BytesLoaded];
        copy.Clear();
        bytes.CopyTo(copy);
        return Vector512.Create<byte>(copy);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong SumOf(Vector512<byte> bytes)
    {
        Vector512<ulong> second = Products(bytes.AsUInt32() + _second);
        return Vector512.Sum(Products(bytes.AsUInt32() + _first) + ((second << 32) | (second >>> 32)));
    }

    /// <summary>The products of the lower and the upper halves of 64-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Products(Vector512<uint> halves)
    {
        Vector512<ulong> upper = halves.AsUInt64() >>> 32;
        // Where the processor has it, the instruction that multiplies lower halves.
        return Avx512F.IsSupported ? Avx512F.Multiply(halves, upper.AsUInt32())
            : Avx2.IsSupported ? Vector512.Create(Avx2.Multiply(halves.GetLower(), upper.GetLower().AsUInt32()),
                Avx2.Multiply(halves.GetUpper(), upper.GetUpper().AsUInt32()))
            : (halves.AsUInt64() & Vector512.Create((ulong)uint.MaxValue)) * upper;
    }

    private static ulong Mix(ulong hash)
    {
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}

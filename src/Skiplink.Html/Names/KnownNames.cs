using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Html.Names;

/// <summary>
/// The names known at compile time, in one hash table for the process: open addressing, a power of two in size, at most a quarter full.
/// </summary>
internal static class KnownNames
{
    private static readonly Entry[] Slots;
    private static readonly (int Start, int Length)[] Names;
    private static readonly NameEnd[] Ends;
    private static readonly int Shift;

    static KnownNames()
    {
        Names = new (int, int)[HtmlNames.LastKnown + 1];
        Ends = new NameEnd[HtmlNames.LastKnown + 1];
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(HtmlNames.LastKnown * 4));
        Slots = new Entry[size];
        Shift = 64 - BitOperations.Log2((uint)size);
        ReadOnlySpan<byte> bytes = HtmlNames.KnownBytes;
        Ends[0] = NameEnd.Nothing;
        int start = 0;
        for (int id = 1; id <= HtmlNames.LastKnown; id++)
        {
            int length = bytes[start..].IndexOf((byte)'\n');
            Names[id] = (start, length);
            NameKey key = NameKey.Of(bytes.Slice(start, length));
            Ends[id] = NameEnd.Of(bytes.Slice(start, length));
            int slot = (int)(key.KnownHash >> Shift);
            while (Slots[slot].Id != 0)
                slot = (slot + 1) & (size - 1);
            Slots[slot] = new(key, id);
            start += length + 1;
        }
    }

    /// <summary>The bytes of a name.</summary>
    public static ReadOnlySpan<byte> Bytes(int id) => HtmlNames.KnownBytes.Slice(Names[id].Start, Names[id].Length);

    /// <summary>The id of a name that is short enough to be its key, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(NameKey key)
    {
        Entry[] slots = Slots;
        for (int slot = (int)(key.KnownHash >> Shift); ; slot = (slot + 1) & (slots.Length - 1))
        {
            ref readonly Entry entry = ref slots[slot];
            if (entry.Key == key || entry.Id == 0)
                return entry.Id;
        }
    }

    /// <summary>The id of a name, or 0.</summary>
    public static int Find(NameKey key, ReadOnlySpan<byte> name)
    {
        int id = Find(key);
        return id != 0 && (!key.IsHash || Bytes(id).SequenceEqual(name)) ? id : 0;
    }

    /// <summary>
    /// Whether a name followed by <c>&gt;</c> is at a position of the source. Also false for names that this fast path cannot compare, and
    /// for 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAt(int id, ReadOnlySpan<byte> source, int position, out int length)
    {
        NameEnd[] ends = Ends;
        length = 0;
        if ((uint)id >= (uint)ends.Length || position > source.Length - Vector128<byte>.Count)
            return false;
        ref readonly NameEnd end = ref ends[id];
        length = end.Length;
        return (Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)position) & end.Mask) == end.Bytes;
    }

    /// <summary>A name followed by the <c>&gt;</c> that ends a tag, as sixteen bytes, and the mask of the bytes that count.</summary>
    private readonly record struct NameEnd(Vector128<byte> Bytes, Vector128<byte> Mask, int Length)
    {
        /// <summary>Equal to nothing for names that are too long or have capitals, which the tokenizer would lower.</summary>
        public static NameEnd Of(ReadOnlySpan<byte> name)
        {
            Span<byte> bytes = stackalloc byte[Vector128<byte>.Count], mask = stackalloc byte[Vector128<byte>.Count];
            bytes.Clear();
            mask.Clear();
            if (name.Length >= bytes.Length || name.ContainsAnyInRange((byte)'A', (byte)'Z'))
                return Nothing;
            name.CopyTo(bytes);
            bytes[name.Length] = (byte)'>';
            mask[..(name.Length + 1)].Fill(0xFF);
            return new(Vector128.Create<byte>(bytes), Vector128.Create<byte>(mask), name.Length);
        }

        public static NameEnd Nothing => new(Vector128<byte>.AllBitsSet, Vector128<byte>.Zero, 0);
    }

    private readonly record struct Entry(NameKey Key, int Id);
}

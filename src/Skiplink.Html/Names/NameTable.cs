using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Skiplink.Html.Arena;

namespace Skiplink.Html.Names;

/// <summary>
/// Gives names their ids: the known ones from one table for the process, the others from a table of the document's own. Both are open-addressed, of a size that is a
/// power of two, at most half full. Names are compared as bytes; the tokenizer passes them in lower case.
/// </summary>
internal sealed class NameTable
{
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();
    private static readonly Entry[] KnownSlots;
    private static readonly Entry[] KnownNames;
    private static readonly int KnownShift;

    private readonly ByteBuffer _bytes = new();
    private Entry[] _slots = new Entry[64];
    private Entry[] _names = new Entry[32];
    private int _shift = 64 - 6;

    static NameTable()
    {
        KnownNames = new Entry[HtmlNames.KnownCount + 1];
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(HtmlNames.KnownCount * 4));
        KnownSlots = new Entry[size];
        KnownShift = 64 - BitOperations.Log2((uint)size);
        ReadOnlySpan<byte> bytes = HtmlNames.KnownBytes;
        int start = 0;
        for (int id = 1; id <= HtmlNames.KnownCount; id++)
        {
            int length = bytes[start..].IndexOf((byte)'\n');
            Entry entry = new(HashOf(bytes.Slice(start, length)), start, length, id);
            KnownNames[id] = entry;
            Insert(KnownSlots, KnownShift, entry);
            start += length + 1;
        }
    }

    /// <summary>For each name id, the number of the last tag that had it as an attribute; kept here so that it lives as long as the ids do.</summary>
    public int[] AttributeStamps { get; set; } = new int[HtmlNames.KnownCount + 64];

    /// <summary>The number of the last tag that was read.</summary>
    public int NextStamp { get; set; }

    /// <summary>How many names the document has that are not known at compile time; their ids follow <see cref="HtmlNames.KnownCount"/>.</summary>
    public int UnknownCount { get; private set; }

    /// <summary>Forgets the document's own names.</summary>
    public void Clear()
    {
        if (NextStamp > int.MaxValue / 2)
        {
            Array.Clear(AttributeStamps);
            NextStamp = 0;
        }
        if (UnknownCount == 0)
            return;
        Array.Clear(_slots);
        _bytes.Clear();
        UnknownCount = 0;
    }

    /// <summary>The bytes of a name.</summary>
    public ReadOnlySpan<byte> this[int id]
    {
        get
        {
            if (id <= HtmlNames.KnownCount)
                return HtmlNames.KnownBytes.Slice(KnownNames[id].Start, KnownNames[id].Length);
            ref readonly Entry entry = ref _names[id - HtmlNames.KnownCount - 1];
            return _bytes.Span(entry.Start, entry.Length);
        }
    }

    /// <summary>The id of a name known at compile time, or 0.</summary>
    public static int FindKnown(ReadOnlySpan<byte> name)
    {
        ulong hash = HashOf(name);
        int mask = KnownSlots.Length - 1;
        for (int slot = (int)(hash >> KnownShift); ; slot = (slot + 1) & mask)
        {
            ref readonly Entry entry = ref KnownSlots[slot];
            if (entry.Id == 0)
                return 0;
            if (entry.Hash == hash && entry.Length == name.Length && HtmlNames.KnownBytes.Slice(entry.Start, entry.Length).SequenceEqual(name))
                return entry.Id;
        }
    }

    /// <summary>The id of a name that this document has, or 0.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        int known = FindKnown(name);
        return known != 0 ? known : _slots[FindSlot(HashOf(name), name)].Id;
    }

    /// <summary>The id of a name, given now if it had none.</summary>
    public int Intern(ReadOnlySpan<byte> name)
    {
        int known = FindKnown(name);
        if (known != 0)
            return known;
        ulong hash = HashOf(name);
        int slot = FindSlot(hash, name);
        return _slots[slot].Id != 0 ? _slots[slot].Id : AddUnknown(hash, name, slot);
    }

    private int FindSlot(ulong hash, ReadOnlySpan<byte> name)
    {
        int mask = _slots.Length - 1;
        int slot = (int)(hash >> _shift);
        while (_slots[slot].Id != 0)
        {
            ref readonly Entry entry = ref _slots[slot];
            if (entry.Hash == hash && entry.Length == name.Length && _bytes.Span(entry.Start, entry.Length).SequenceEqual(name))
                break;
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int AddUnknown(ulong hash, ReadOnlySpan<byte> name, int slot)
    {
        int start = _bytes.Count;
        _bytes.Add(name);
        if (UnknownCount == _names.Length)
            Array.Resize(ref _names, _names.Length * 2);
        Entry entry = new(hash, start, name.Length, HtmlNames.KnownCount + 1 + UnknownCount);
        _names[UnknownCount++] = entry;
        _slots[slot] = entry;
        if (UnknownCount * 2 > _slots.Length)
            Rehash();
        return entry.Id;
    }

    private void Rehash()
    {
        _slots = new Entry[_slots.Length * 2];
        _shift--;
        foreach (Entry entry in _names.AsSpan(0, UnknownCount))
            Insert(_slots, _shift, entry);
    }

    private static void Insert(Entry[] slots, int shift, Entry entry)
    {
        int slot = (int)(entry.Hash >> shift);
        while (slots[slot].Id != 0)
            slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = entry;
    }

    /// <summary>
    /// Mixes length, first and last eight bytes for names of up to sixteen bytes, and every byte of longer ones, so that no page can choose names that collide
    /// by their middle alone.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(ReadOnlySpan<byte> name)
    {
        const ulong k = 0x9E3779B97F4A7C15;
        ulong h;
        ref byte first = ref MemoryMarshal.GetReference(name);
        if (name.Length >= 8)
        {
            h = Unsafe.ReadUnaligned<ulong>(ref first);
            if (name.Length > 16)
                h = HashLong(name);
            h ^= BitOperations.RotateLeft(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, name.Length - 8)) * k, 29);
        }
        else if (name.Length >= 4)
        {
            h = Unsafe.ReadUnaligned<uint>(ref first) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, name.Length - 4)) << 32);
        }
        else if (name.Length > 0)
        {
            h = first | ((uint)Unsafe.Add(ref first, name.Length >> 1) << 8) | ((uint)Unsafe.Add(ref first, name.Length - 1) << 16);
        }
        else
        {
            h = 0;
        }
        h = (h ^ (uint)name.Length) * k;
        return (h ^ (h >> 32)) * k;
    }

    private static ulong HashLong(ReadOnlySpan<byte> name)
    {
        ulong h = Seed;
        for (; name.Length >= 8; name = name[8..])
            h = BitOperations.RotateLeft((h ^ Unsafe.ReadUnaligned<ulong>(ref MemoryMarshal.GetReference(name))) * 0xD6E8FEB86659FD93, 32);
        foreach (byte b in name)
            h = (h ^ b) * 0x100000001B3;
        return h;
    }

    private readonly record struct Entry(ulong Hash, int Start, int Length, int Id);
}

using System.Numerics;
using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;

namespace Skiplink.Html.Names;

/// <summary>
/// Gives names their ids: the known ones from one table for the process, the others from a table of the document's own. Both are open-addressed, of a size that is a
/// power of two, at most half full. Names are compared as bytes; the tokenizer passes them in lower case.
/// </summary>
internal sealed class NameTable
{
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
            Entry entry = new(NameKey.Of(bytes.Slice(start, length)), start, length, id);
            KnownNames[id] = entry;
            Insert(KnownSlots, (int)(entry.Key.KnownHash >> KnownShift), entry);
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
    public static int FindKnown(ReadOnlySpan<byte> name) => FindKnown(NameKey.Of(name), name);

    /// <summary>The id of a name that this document has, or 0.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        NameKey key = NameKey.Of(name);
        int known = FindKnown(key, name);
        return known != 0 ? known : _slots[FindSlot(key, name)].Id;
    }

    /// <summary>The id of a name, given now if it had none.</summary>
    public int Intern(ReadOnlySpan<byte> name) => Intern(NameKey.Of(name), name);

    /// <summary>The id of a name that is short enough to be its key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Intern(NameKey key, int length)
    {
        Entry[] slots = KnownSlots;
        for (int slot = (int)(key.KnownHash >> KnownShift); ; slot = (slot + 1) & (slots.Length - 1))
        {
            ref readonly Entry entry = ref slots[slot];
            if (entry.Key == key)
                return entry.Id;
            if (entry.Id == 0)
                return InternShort(key, length);
        }
    }

    private int InternShort(NameKey key, int length)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.CopyTo(bytes);
        return InternUnknown(key, bytes[..length]);
    }

    private int Intern(NameKey key, ReadOnlySpan<byte> name) => FindKnown(key, name) is > 0 and int known ? known : InternUnknown(key, name);

    private int InternUnknown(NameKey key, ReadOnlySpan<byte> name)
    {
        int slot = FindSlot(key, name);
        return _slots[slot].Id != 0 ? _slots[slot].Id : AddUnknown(key, name, slot);
    }

    private static int FindKnown(NameKey key, ReadOnlySpan<byte> name)
    {
        int mask = KnownSlots.Length - 1;
        for (int slot = (int)(key.KnownHash >> KnownShift); ; slot = (slot + 1) & mask)
        {
            ref readonly Entry entry = ref KnownSlots[slot];
            if (entry.Id == 0)
                return 0;
            if (entry.Key == key && (!key.IsHash || HtmlNames.KnownBytes.Slice(entry.Start, entry.Length).SequenceEqual(name)))
                return entry.Id;
        }
    }

    private int FindSlot(NameKey key, ReadOnlySpan<byte> name)
    {
        int mask = _slots.Length - 1;
        int slot = (int)(key.Hash >> _shift);
        while (_slots[slot].Id != 0)
        {
            ref readonly Entry entry = ref _slots[slot];
            if (entry.Key == key && (!key.IsHash || _bytes.Span(entry.Start, entry.Length).SequenceEqual(name)))
                break;
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int AddUnknown(NameKey key, ReadOnlySpan<byte> name, int slot)
    {
        int start = _bytes.Count;
        _bytes.Add(name);
        if (UnknownCount == _names.Length)
            Array.Resize(ref _names, _names.Length * 2);
        Entry entry = new(key, start, name.Length, HtmlNames.KnownCount + 1 + UnknownCount);
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
            Insert(_slots, (int)(entry.Key.Hash >> _shift), entry);
    }

    private static void Insert(Entry[] slots, int slot, Entry entry)
    {
        while (slots[slot].Id != 0)
            slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = entry;
    }

    private readonly record struct Entry(NameKey Key, int Start, int Length, int Id);
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Skiplink.Html.Names;

/// <summary>
/// The names known at compile time, one table for the process: open-addressed, of a size that is a power of two, at most a quarter full.
/// </summary>
internal static class KnownNames
{
    private static readonly Entry[] Slots;
    private static readonly (int Start, int Length)[] Names;
    private static readonly int Shift;

    static KnownNames()
    {
        Names = new (int, int)[HtmlNames.KnownCount + 1];
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(HtmlNames.KnownCount * 4));
        Slots = new Entry[size];
        Shift = 64 - BitOperations.Log2((uint)size);
        ReadOnlySpan<byte> bytes = HtmlNames.KnownBytes;
        int start = 0;
        for (int id = 1; id <= HtmlNames.KnownCount; id++)
        {
            int length = bytes[start..].IndexOf((byte)'\n');
            Names[id] = (start, length);
            NameKey key = NameKey.Of(bytes.Slice(start, length));
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

    private readonly record struct Entry(NameKey Key, int Id);
}

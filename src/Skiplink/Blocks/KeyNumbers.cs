using System.Numerics;

namespace Skiplink.Blocks;

/// <summary>Gives keys the numbers 0, 1, 2 … in the order in which they come. Cleared in no time, and used again for the next page.</summary>
internal sealed class KeyNumbers
{
    // A page that does not know the seed cannot choose keys that collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private Slot[] _slots = new Slot[256];
    private int _shift = 64 - 8;
    private int _page;

    private struct Slot
    {
        public ulong Key;

        /// <summary>The page that the slot is filled on; it is empty on all others.</summary>
        public int Page;
        public int Number;
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        Count = 0;
        if (++_page == int.MaxValue)
        {
            Array.Clear(_slots);
            _page = 1;
        }
    }

    /// <summary>The number of a key, given now if it had none.</summary>
    public int Of(ulong key)
    {
        Slot[] slots = _slots;
        for (int i = Start(key); ; i = (i + 1) & (slots.Length - 1))
        {
            ref Slot slot = ref slots[i];
            if (slot.Page != _page)
            {
                slot = new() { Key = key, Page = _page, Number = Count };
                if (2 * ++Count > slots.Length)
                    Grow();
                return Count - 1;
            }
            if (slot.Key == key)
                return slot.Number;
        }
    }

    private int Start(ulong key) => (int)(BitOperations.RotateLeft((key ^ Seed) * 0xD6E8FEB86659FD93, 32) * 0x9E3779B97F4A7C15 >> _shift);

    private void Grow()
    {
        Slot[] old = _slots;
        _slots = new Slot[2 * old.Length];
        _shift--;
        foreach (ref readonly Slot from in old.AsSpan())
        {
            if (from.Page != _page)
                continue;
            int i = Start(from.Key);
            while (_slots[i].Page == _page)
                i = (i + 1) & (_slots.Length - 1);
            _slots[i] = from;
        }
    }
}

using System.Numerics;

namespace Skiplink.PageModel;

/// <summary>Gives keys the numbers 0, 1, 2 … in the order in which they come. Cleared in no time, and used again for the next page.</summary>
internal sealed class KeyNumbers
{

    // A page that does not know the seed cannot choose keys that collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    // Of the slots only the first so many are in use, as many as this page needs: the largest page must not make all others look far and wide.
    private readonly int _fewestBits;
    private Slot[] _slots;
    private ulong[] _keys;
    private int _bits;
    private int _page;

    // Keys come in runs: items of a list, paragraphs, rows.
    private ulong _lastKey;
    private int _lastNumber = -1;

    private struct Slot
    {
        public ulong Key;

        /// <summary>The page that the slot is filled on; it is empty on all others.</summary>
        public int Page;
        public int Number;
    }

    /// <param name="fewestBits">How many slots there are at first, as a power of two: twice as many as most pages have keys.</param>
    public KeyNumbers(int fewestBits = 9)
    {
        _bits = _fewestBits = fewestBits;
        _slots = new Slot[1 << fewestBits];
        _keys = new ulong[1 << fewestBits];
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        Count = 0;
        _lastNumber = -1;
        Use(_fewestBits);
    }

    /// <summary>The number of a key, given now if it had none.</summary>
    public int Of(ulong key)
    {
        if (key == _lastKey && _lastNumber >= 0)
            return _lastNumber;
        _lastKey = key;
        ref Slot slot = ref _slots[PlaceOf(key)];
        return _lastNumber = slot.Key == key && slot.Page == _page ? slot.Number : Find(key);
    }

    private int Find(ulong key)
    {
        ref Slot slot = ref SlotOf(key);
        if (slot.Page == _page)
            return slot.Number;
        slot = new() { Key = key, Page = _page, Number = Count };
        if (Count == _keys.Length)
            Array.Resize(ref _keys, 2 * Count);
        _keys[Count++] = key;
        if (2 * Count > 1 << _bits)
            Grow();
        return Count - 1;
    }

    /// <summary>Where the look for a key begins.</summary>
    private int PlaceOf(ulong key) => (int)(BitOperations.RotateLeft((key ^ Seed) * 0xD6E8FEB86659FD93, 32) * 0x9E3779B97F4A7C15 >> (64 - _bits));

    /// <summary>The slot that holds a key, or the empty one where it belongs.</summary>
    private ref Slot SlotOf(ulong key)
    {
        Slot[] slots = _slots;
        int mask = (1 << _bits) - 1;
        for (int i = PlaceOf(key); ; i = (i + 1) & mask)
        {
            ref Slot slot = ref slots[i];
            if (slot.Page != _page || slot.Key == key)
                return ref slot;
        }
    }

    private void Grow()
    {
        Use(_bits + 1);
        for (int number = 0; number < Count; number++)
            SlotOf(_keys[number]) = new() { Key = _keys[number], Page = _page, Number = number };
    }

    /// <summary>Empties the table and makes it of so many slots.</summary>
    private void Use(int bits)
    {
        _bits = bits;
        if (_slots.Length < 1 << bits)
            _slots = new Slot[1 << bits];
        if (++_page == int.MaxValue)
        {
            Array.Clear(_slots);
            _page = 1;
        }
    }
}

using System.Numerics;

namespace Skiplink.PageModel;

/// <summary>
/// Gives keys the ids 0, 1, 2 … in the order in which they come. Clearing takes constant time: each slot remembers the generation in which
/// it was filled.
/// </summary>
internal sealed class DenseIdMap
{
    // A page that does not know the seed cannot choose keys that collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    // Of the slots only the first so many are in use, as many as this page needs: a huge page must not leave later pages a cold table.
    private readonly int _minBits;
    private Slot[] _slots;
    private ulong[] _keys;
    private int _bits;
    private int _generation;

    // Keys come in runs: items of a list, paragraphs, rows.
    private ulong _lastKey;
    private int _lastId = -1;

    private struct Slot
    {
        public ulong Key;

        /// <summary>The generation in which the slot was filled; it is empty in all others.</summary>
        public int Generation;
        public int Id;
    }

    /// <param name="minBits">How many slots there are at first, as a power of two: twice as many as most pages have keys.</param>
    public DenseIdMap(int minBits = 9)
    {
        _bits = _minBits = minBits;
        _slots = new Slot[1 << minBits];
        _keys = new ulong[1 << minBits];
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        Count = 0;
        _lastId = -1;
        Use(_minBits);
    }

    /// <summary>The id of a key, given now if it had none.</summary>
    public int GetOrAdd(ulong key)
    {
        if (key == _lastKey && _lastId >= 0)
            return _lastId;
        _lastKey = key;
        ref Slot slot = ref _slots[BucketOf(key)];
        return _lastId = slot.Key == key && slot.Generation == _generation ? slot.Id : Find(key);
    }

    private int Find(ulong key)
    {
        ref Slot slot = ref SlotOf(key);
        if (slot.Generation == _generation)
            return slot.Id;
        slot = new() { Key = key, Generation = _generation, Id = Count };
        if (Count == _keys.Length)
            Array.Resize(ref _keys, 2 * Count);
        _keys[Count++] = key;
        if (2 * Count > 1 << _bits)
            Grow();
        return Count - 1;
    }

    /// <summary>Where the search for a key begins.</summary>
    private int BucketOf(ulong key) =>
        (int)(BitOperations.RotateLeft((key ^ Seed) * 0xD6E8FEB86659FD93, 32) * 0x9E3779B97F4A7C15 >> (64 - _bits));

    /// <summary>The slot that holds a key, or the empty one where it belongs.</summary>
    private ref Slot SlotOf(ulong key)
    {
        Slot[] slots = _slots;
        int mask = (1 << _bits) - 1;
        for (int i = BucketOf(key); ; i = (i + 1) & mask)
        {
            ref Slot slot = ref slots[i];
            if (slot.Generation != _generation || slot.Key == key)
                return ref slot;
        }
    }

    private void Grow()
    {
        Use(_bits + 1);
        for (int id = 0; id < Count; id++)
            SlotOf(_keys[id]) = new() { Key = _keys[id], Generation = _generation, Id = id };
    }

    /// <summary>Empties the table and makes it of so many slots.</summary>
    private void Use(int bits)
    {
        _bits = bits;
        if (_slots.Length < 1 << bits)
            _slots = new Slot[1 << bits];
        if (++_generation == int.MaxValue)
        {
            Array.Clear(_slots);
            _generation = 1;
        }
    }
}

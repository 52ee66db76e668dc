using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;

namespace Skiplink.Html.Names;

/// <summary>
/// Maps names to ids: those of <see cref="KnownNames"/>, and for other names of the document the ids that follow. Names are compared as
/// bytes; the tokenizer passes them in lower case.
/// </summary>
internal sealed class NameTable
{
    private readonly ByteBuffer _bytes = new();
    private NameSlots _slots = new(buckets: 16);
    private Entry[] _names = new Entry[32];

    private const int RecentShift = 64 - 6;

    /// <summary>A direct-mapped cache of the document's own names, by the highest bits of their hash.</summary>
    private readonly Recent[] _recent = new Recent[1 << (64 - RecentShift)];

    /// <summary>
    /// For each name id, the number of the last tag that had it as an attribute. It is here because it lives as long as the ids.
    /// </summary>
    public int[] AttributeStamps { get; set; } = new int[HtmlNames.LastKnown + 64];

    /// <summary>The number of the last tag that was read.</summary>
    public int NextStamp { get; set; }

    /// <summary>The number of names that are not known at compile time; their ids follow <see cref="HtmlNames.LastKnown"/>.</summary>
    public int UnknownCount { get; private set; }

    /// <summary>
    /// Removes the document's own names. The time depends on their number, not on the size that the tables have grown to.
    /// </summary>
    public void Clear()
    {
        if (NextStamp > int.MaxValue / 2)
        {
            Array.Clear(AttributeStamps);
            NextStamp = 0;
        }
        if (UnknownCount > _slots.Capacity / 8)
        {
            _slots.Clear();
        }
        else
        {
            foreach (ref readonly Entry entry in _names.AsSpan(0, UnknownCount))
                _slots.Clear(entry.Place);
        }
        Array.Clear(_recent);
        _bytes.Clear();
        UnknownCount = 0;
    }

    /// <summary>The bytes of a name.</summary>
    public ReadOnlySpan<byte> this[int id] =>
        id <= HtmlNames.LastKnown ? KnownNames.Bytes(id) : Bytes(_names[id - HtmlNames.LastKnown - 1]);

    /// <summary>The id of a name, or 0 when neither the document nor the table of known ones has it.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        NameKey key = NameKey.Of(name);
        return KnownNames.Find(key, name) is > 0 and int known ? known : FindUnknown(key, name, out _);
    }

    /// <summary>The id of a name, which is added if it is new.</summary>
    public int Intern(ReadOnlySpan<byte> name)
    {
        NameKey key = NameKey.Of(name);
        return KnownNames.Find(key, name) is > 0 and int known ? known : InternUnknown(key, name);
    }

    /// <summary>The id of a name that is short enough to be its key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Intern(NameKey key, int length) => KnownNames.Find(key) is > 0 and int known ? known : InternShort(key, length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int InternShort(NameKey key, int length)
    {
        // Pages use a few names of their own again and again.
        ref Recent recent = ref _recent[(int)(key.KnownHash >> RecentShift)];
        if (recent.Id == 0 || recent.Key != key)
            recent = new() { Key = key, Id = InternNotRecent(key, length) };
        return recent.Id;
    }

    private int InternNotRecent(NameKey key, int length)
    {
        NameSlots.Search search = _slots.Start(key.Hash);
        while (_slots.TryNext(ref search, out int id))
        {
            if (_names[id - HtmlNames.LastKnown - 1].Key == key)
                return id;
        }
        Span<byte> bytes = stackalloc byte[16];
        key.CopyTo(bytes);
        return Add(key, bytes[..length], search);
    }

    private int InternUnknown(NameKey key, ReadOnlySpan<byte> name) =>
        FindUnknown(key, name, out NameSlots.Search search) is > 0 and int id ? id : Add(key, name, search);

    private int FindUnknown(NameKey key, ReadOnlySpan<byte> name, out NameSlots.Search search)
    {
        search = _slots.Start(key.Hash);
        while (_slots.TryNext(ref search, out int id))
        {
            ref readonly Entry entry = ref _names[id - HtmlNames.LastKnown - 1];
            if (entry.Key == key && (!key.IsHash || Bytes(entry).SequenceEqual(name)))
                return id;
        }
        return 0;
    }

    private ReadOnlySpan<byte> Bytes(in Entry entry) => _bytes.Span(entry.Start, entry.Length);

    private int Add(NameKey key, ReadOnlySpan<byte> name, in NameSlots.Search search)
    {
        int start = _bytes.Count, id = HtmlNames.LastKnown + 1 + UnknownCount;
        _bytes.Add(name);
        _names[UnknownCount++] = new() { Key = key, Start = start, Length = name.Length, Place = _slots.Put(search, id) };
        if (UnknownCount == _names.Length)
            Grow();
        return id;
    }

    private void Grow()
    {
        Array.Resize(ref _names, _names.Length * 2);
        _slots = new(buckets: _names.Length / 2);
        for (int i = 0; i < UnknownCount; i++)
            _names[i].Place = _slots.Put(_names[i].Key.Hash, HtmlNames.LastKnown + 1 + i);
    }

    private struct Recent
    {
        public NameKey Key;
        public int Id;
    }

    private struct Entry
    {
        public NameKey Key;
        public int Start;
        public int Length;

        /// <summary>Its place in the table of slots.</summary>
        public int Place;
    }
}

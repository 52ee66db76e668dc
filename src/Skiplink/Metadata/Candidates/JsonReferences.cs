using Skiplink.Html.Arena;

namespace Skiplink.Metadata.Candidates;

/// <summary>The objects of JSON-LD with an <c>@id</c> and a name, which others refer to. They are only sorted when the first reference is followed.</summary>
internal sealed class JsonReferences
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<int, int> _first = [];
    private int _sorted;

    /// <summary>An object with an id.</summary>
    /// <param name="Item">The row of the object.</param>
    /// <param name="Id">The row of its id.</param>
    /// <param name="Next">The next entry of the same hash, or -1.</param>
    private record struct Entry(int Item, int Id, int Next);

    /// <summary>Forgets the page.</summary>
    public void Clear()
    {
        _entries.Clear();
        if (_sorted > 0)
            _first.Clear();
        _sorted = 0;
    }

    /// <summary>Adds an object.</summary>
    public void Add(int item, int id) => _entries.Add(new(item, id, -1));

    /// <summary>The first object with this id, or -1.</summary>
    public int Find(JsonLd data, int id)
    {
        while (_sorted < _entries.Count)
            Sort(data, _sorted++);
        Utf8Slice text = data.Unescaped(id);
        int entry = _first.GetValueOrDefault(HashOf(data.BytesOf(text)), -1);
        while (entry >= 0 && !IsSame(data, entry, text))
            entry = _entries[entry].Next;
        return entry < 0 ? -1 : _entries[entry].Item;
    }

    private void Sort(JsonLd data, int entry)
    {
        Utf8Slice text = data.Unescaped(_entries[entry].Id);
        int hash = HashOf(data.BytesOf(text));
        if (_first.TryAdd(hash, entry))
            return;
        int last = _first[hash];
        for (; !IsSame(data, last, text); last = _entries[last].Next)
        {
            if (_entries[last].Next >= 0)
                continue;
            _entries[last] = _entries[last] with { Next = entry };
            return;
        }
    }

    private bool IsSame(JsonLd data, int entry, Utf8Slice text) => data.BytesOf(data.Unescaped(_entries[entry].Id)).SequenceEqual(data.BytesOf(text));

    private static int HashOf(ReadOnlySpan<byte> text)
    {
        HashCode hash = default;
        hash.AddBytes(text);
        return hash.ToHashCode();
    }
}

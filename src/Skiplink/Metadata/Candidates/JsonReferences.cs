using Skiplink.PageModel.Json;

namespace Skiplink.Metadata.Candidates;

/// <summary>Finds the objects of JSON-LD by their <c>@id</c>. The index is built when the first reference of a page is followed.</summary>
internal sealed class JsonReferences
{
    private readonly Dictionary<int, int> _firstOfHash = [];

    // For each target the next one of the same hash, or -1.
    private readonly List<int> _next = [];
    private JsonLdDocument _data = null!;

    /// <summary>Starts a page.</summary>
    public void Start(JsonLdDocument data)
    {
        if (_next.Count > 0)
            _firstOfHash.Clear();
        _next.Clear();
        _data = data;
    }

    /// <summary>The row of the first object with this id, or -1.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        while (_next.Count < _data.Targets.Count)
            AddNext();
        int target = _firstOfHash.GetValueOrDefault(HashOf(id), -1);
        while (target >= 0 && !IdOf(target).SequenceEqual(id))
            target = _next[target];
        return target < 0 ? -1 : _data.Targets[target].Row;
    }

    private void AddNext()
    {
        int target = _next.Count;
        ReadOnlySpan<byte> id = IdOf(target);
        int hash = HashOf(id);
        _next.Add(-1);
        if (_firstOfHash.TryAdd(hash, target))
            return;
        // The first of several objects with one id counts.
        int last = _firstOfHash[hash];
        for (; !IdOf(last).SequenceEqual(id); last = _next[last])
        {
            if (_next[last] >= 0)
                continue;
            _next[last] = target;
            return;
        }
    }

    private ReadOnlySpan<byte> IdOf(int target) => _data.BytesOf(_data.Targets[target].Id);

    private static int HashOf(ReadOnlySpan<byte> text)
    {
        HashCode hash = default;
        hash.AddBytes(text);
        return hash.ToHashCode();
    }
}

namespace Skiplink.Cli.Bulk.Duplicates;

/// <summary>
/// Finds the earlier text of which one is a copy, exactly or nearly. It remembers a bounded number of the texts that came last and were no
/// copies, so its memory is bounded; what it finds depends on the order of the texts alone.
/// </summary>
internal sealed class DuplicateIndex
{
    /// <summary>How many texts a half of it remembers. When a half is full, the older half is forgotten.</summary>
    public const int HalfCapacity = 1 << 17;

    private readonly int _halfCapacity;
    private Half _recent;
    private Half? _older;

    /// <param name="halfCapacity">How many texts a half of it remembers.</param>
    public DuplicateIndex(int halfCapacity = HalfCapacity)
    {
        _halfCapacity = halfCapacity;
        _recent = new();
    }

    /// <summary>The id of the text of which this one is a copy; null when it is none, and remembered.</summary>
    public string? Find(TextSignature signature, string id)
    {
        if ((_older?.Find(signature) ?? _recent.Find(signature)) is { } first)
            return first;
        Add(signature, id);
        return null;
    }

    /// <summary>Remembers a text that is no copy.</summary>
    public void Add(TextSignature signature, string id)
    {
        if (_recent.Count >= _halfCapacity)
        {
            _older = _recent;
            _recent = new();
        }
        _recent.Add(signature, id);
    }

    /// <summary>A table of texts. Those that have a band of their sketches in common are compared.</summary>
    private sealed class Half
    {
        /// <summary>So many texts of an equal band are compared at most, the last ones: bands that many texts share cost no more.</summary>
        private const int MaxCompared = 64;

        private readonly Dictionary<ulong, int> _byHash = [];
        private readonly List<string> _ids = [];
        private readonly List<MinHash?> _sketches = [];

        // For each band the last text that has it, counted from one, and for each text and band the one before it.
        private readonly Dictionary<ulong, int>[] _last = [.. Enumerable.Range(0, MinHash.Bands).Select(static _ => new Dictionary<ulong,
            int>())];
        private readonly List<int> _before = [];

        public int Count => _ids.Count;

        public string? Find(TextSignature signature)
        {
            if (_byHash.TryGetValue(signature.Hash, out int same))
                return _ids[same];
            if (signature.Sketch is not { } sketch)
                return null;
            int first = int.MaxValue;
            for (int band = 0; band < MinHash.Bands; band++)
            {
                int compared = 0;
                for (int i = _last[band].GetValueOrDefault(sketch.Words[band]) - 1; i >= 0 && compared < MaxCompared; compared++)
                {
                    if (_sketches[i]!.Shared(sketch) >= MinHash.MinShared)
                        first = Math.Min(first, i);
                    i = _before[(i * MinHash.Bands) + band] - 1;
                }
            }
            return first == int.MaxValue ? null : _ids[first];
        }

        public void Add(TextSignature signature, string id)
        {
            int index = _ids.Count;
            _ids.Add(id);
            _byHash.TryAdd(signature.Hash, index);
            _sketches.Add(signature.Sketch);
            for (int band = 0; band < MinHash.Bands; band++)
            {
                if (signature.Sketch is not { } sketch)
                {
                    _before.Add(0);
                    continue;
                }
                _before.Add(_last[band].GetValueOrDefault(sketch.Words[band]));
                _last[band][sketch.Words[band]] = index + 1;
            }
        }
    }
}

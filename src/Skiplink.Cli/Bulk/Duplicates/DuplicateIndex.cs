namespace Skiplink.Cli.Bulk.Duplicates;

/// <summary>
/// Finds the earlier text of which one is a copy, exactly or nearly. It remembers a bounded number of the texts that came last and were no
/// copies, so its memory is bounded; what it finds depends on the order of the texts alone.
/// </summary>
internal sealed class DuplicateIndex
{
    /// <summary>How many texts a half of it remembers. When a half is full, the older half is forgotten.</summary>
    public const int HalfCapacity = 1 << 18;

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

    /// <summary>
    /// A table of texts. Fingerprints that differ in at most three of 64 bits are equal in one of four parts of 16 bits: texts with an
    /// equal
    /// part are compared.
    /// </summary>
    private sealed class Half
    {
        private const int Parts = 4;
        private const int MaxDistance = 3;

        /// <summary>So many texts of an equal part are compared at most, the last ones: parts that many texts share cost no more.</summary>
        private const int MaxCompared = 256;

        private readonly Dictionary<ulong, int> _byHash = [];
        private readonly List<string> _ids = [];
        private readonly List<ulong> _fingerprints = [];
        private readonly int[] _heads = new int[Parts << 16];
        private readonly List<int> _next = [];

        public int Count => _ids.Count;

        public string? Find(TextSignature signature)
        {
            if (_byHash.TryGetValue(signature.Hash, out int same))
                return _ids[same];
            if (signature.Fingerprint is not { } fingerprint)
                return null;
            int first = int.MaxValue;
            for (int part = 0; part < Parts; part++)
            {
                int compared = 0;
                for (int i = _heads[Slot(fingerprint, part)] - 1; i >= 0 && compared < MaxCompared; i = _next[(i * Parts) + part] - 1,
                    compared++)
                {
                    if (TextSignature.Distance(_fingerprints[i], fingerprint) <= MaxDistance)
                        first = Math.Min(first, i);
                }
            }
            return first == int.MaxValue ? null : _ids[first];
        }

        public void Add(TextSignature signature, string id)
        {
            int index = _ids.Count;
            _ids.Add(id);
            _byHash.TryAdd(signature.Hash, index);
            _fingerprints.Add(signature.Fingerprint ?? 0);
            for (int part = 0; part < Parts; part++)
            {
                if (signature.Fingerprint is not { } fingerprint)
                {
                    _next.Add(0);
                    continue;
                }
                ref int head = ref _heads[Slot(fingerprint, part)];
                _next.Add(head);
                head = index + 1;
            }
        }

        private static int Slot(ulong fingerprint, int part) => (part << 16) | (int)((fingerprint >> (16 * part)) & 0xFFFF);
    }
}

using System.Collections.Frozen;

namespace Skiplink.Text;

/// <summary>A set of words by their hashes in the block table: one look tells whether a line can have any of them.</summary>
internal sealed class WordHashes
{
    private readonly FrozenSet<uint> _hashes;

    /// <param name="words">The words; of an entry of several words each counts.</param>
    public WordHashes(IEnumerable<string> words)
    {
        WordBuffer scratch = new();
        HashSet<uint> hashes = [];
        foreach (string word in words)
        {
            foreach (uint hash in TextScanner.HashesOf(word, scratch))
                hashes.Add(hash);
        }
        _hashes = hashes.ToFrozenSet();
    }

    /// <summary>Whether a word is in the set, or has the hash of one that is.</summary>
    public bool Contains(uint word) => _hashes.Contains(word);

    /// <summary>Whether any of some words is.</summary>
    public bool ContainsAny(ReadOnlySpan<uint> words)
    {
        foreach (uint word in words)
        {
            if (_hashes.Contains(word))
                return true;
        }
        return false;
    }
}

using System.Buffers;
using System.Collections.Frozen;
using Skiplink.Text;

namespace Skiplink.Verdicts;

/// <summary>Phrases that are looked for in lines, or compared with them.</summary>
internal sealed class PhraseList
{
    private readonly string[] _phrases;
    private readonly SearchValues<string> _search;
    private readonly FrozenSet<string> _wholes;

    /// <param name="phrases">The phrases: lower case, words parted by one space.</param>
    public PhraseList(string[] phrases)
    {
        _phrases = [.. phrases.Select(static p => PlainWords.IsSpaced(p) ? $" {p} " : p)];
        _search = SearchValues.Create(_phrases, StringComparison.Ordinal);
        _wholes = phrases.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The first phrase that a line holds, or null.</summary>
    /// <param name="line">Its words, with a space at both ends.</param>
    public string? FindIn(string line)
    {
        int at = line.AsSpan().IndexOfAny(_search);
        return at < 0 ? null : Array.Find(_phrases, p => line.AsSpan(at).StartsWith(p))!.Trim();
    }

    /// <summary>Whether some words are one of the phrases and nothing else.</summary>
    public bool Contains(string words) => _wholes.Contains(words);
}

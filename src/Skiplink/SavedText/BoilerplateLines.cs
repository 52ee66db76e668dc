using System.Buffers;
using System.Collections.Frozen;
using Skiplink.Text;

namespace Skiplink.SavedText;

/// <summary>
/// Lines that no text of anyone's begins or ends with: what a page says to those who use it. Matched over words, whatever their case and
/// punctuation.
/// </summary>
internal static class BoilerplateLines
{
    /// <summary>A line of more words is a sentence of somebody's.</summary>
    private const int MaxWords = 16;

    /// <summary>What only begins as boilerplate does is boilerplate when it is short.</summary>
    private const int MaxStartWords = 8;
    private const int MaxCharacters = 400;

    private static readonly FrozenSet<string> Wholes = BoilerplateData.Wholes.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<string> Anywhere =
        SearchValues.Create(
            [.. BoilerplateData.Anywhere.Select(static p => PlainWords.IsSpaced(p) ? $" {p} " : p)], StringComparison.Ordinal);

    // By their first letters.
    private static readonly FrozenDictionary<char, string[]> Starts =
        BoilerplateData.Starts.GroupBy(static p => p[0])
            .ToFrozenDictionary(static g => g.Key, static g => g.Select(static p => PlainWords.IsSpaced(p) ? p + " " : p).ToArray());

    /// <summary>Whether a line is boilerplate.</summary>
    public static bool Contains(string line)
    {
        if (line.Length > MaxCharacters)
            return false;
        string words = PlainWords.Of(line, out int count);
        if (count is 0 or > MaxWords)
            return count == 0 && line.Length is > 0 and < 40 && !line.Any(char.IsLetterOrDigit);
        if (Wholes.Contains(words) || line.TrimStart().StartsWith('©') || IsImageMark(line))
            return true;
        string padded = $" {words} ";
        return padded.AsSpan().ContainsAny(Anywhere)
            || (count <= MaxStartWords && Starts.TryGetValue(words[0], out string[]? starts)
                && Array.Exists(starts, start => padded.AsSpan(1).StartsWith(start)));
    }

    /// <summary>What text browsers write for a picture: <c>[IMAGE]</c>, <c>[logo.png]</c>, <c>[image: a boat]</c>.</summary>
    private static bool IsImageMark(string line)
    {
        string text = line.Trim();
        return text.StartsWith('[') && text.EndsWith(']') && text.IndexOf(']', StringComparison.Ordinal) == text.Length - 1
            && (text.StartsWith("[image", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("[img", StringComparison.OrdinalIgnoreCase) || text.Contains(".png", StringComparison.OrdinalIgnoreCase)
                || text.Contains(".jp", StringComparison.OrdinalIgnoreCase)
                || text.Contains(".gif", StringComparison.OrdinalIgnoreCase) || text.Contains(".svg", StringComparison.OrdinalIgnoreCase)
                    || text.Contains(".webp", StringComparison.OrdinalIgnoreCase));
    }
}

using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Blocks;

/// <summary>
/// The words in an element's <c>class</c>, <c>id</c>, <c>role</c> and <c>itemprop</c>, hashed: <c>post-body__relatedLinks</c> has post, body, related and links. Where a
/// word stands is part of its hash, so that the same word in a class and in an id are two.
/// </summary>
internal static class MarkupWords
{
    /// <summary>No more than this many words of one element are looked at.</summary>
    public const int Most = 32;

    private const uint Prime = 16777619;

    /// <summary>Writes the hashes to <paramref name="words"/> (at least <see cref="Most"/> long) and returns how many there are.</summary>
    public static int Read(HtmlDocument document, int node, Span<uint> words)
    {
        ref NodeRow row = ref document.Nodes[node];
        int count = 0;
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            uint seed = attribute.Name switch
            {
                HtmlNames.Class => 0x811C9DC5,
                HtmlNames.Id => 0x2C1B3C6D,
                HtmlNames.Role => 0x297A2D39,
                HtmlNames.Itemprop => 0x7FEB352D,
                _ => 0,
            };
            if (seed != 0)
                count = Split(document.BytesOf(attribute.Value), seed, words, count);
        }
        return count;
    }

    private static int Split(ReadOnlySpan<byte> value, uint seed, Span<uint> words, int count)
    {
        uint hash = seed;
        int length = 0;
        bool lower = false;
        foreach (byte b in value)
        {
            bool upper = b is >= (byte)'A' and <= (byte)'Z';
            bool letter = upper || b is >= (byte)'a' and <= (byte)'z';
            if (!letter || (upper && lower))
            {
                if (length is >= 2 and <= 24 && count < words.Length)
                    words[count++] = hash;
                hash = seed;
                length = 0;
            }
            lower = letter && !upper;
            if (letter)
            {
                hash = (hash ^ (uint)(b | 0x20)) * Prime;
                length++;
            }
        }
        if (length is >= 2 and <= 24 && count < words.Length)
            words[count++] = hash;
        return count;
    }
}

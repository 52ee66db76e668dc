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

    /// <summary>
    /// The strings that name an element as a whole: each class, the id, the values of <c>data-*</c> and <c>aria-label</c> that are short, the words of a custom element's name. Digits
    /// do not count. Writes their hashes and returns how many there are.
    /// </summary>
    public static int ReadTokens(HtmlDocument document, int node, Span<uint> tokens)
    {
        ref NodeRow row = ref document.Nodes[node];
        int count = 0;
        ReadOnlySpan<byte> name = document.NameOf(row.Name);
        if (row.Name > HtmlNames.KnownCount && name.Contains((byte)'-'))
            count = Split(name, 0x1B56C4E9, tokens, count);
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            if (attribute.Name is HtmlNames.Class or HtmlNames.Id)
            {
                count = Whole(document.BytesOf(attribute.Value), 0x6C8E9CF5, tokens, count);
                continue;
            }
            ReadOnlySpan<byte> label = document.NameOf(attribute.Name);
            if ((label.StartsWith("data-"u8) || label.SequenceEqual("aria-label"u8)) && attribute.Value.Length is >= 2 and <= LongestValue)
                count = Split(document.BytesOf(attribute.Value), 0x3C6EF372, tokens, count);
        }
        return count;
    }

    /// <summary>The words of a link's address, and whether it stays on the site. Writes their hashes and returns how many there are.</summary>
    public static int ReadAddress(HtmlDocument document, int node, Span<uint> words)
    {
        ref NodeRow row = ref document.Nodes[node];
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            if (attribute.Name != HtmlNames.Href)
                continue;
            ReadOnlySpan<byte> address = document.BytesOf(attribute.Value);
            if (address.Length > LongestAddress)
                address = address[..LongestAddress];
            words[0] = address.IsEmpty ? 0x51ED270B : (address[0] | AddressSeed);
            return Split(address, AddressSeed, words, 1);
        }
        return 0;
    }

    private const int LongestValue = 48;
    private const int LongestAddress = 160;
    private const uint AddressSeed = 0x510E527F;

    private static int Whole(ReadOnlySpan<byte> value, uint seed, Span<uint> tokens, int count)
    {
        uint hash = seed;
        int length = 0;
        foreach (byte b in value)
        {
            if (b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')
            {
                if (length > 0 && count < tokens.Length)
                    tokens[count++] = hash;
                (hash, length) = (seed, 0);
            }
            else if (b is < (byte)'0' or > (byte)'9')
            {
                hash = (hash ^ b) * Prime;
                length++;
            }
        }
        if (length > 0 && count < tokens.Length)
            tokens[count++] = hash;
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

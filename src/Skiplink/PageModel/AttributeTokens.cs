using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// The words in an element's attributes, hashed: <c>post-body__relatedLinks</c> in a <c>class</c>, <c>id</c>, <c>role</c> or
/// <c>itemprop</c> has post, body, related and links. The attribute is part of a word's hash, so that the same word in a class and in an id
/// are two.
/// </summary>
internal static class AttributeTokens
{
    /// <summary>No more than this many words of one element are looked at.</summary>
    public const int Max = 32;

    /// <summary>
    /// Writes the hashes of an element's words to <paramref name="words"/> (at least <see cref="Max"/> long) and returns how many there
    /// are.
    /// </summary>
    public static int Read(HtmlDocument document, int node, Span<uint> words)
    {
        ref NodeRow row = ref document.Nodes[node];
        int count = 0;
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            if (SeedOf(attribute.Name) is not 0 and uint seed)
                count = LetterRuns.Split(document.BytesFrom(attribute.Value), attribute.ValueLength, seed, words, count);
        }
        return count;
    }

    /// <summary>Only so much of a link's address is looked at, its scheme apart.</summary>
    private const int MaxAddress = 64;

    private const uint AddressSeed = 0x510E527F;
    private const uint NoAddress = 0x51ED270B;

    /// <summary>
    /// The words of a link's address, and whether it stays on the site. Writes their hashes and returns how many there are.
    /// </summary>
    public static int ReadAddress(HtmlDocument document, int node, Span<uint> words)
    {
        ref NodeRow row = ref document.Nodes[node];
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            if (attribute.Name != HtmlNames.Href)
                continue;
            ReadOnlySpan<byte> address = document.BytesOf(attribute.Value);
            words[0] = address.IsEmpty ? NoAddress : (address[0] | AddressSeed);
            int start = address.StartsWith("https://"u8) ? 8 : address.StartsWith("http://"u8) ? 7 : 0;
            int length = Math.Min(address.Length - start, MaxAddress);
            return LetterRuns.Split(document.BytesFrom(attribute.Value)[start..], length, AddressSeed, words, 1);
        }
        return 0;
    }

    /// <summary>What the hashes of the words in an attribute begin with; 0 for an attribute that is not looked at.</summary>
    public static uint SeedOf(int attribute) => attribute switch
    {
        HtmlNames.Class => 0x811C9DC5,
        HtmlNames.Id => 0x2C1B3C6D,
        HtmlNames.Role => 0x297A2D39,
        HtmlNames.Itemprop => 0x7FEB352D,
        _ => 0,
    };
}

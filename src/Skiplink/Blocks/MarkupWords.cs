using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Blocks;

/// <summary>What the value of an attribute, or the name of an element, says of its element, as far as learnt words go.</summary>
internal enum MarkupPart : byte
{
    None,
    Class,
    Id,
    Role,
    Itemprop,

    /// <summary>A <c>data-*</c> attribute or <c>aria-label</c>.</summary>
    Data,

    /// <summary>The name of a custom element.</summary>
    Name,
}

/// <summary>
/// The words in an element's markup, hashed. Words: <c>post-body__relatedLinks</c> in a <c>class</c>, <c>id</c>, <c>role</c> or <c>itemprop</c> has post, body, related and links; where a
/// word stands is part of its hash, so that the same word in a class and in an id are two. Tokens: the strings that name an element as a whole, which are each class, the id, the values of
/// <c>data-*</c> and <c>aria-label</c> that are short, the words of a custom element's name; digits do not count.
/// </summary>
internal static class MarkupWords
{
    /// <summary>No more than this many words, and tokens, of one element are looked at.</summary>
    public const int Most = 32;

    private const int LongestValue = 48;
    private const int LongestAddress = 160;
    private const uint AddressSeed = 0x510E527F;

    /// <summary>Writes the hashes of an element's words to <paramref name="words"/> (at least <see cref="Most"/> long) and returns how many there are.</summary>
    public static int Read(HtmlDocument document, int node, Span<uint> words)
    {
        ref NodeRow row = ref document.Nodes[node];
        int count = 0;
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
            count = AddWords(PartOf(document, attribute.Name), document.BytesOf(attribute.Value), words, count);
        return count;
    }

    /// <summary>Writes the hashes of an element's tokens and returns how many there are.</summary>
    public static int ReadTokens(HtmlDocument document, int node, Span<uint> tokens)
    {
        ref NodeRow row = ref document.Nodes[node];
        int count = IsCustom(document, row.Name) ? AddTokens(MarkupPart.Name, document.NameOf(row.Name), tokens, 0) : 0;
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
            count = AddTokens(PartOf(document, attribute.Name), document.BytesOf(attribute.Value), tokens, count);
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
            return LetterRuns.Split(address, AddressSeed, words, 1);
        }
        return 0;
    }

    /// <summary>What an attribute of a name is.</summary>
    public static MarkupPart PartOf(HtmlDocument document, int name)
    {
        switch (name)
        {
            case HtmlNames.Class:
                return MarkupPart.Class;
            case HtmlNames.Id:
                return MarkupPart.Id;
            case HtmlNames.Role:
                return MarkupPart.Role;
            case HtmlNames.Itemprop:
                return MarkupPart.Itemprop;
            default:
                ReadOnlySpan<byte> label = document.NameOf(name);
                return label.StartsWith("data-"u8) || label.SequenceEqual("aria-label"u8) ? MarkupPart.Data : MarkupPart.None;
        }
    }

    /// <summary>Whether a name is that of a custom element.</summary>
    public static bool IsCustom(HtmlDocument document, int name) => name > HtmlNames.KnownCount && document.NameOf(name).Contains((byte)'-');

    /// <summary>Writes the hashes of the words of a part and returns how many there are then.</summary>
    public static int AddWords(MarkupPart part, ReadOnlySpan<byte> value, Span<uint> words, int count)
    {
        uint seed = part switch
        {
            MarkupPart.Class => 0x811C9DC5,
            MarkupPart.Id => 0x2C1B3C6D,
            MarkupPart.Role => 0x297A2D39,
            MarkupPart.Itemprop => 0x7FEB352D,
            _ => 0,
        };
        return seed == 0 ? count : LetterRuns.Split(value, seed, words, count);
    }

    /// <summary>Writes the hashes of the tokens of a part and returns how many there are then.</summary>
    public static int AddTokens(MarkupPart part, ReadOnlySpan<byte> value, Span<uint> tokens, int count) => part switch
    {
        MarkupPart.Class or MarkupPart.Id => LetterRuns.Whole(value, 0x6C8E9CF5, tokens, count),
        MarkupPart.Data when value.Length is >= 2 and <= LongestValue => LetterRuns.Split(value, 0x3C6EF372, tokens, count),
        MarkupPart.Name => LetterRuns.Split(value, 0x1B56C4E9, tokens, count),
        _ => count,
    };
}

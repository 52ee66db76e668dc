using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>The <c>meta</c> elements and the links of a page. They are noted where they stand; a value is read when it is asked for.</summary>
internal sealed class MetaTags(TextArena texts)
{
    /// <summary>No value is read further than this, in bytes, and no more of one name than so many.</summary>
    private const int MostBytes = 1 << 14;
    private const int MostValues = 200;

    private readonly List<Tag> _tags = [];
    private readonly int[] _first = new int[MetaNames.Count];
    private readonly int[] _last = new int[MetaNames.Count];
    private readonly int[] _counts = new int[MetaNames.Count];
    private readonly HtmlNode[] _links = new HtmlNode[LinkNames.Length];

    /// <summary>The relations of links that are looked up.</summary>
    public enum Relation
    {
        /// <summary>The page's own address.</summary>
        Canonical,

        /// <summary>The licence.</summary>
        License,

        /// <summary>The main image.</summary>
        Image,
    }

    private static readonly string[] LinkNames = ["canonical", "license", "image_src"];

    /// <summary>A value of a name.</summary>
    /// <param name="Node">The element.</param>
    /// <param name="Next">The next of the same name; 0 for none.</param>
    /// <param name="Value">The value, once it was asked for.</param>
    private record struct Tag(HtmlNode Node, int Next, ReadOnlyMemory<char>? Value);

    /// <summary>Forgets the page.</summary>
    public void Clear()
    {
        _tags.Clear();
        _tags.Add(default);
        Array.Clear(_first);
        Array.Clear(_counts);
        Array.Clear(_links);
    }

    /// <summary>The address of the first link with a relation, or null.</summary>
    public Candidate? Link(Relation relation)
    {
        HtmlNode link = _links[(int)relation];
        return link.IsNone ? null : new(Decoded(link.Utf8Attribute(HtmlNames.Href)).Trim(), MetadataSource.Link);
    }

    /// <summary>The first value of the first of these names that has one.</summary>
    public Candidate? First(ReadOnlySpan<MetaName> names)
    {
        foreach (MetaName name in names)
        {
            for (int tag = _first[name.Index]; tag != 0; tag = _tags[tag].Next)
            {
                if (ValueOf(tag) is { IsEmpty: false } value)
                    return new(value, name.Source);
            }
        }
        return null;
    }

    /// <summary>Adds all values of a name.</summary>
    public void AddAll(MetaName name, List<Candidate> candidates)
    {
        for (int tag = _first[name.Index]; tag != 0; tag = _tags[tag].Next)
        {
            if (ValueOf(tag) is { IsEmpty: false } value)
                candidates.Add(new(value, name.Source));
        }
    }

    /// <summary>Takes in a <c>meta</c> element.</summary>
    public void ReadMeta(HtmlNode node)
    {
        HtmlDocument document = node.Document;
        ref readonly NodeRow row = ref document.Nodes[node.Index];
        ReadOnlySpan<AttributeRow> attributes = document.AttributeRows.Span(row.DataStart, row.DataLength);
        bool hasContent = false;
        foreach (ref readonly AttributeRow attribute in attributes)
            hasContent |= attribute.Name == HtmlNames.Content && attribute.ValueLength > 0;
        if (!hasContent)
            return;
        // One element may have both a name and a property. What it is an item's property of is told by MarkedItems.
        foreach (ref readonly AttributeRow attribute in attributes)
        {
            if (attribute.Name is HtmlNames.Name or HtmlNames.Property or HtmlNames.HttpEquiv && MetaNames.Find(document.BytesOf(attribute.Value)) is { } name)
                Add(name.Index, node);
        }
    }

    /// <summary>Takes in a <c>link</c> element.</summary>
    public void ReadLink(HtmlNode node)
    {
        ReadOnlySpan<byte> relations = node.Utf8Attribute(HtmlNames.Rel);
        if (relations.IsEmpty)
            return;
        // Most links of a head load things.
        if ((relations[0] | 0x20) is not ('c' or 'l' or 'i'))
            return;
        for (int i = 0; i < LinkNames.Length; i++)
        {
            int length = LinkNames[i].Length;
            if (_links[i].IsNone && relations.Length >= length && Ascii.EqualsIgnoreCase(relations[..length], LinkNames[i]) && node.HasAttribute(HtmlNames.Href))
                _links[i] = node;
        }
    }

    /// <summary>Text of UTF-8 that is not longer than it may be.</summary>
    public ReadOnlyMemory<char> Decoded(ReadOnlySpan<byte> bytes) => texts.Decode(bytes.Length > MostBytes ? bytes[..MostBytes] : bytes);

    /// <summary><see cref="Decoded"/>, tidied.</summary>
    public ReadOnlyMemory<char> Tidied(ReadOnlySpan<byte> bytes) => Tidy.Text(bytes.Length > MostBytes ? bytes[..MostBytes] : bytes, texts);

    private ReadOnlyMemory<char> ValueOf(int tag)
    {
        if (_tags[tag].Value is { } known)
            return known;
        ReadOnlyMemory<char> value = Tidied(_tags[tag].Node.Utf8Attribute(HtmlNames.Content));
        _tags[tag] = _tags[tag] with { Value = value };
        return value;
    }

    private void Add(int name, HtmlNode node)
    {
        if (_counts[name]++ >= MostValues)
            return;
        if (_first[name] == 0)
            _first[name] = _tags.Count;
        else
            _tags[_last[name]] = _tags[_last[name]] with { Next = _tags.Count };
        _last[name] = _tags.Count;
        _tags.Add(new(node, 0, null));
    }
}

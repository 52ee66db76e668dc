using System.Runtime.InteropServices;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>The values of <c>meta</c> and <c>link</c> elements, decoded on first use.</summary>
internal sealed class MetaTags(TextArena texts)
{
    /// <summary>The maximum length of a value.</summary>
    private const int MaxBytes = 1 << 14;

    private readonly List<ReadOnlyMemory<char>?> _values = [];
    private PageHead _head = null!;

    /// <summary>Starts a page.</summary>
    public void Start(PageHead head)
    {
        _head = head;
        _values.Clear();
        CollectionsMarshal.SetCount(_values, head.MetaCount);
        CollectionsMarshal.AsSpan(_values).Clear();
    }

    /// <summary>The address of the first link with a relation, or null.</summary>
    public Candidate? Link(LinkRelation relation)
    {
        HtmlNode link = _head.LinkOf(relation);
        return link.IsNone ? null : new(Decoded(link.Utf8Attribute(HtmlNames.Href)).Trim(), MetadataSource.Link);
    }

    /// <summary>The first value of the first of these names that has one.</summary>
    public Candidate? First(ReadOnlySpan<MetaName> names)
    {
        foreach (MetaName name in names)
        {
            for (int entry = _head.MetaOf(name); entry != 0; entry = _head.NextMeta(entry))
            {
                if (ValueOf(entry) is { IsEmpty: false } value)
                    return new(value, name.Source);
            }
        }
        return null;
    }

    /// <summary>Adds all values of a name.</summary>
    public void AddAll(MetaName name, List<Candidate> candidates)
    {
        for (int entry = _head.MetaOf(name); entry != 0; entry = _head.NextMeta(entry))
        {
            if (ValueOf(entry) is { IsEmpty: false } value)
                candidates.Add(new(value, name.Source));
        }
    }

    /// <summary>Text of UTF-8 that is not longer than it may be.</summary>
    public ReadOnlyMemory<char> Decoded(ReadOnlySpan<byte> bytes) => texts.Decode(bytes.Length > MaxBytes ? bytes[..MaxBytes] : bytes);

    /// <summary><see cref="Decoded"/>, tidied.</summary>
    public ReadOnlyMemory<char> Tidied(ReadOnlySpan<byte> bytes) => Tidy.Text(bytes.Length > MaxBytes ? bytes[..MaxBytes] : bytes, texts);

    private ReadOnlyMemory<char> ValueOf(int entry)
    {
        if (_values[entry] is { } known)
            return known;
        ReadOnlyMemory<char> value = Tidied(_head.ContentOf(entry));
        _values[entry] = value;
        return value;
    }
}

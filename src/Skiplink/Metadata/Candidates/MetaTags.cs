using System.Text;
using Skiplink.Html;

namespace Skiplink.Metadata.Candidates;

/// <summary>The <c>meta</c> elements and the links of a page, by their names in lower case.</summary>
internal sealed class MetaTags
{
    /// <summary>No value is read further than this, in bytes, and no more of one name than so many.</summary>
    private const int MostBytes = 1 << 14;
    private const int MostValues = 200;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    /// <summary>The address of the first link with a relation, or null.</summary>
    public string? Link(string relation) => _links.GetValueOrDefault(relation);

    /// <summary>The first value of the first of these names that has one.</summary>
    public Finding? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_values.TryGetValue(name, out List<string>? values))
                return new(values[0], SourceOf(name), values[0]);
        }
        return null;
    }

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out List<string>? values) ? values : [];

    /// <summary>What a finding from this name says it is from.</summary>
    public static string SourceOf(string name) => name.StartsWith("og:", StringComparison.Ordinal) || name.StartsWith("article:", StringComparison.Ordinal) ? "open-graph" : "meta";

    /// <summary>Takes in a <c>meta</c> or a <c>link</c> element.</summary>
    public void Read(HtmlNode node)
    {
        if (node.Is(HtmlNames.Meta))
        {
            ReadMeta(node);
        }
        else if (node.Utf8Attribute(HtmlNames.Rel) is { IsEmpty: false } relations && node.TryGetAttribute(HtmlNames.Href, out ReadOnlySpan<byte> href))
        {
            // Most links of a head load things.
            foreach (string relation in (ReadOnlySpan<string>)["canonical", "license", "image_src"])
            {
                if (relations.Length >= relation.Length && Ascii.EqualsIgnoreCase(relations.Length == relation.Length ? relations : relations[..relation.Length], relation))
                    _links.TryAdd(relation, ValueOf(href).Trim());
            }
        }
    }

    private void ReadMeta(HtmlNode node)
    {
        ReadOnlySpan<byte> content = node.Utf8Attribute(HtmlNames.Content);
        if (content.IsEmpty)
            return;
        string? value = null;
        // One element may have both a name and a property. What it is an item's property of is told by MarkedItems.
        for (int i = 0; i < node.AttributeCount; i++)
        {
            HtmlAttribute attribute = node.Attribute(i);
            if (attribute.NameId is not (HtmlNames.Name or HtmlNames.Property or HtmlNames.HttpEquiv) || MetaNames.Find(attribute.Utf8Value) is not { } known)
                continue;
            value ??= Tidy.Text(ValueOf(content));
            if (value.Length > 0)
                Add(known, value);
        }
    }

    /// <summary>A value that is not longer than it may be, cut where a character ends.</summary>
    public static string ValueOf(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.Length > MostBytes ? bytes[..MostBytes] : bytes);

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out List<string>? values))
            _values[name] = values = [];
        if (values.Count < MostValues)
            values.Add(value);
    }
}

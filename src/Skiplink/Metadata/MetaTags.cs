using System.Text;
using Skiplink.Html;

namespace Skiplink.Metadata;

/// <summary>The <c>meta</c> elements and the links of a page's head, by their names in lower case.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _links = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a link of the page's head is named so in the table of links.</summary>
    public string? Link(string relation) => _links.GetValueOrDefault(relation);

    /// <summary>The first value of the first of these names that has one.</summary>
    public (string Name, string Value)? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_values.TryGetValue(name, out List<string>? values))
                return (name, values[0]);
        }
        return null;
    }

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out List<string>? values) ? values : [];

    /// <summary>Takes in a <c>meta</c> or a <c>link</c> element.</summary>
    public void Read(HtmlNode node)
    {
        if (node.Is(HtmlNames.Meta))
        {
            if (!node.TryGetAttribute(HtmlNames.Content, out ReadOnlySpan<byte> content))
                return;
            string value = Tidy.Text(Encoding.UTF8.GetString(content));
            if (value.Length == 0)
                return;
            // One element may have both a name and a property.
            Add(node.Utf8Attribute(HtmlNames.Name), value);
            Add(node.Utf8Attribute(HtmlNames.Property), value);
            Add(node.Utf8Attribute(HtmlNames.Itemprop), value);
            Add(node.Utf8Attribute(HtmlNames.HttpEquiv), value);
        }
        else if (node.Is(HtmlNames.Link) && node.TryGetAttribute(HtmlNames.Href, out ReadOnlySpan<byte> href))
        {
            foreach (string relation in Encoding.UTF8.GetString(node.Utf8Attribute(HtmlNames.Rel)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                _links.TryAdd(relation, Encoding.UTF8.GetString(href).Trim());
        }
    }

    private void Add(ReadOnlySpan<byte> name, string value)
    {
        if (name.IsEmpty || name.Length > 64)
            return;
        string key = Encoding.UTF8.GetString(name).Trim().ToLowerInvariant();
        if (!_values.TryGetValue(key, out List<string>? values))
            _values[key] = values = [];
        values.Add(value);
    }
}

using System.Text;
using Skiplink.Html;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>
/// Properties that elements are marked with: microdata (<c>itemprop</c>) and RDFa Lite (<c>property</c>), whatever the prefix of the
/// vocabulary. Values are looked up in the item about the page: the first article, otherwise the first item.
/// </summary>
internal sealed class MarkedItems(TextArena texts)
{
    private const int MaxCount = 400;
    private const int MaxBytes = 1 << 14;
    private const int MaxLevels = 48;

    private readonly List<Item> _items = [];
    private readonly Dictionary<int, int> _scopes = [];
    private int _main = -1;

    /// <summary>A marked element.</summary>
    /// <param name="Node">The element.</param>
    /// <param name="Name">The property's name, without prefix, in lower case.</param>
    /// <param name="Source">Microdata or RDFa.</param>
    /// <param name="Scope">The element of the item that it belongs to; 0 for none.</param>
    private readonly record struct Item(HtmlNode Node, string Name, MetadataSource Source, int Scope);

    /// <summary>Removes the items of the last page.</summary>
    public void Clear()
    {
        _items.Clear();
        _scopes.Clear();
        _main = -1;
    }

    /// <summary>Adds an element with <c>itemprop</c> or <c>property</c>.</summary>
    public void Read(HtmlNode node, ReadOnlySpan<byte> names, MetadataSource source)
    {
        if (_items.Count >= MaxCount || names.Length > 80)
            return;
        foreach (Range range in names.Split((byte)' '))
        {
            ReadOnlySpan<byte> name = names[range];
            name = name[(name.LastIndexOfAny("/#:"u8) + 1)..];
            if (!name.IsEmpty && Known(name) is { } known)
                _items.Add(new(node, known, source, ScopeOf(node)));
        }
    }

    /// <summary>The first value of the first of these properties that the item about the page has, or null.</summary>
    public Candidate? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            for (int i = Next(name, 0); i < _items.Count; i = Next(name, i + 1))
            {
                if (Value(i) is { } value)
                    return value;
            }
        }
        return null;
    }

    /// <summary>Adds the values of the first of these properties that the item about the page has.</summary>
    public void AddAll(List<Candidate> candidates, int max, params ReadOnlySpan<string> names)
    {
        int before = candidates.Count;
        foreach (string name in names)
        {
            for (int i = Next(name, 0); i < _items.Count && candidates.Count < before + max; i = Next(name, i + 1))
            {
                if (Value(i) is { } value)
                    candidates.Add(value);
            }
            if (candidates.Count > before)
                return;
        }
    }

    /// <summary>The first item, from an index on, that is this property of the item about the page.</summary>
    private int Next(string name, int from)
    {
        while (from < _items.Count && !(_items[from].Name == name && (_items[from].Scope == Main() || IsPart(_items[from].Scope, Main()))))
            from++;
        return from;
    }

    private Candidate? Value(int item) => Candidate.Of(Tidy.Text(ValueOf(_items[item].Node), texts), _items[item].Source);

    /// <summary>The property names that are looked up; others (prices, ratings, positions) are dropped.</summary>
    private static string? Known(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when Ascii.EqualsIgnoreCase(name, "date"u8) => "date",
        5 when Ascii.EqualsIgnoreCase(name, "title"u8) => "title",
        5 when Ascii.EqualsIgnoreCase(name, "image"u8) => "image",
        6 when Ascii.EqualsIgnoreCase(name, "author"u8) => "author",
        6 when Ascii.EqualsIgnoreCase(name, "issued"u8) => "issued",
        7 when Ascii.EqualsIgnoreCase(name, "creator"u8) => "creator",
        7 when Ascii.EqualsIgnoreCase(name, "license"u8) => "license",
        7 when Ascii.EqualsIgnoreCase(name, "created"u8) => "created",
        8 when Ascii.EqualsIgnoreCase(name, "headline"u8) => "headline",
        8 when Ascii.EqualsIgnoreCase(name, "modified"u8) => "modified",
        8 when Ascii.EqualsIgnoreCase(name, "keywords"u8) => "keywords",
        9 when Ascii.EqualsIgnoreCase(name, "publisher"u8) => "publisher",
        11 when Ascii.EqualsIgnoreCase(name, "datecreated"u8) => "datecreated",
        12 when Ascii.EqualsIgnoreCase(name, "datemodified"u8) => "datemodified",
        13 when Ascii.EqualsIgnoreCase(name, "datepublished"u8) => "datepublished",
        14 when Ascii.EqualsIgnoreCase(name, "articlesection"u8) => "articlesection",
        _ => null,
    };

    /// <summary>The item about the page: the first article, otherwise the first item with one of the properties.</summary>
    private int Main()
    {
        if (_main >= 0)
            return _main;
        _main = _items.Count > 0 ? _items[0].Scope : 0;
        foreach (Item item in _items)
        {
            if (item.Scope == 0)
                continue;
            ReadOnlySpan<byte> type = TypeOf(new(item.Node.Document, item.Scope));
            if (type.EndsWith("Article"u8) || type.EndsWith("BlogPosting"u8) || type.EndsWith("Posting"u8) || type.EndsWith("Recipe"u8)
                || type.EndsWith("Review"u8) && item.Name == "headline")
            {
                _main = item.Scope;
                break;
            }
        }
        return _main;
    }

    /// <summary>Whether an item is nested in another as one of its properties, like the author of an article.</summary>
    private bool IsPart(int scope, int main)
    {
        for (int i = 0; i < 3 && scope > 0; i++)
        {
            if (scope == main)
                return true;
            scope = _scopes.GetValueOrDefault(scope, -1);
        }
        return false;
    }

    /// <summary>The item that an element belongs to. An element that is an item itself belongs to the one around it.</summary>
    private int ScopeOf(HtmlNode node)
    {
        HtmlNode scope = node.Parent;
        for (int i = 0; i < MaxLevels && !scope.IsNone; i++, scope = scope.Parent)
        {
            if (scope.IsElement && (scope.HasAttribute(HtmlNames.Itemscope) || scope.HasAttribute(HtmlNames.Typeof)))
            {
                if (!_scopes.ContainsKey(scope.Index))
                {
                    // An item belongs to the one around it only as a property of it, and not as an answer to it.
                    ReadOnlySpan<byte> property = scope.TryGetAttribute(HtmlNames.Itemprop, out ReadOnlySpan<byte> value)
                        ? value
                        : scope.Utf8Attribute(HtmlNames.Property);
                    _scopes[scope.Index] = -1;
                    if (!property.IsEmpty && !IsAnswer(property) && _scopes.Count < MaxCount)
                        _scopes[scope.Index] = OuterOf(scope);
                }
                return scope.Index;
            }
        }
        return 0;
    }

    private static bool IsAnswer(ReadOnlySpan<byte> property) =>
        property.IndexOf("comment"u8) >= 0 || property.IndexOf("nswer"u8) >= 0 || property.IndexOf("reply"u8) >= 0
            || property.IndexOf("review"u8) >= 0;

    private static int OuterOf(HtmlNode scope)
    {
        HtmlNode outer = scope.Parent;
        for (int i = 0; i < MaxLevels && !outer.IsNone; i++, outer = outer.Parent)
        {
            if (outer.IsElement && (outer.HasAttribute(HtmlNames.Itemscope) || outer.HasAttribute(HtmlNames.Typeof)))
                return outer.Index;
        }
        return 0;
    }

    private static ReadOnlySpan<byte> TypeOf(HtmlNode scope) =>
        scope.TryGetAttribute(HtmlNames.Itemtype, out ReadOnlySpan<byte> type)
            ? type.TrimEnd((byte)' ')
            : scope.Utf8Attribute(HtmlNames.Typeof).TrimEnd((byte)' ');

    /// <summary>The value of a marked element: what its attributes say, the name in it, or its text.</summary>
    private ReadOnlyMemory<char> ValueOf(HtmlNode node)
    {
        foreach (int attribute in (ReadOnlySpan<int>)[HtmlNames.Content, HtmlNames.Datetime])
        {
            if (node.TryGetAttribute(attribute, out ReadOnlySpan<byte> value) && !value.IsEmpty)
                return Decoded(value);
        }
        if (node.Is(HtmlNames.Img))
            return Decoded(node.Utf8Attribute(HtmlNames.Src));
        if (node.Is(HtmlNames.Link))
            return Decoded(node.Utf8Attribute(HtmlNames.Href));
        int looked = 0;
        for (HtmlNode child = node.FirstChild; !child.IsNone && looked < 60; child = child.NextInOrder(node), looked++)
        {
            if (!child.IsElement)
                continue;
            ReadOnlySpan<byte> name = child.TryGetAttribute(HtmlNames.Itemprop, out ReadOnlySpan<byte> property)
                ? property
                : child.Utf8Attribute(HtmlNames.Property);
            if (name.EndsWith("name"u8) && (name.Length == 4 || name[^5] == ':'))
                return child.TryGetAttribute(HtmlNames.Content, out ReadOnlySpan<byte> content) && !content.IsEmpty
                    ? Decoded(content)
                    : ElementText.Of(child, texts);
        }
        // What holds half of the page is no value.
        return looked >= 60 ? default : ElementText.Of(node, texts);
    }

    private ReadOnlyMemory<char> Decoded(ReadOnlySpan<byte> value) => texts.Decode(value.Length > MaxBytes ? value[..MaxBytes] : value);
}

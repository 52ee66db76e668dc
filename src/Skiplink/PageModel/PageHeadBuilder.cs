using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel.Json;

namespace Skiplink.PageModel;

/// <summary>
/// Reads what a page says of itself in elements that are no text: all that stands before the body in one walk, and what the pass over the
/// body meets. Its memory is used again for each page.
/// </summary>
internal sealed class PageHeadBuilder
{
    /// <summary>No more elements of one <c>meta</c> name are looked at than this.</summary>
    private const int MaxValues = 200;

    private static readonly string[] RelationNames = ["canonical", "license", "image_src"];

    private readonly JsonLdParser _jsonLd = new();
    private readonly List<PageScript> _scripts = [];
    private readonly List<MetaEntry> _meta = [];
    private readonly List<int> _bodyScripts = [];
    private readonly List<int> _bodyDeclarations = [];
    private readonly int[] _firstOfName = new int[MetaNames.Count];
    private readonly int[] _lastOfName = new int[MetaNames.Count];
    private readonly int[] _countOfName = new int[MetaNames.Count];
    private readonly HtmlNode[] _links = new HtmlNode[RelationNames.Length];
    private int[] _metadataElements = new int[64];
    private int _metadataElementCount;
    private HtmlDocument _document = null!;
    private HtmlNode _title;
    private HtmlNode _base;
    private int _body;

    /// <summary>What a <see cref="PageHead"/> is made of.</summary>
    internal readonly record struct Parts(
        HtmlDocument Document,
        HtmlNode Title,
        HtmlNode Base,
        IReadOnlyList<MetaEntry> Meta,
        int[] FirstOfName,
        HtmlNode[] Links,
        int[] MetadataElements,
        int MetadataElementCount,
        IReadOnlyList<PageScript> Scripts,
        JsonLdDocument JsonLd);

    /// <summary>Starts a page and reads all that stands before its body.</summary>
    public void Start(HtmlDocument document)
    {
        _document = document;
        _jsonLd.Start(document);
        _scripts.Clear();
        _bodyScripts.Clear();
        _bodyDeclarations.Clear();
        _meta.Clear();
        // Entries are numbered from 1.
        _meta.Add(default);
        Array.Clear(_firstOfName);
        Array.Clear(_countOfName);
        Array.Clear(_links);
        _metadataElementCount = 0;
        (_title, _base) = (default, default);
        // Nodes stand in the order in which they were made: what stands before the body is the head.
        _body = document.Body is { IsNone: false } body ? body.Index : document.NodeCount;
        for (int node = 0; node < _body; node++)
        {
            ref readonly NodeRow row = ref document.Nodes[node];
            if (row.Kind == HtmlNodeKind.Element && row.Namespace == HtmlNamespace.Html)
                ReadHeadElement(node, row);
        }
    }

    /// <summary>Reads what was met in the body; what the page says of itself is good until the next page is begun.</summary>
    public PageHead Build()
    {
        foreach (int node in _bodyDeclarations)
            ReadDeclaration(node, _document.Nodes[node].Name);
        foreach (int node in _bodyScripts)
            ReadScript(node);
        return new(
            new(_document, _title, _base, _meta, _firstOfName, _links, _metadataElements, _metadataElementCount, _scripts,
            _jsonLd.Build()));
    }

    /// <summary>Takes in a <c>script</c> element of the body.</summary>
    public void AddScript(int node)
    {
        // Without a body the pass over the blocks meets the head once more.
        if (node >= _body)
            _bodyScripts.Add(node);
    }

    /// <summary>Takes in a <c>meta</c>, <c>link</c> or <c>title</c> element of the body.</summary>
    public void AddDeclaration(int node)
    {
        if (node < _body)
            return;
        _bodyDeclarations.Add(node);
        AddMetadataElement(node);
    }

    /// <summary>Takes in another element of the body that may name something about the page.</summary>
    public void AddMetadataElement(int node)
    {
        if (_metadataElementCount == _metadataElements.Length)
            Array.Resize(ref _metadataElements, 2 * _metadataElementCount);
        _metadataElements[_metadataElementCount++] = node;
    }

    private void ReadHeadElement(int node, in NodeRow row)
    {
        if (row.Name == HtmlNames.Script)
            ReadScript(node);
        else if (row.Name == HtmlNames.Base)
            ReadBase(node);
        else
            ReadDeclaration(node, row.Name);
        if (row.DataLength > 0 && row.Name != HtmlNames.Script && IsMarked(row))
            AddMetadataElement(node);
    }

    private bool IsMarked(in NodeRow row)
    {
        foreach (ref readonly AttributeRow attribute in _document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            if (attribute.Name == HtmlNames.Itemprop || (attribute.Name == HtmlNames.Property && row.Name != HtmlNames.Meta))
                return true;
        }
        return false;
    }

    private void ReadDeclaration(int node, int name)
    {
        if (name == HtmlNames.Meta)
            ReadMeta(node);
        else if (name == HtmlNames.Link)
            ReadLink(new(_document, node));
        else if (name == HtmlNames.Title && _title.IsNone && HasText(new HtmlNode(_document, node).FirstChild))
            _title = new HtmlNode(_document, node).FirstChild;
    }

    private static bool HasText(HtmlNode node) => node is { IsNone: false, IsText: true } && node.Utf8Text.ContainsAnyExcept(" \t\n\f\r"u8);

    private void ReadBase(int node)
    {
        if (_base.IsNone && new HtmlNode(_document, node) is var element && element.HasAttribute(HtmlNames.Href))
            _base = element;
    }

    private void ReadScript(int node)
    {
        HtmlNode script = new(_document, node);
        ScriptKind kind = PageScript.KindOf(script.Utf8Attribute(HtmlNames.Type));
        _scripts.Add(new(node, kind));
        if (kind == ScriptKind.JsonLd)
            _jsonLd.Parse(script);
    }

    private void ReadMeta(int node)
    {
        ref readonly NodeRow row = ref _document.Nodes[node];
        ReadOnlySpan<AttributeRow> attributes = _document.AttributeRows.Span(row.DataStart, row.DataLength);
        bool hasContent = false;
        foreach (ref readonly AttributeRow attribute in attributes)
            hasContent |= attribute.Name == HtmlNames.Content && attribute.ValueLength > 0;
        if (!hasContent)
            return;
        // One element may have both a name and a property.
        foreach (ref readonly AttributeRow attribute in attributes)
        {
            bool isName = attribute.Name is HtmlNames.Name or HtmlNames.Property or HtmlNames.HttpEquiv;
            if (isName && MetaNames.Find(_document.BytesOf(attribute.Value)) is { } name)
                AddMeta(name.Index, node);
        }
    }

    private void AddMeta(int name, int node)
    {
        if (_countOfName[name]++ >= MaxValues)
            return;
        if (_firstOfName[name] == 0)
            _firstOfName[name] = _meta.Count;
        else
            _meta[_lastOfName[name]] = _meta[_lastOfName[name]] with { Next = _meta.Count };
        _lastOfName[name] = _meta.Count;
        _meta.Add(new(node, 0));
    }

    private void ReadLink(HtmlNode node)
    {
        ReadOnlySpan<byte> relations = node.Utf8Attribute(HtmlNames.Rel);
        // Most links of a head load things.
        if (relations.IsEmpty || (relations[0] | 0x20) is not ('c' or 'l' or 'i'))
            return;
        for (int i = 0; i < RelationNames.Length; i++)
        {
            int length = RelationNames[i].Length;
            bool isNamed = relations.Length >= length && Ascii.EqualsIgnoreCase(relations[..length], RelationNames[i]);
            if (isNamed && _links[i].IsNone && node.HasAttribute(HtmlNames.Href))
                _links[i] = node;
        }
    }
}

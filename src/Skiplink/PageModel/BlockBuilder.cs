using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// The one pass over the tree: cuts the body's text into blocks and sums up, for each element, what stands in it. A block ends where a
/// block-level element begins or ends, and at two line breaks in a row. No recursion; the time is linear in the number of nodes and bytes
/// of text.
/// </summary>
internal sealed partial class BlockBuilder
{
    private static readonly ElementRow AboveAll = new() { Depth = -1 };

    private readonly SiblingRuns _siblings = new();
    private readonly HiddenTextBuilder _hidden = new();
    private readonly HiddenTextDecision _hiddenText = new();
    private readonly BlockTableBuilder _blocks = new();
    private readonly ElementTableBuilder _elements;
    private HtmlDocument _document = null!;
    private PageHeadBuilder _head = null!;
    private int _block;
    private int _lastLink;
    private int _breaks;

    public BlockBuilder() => _elements = _blocks.Elements;

    /// <summary>Makes the table of a page's blocks; it is good until the next page is read.</summary>
    /// <param name="document">The page.</param>
    /// <param name="head">Is given the elements of the body that may say something of the page.</param>
    public BlockTable Build(HtmlDocument document, PageHeadBuilder head)
    {
        _document = document;
        _head = head;
        _block = -1;
        _breaks = 0;
        _lastLink = 0;
        _pending.Clear();
        _hidden.Start(document);
        _blocks.Clear(document.NodeCount);
        _siblings.Clear();
        HtmlNode root = document.Body is { IsNone: false } body ? body : document.Root;
        Walk(root.Index);
        _siblings.Count(_elements.Rows);
        return _blocks.Build(_hiddenText.Decide(document, _blocks, _hidden));
    }

    private void Walk(int root)
    {
        NodeTable nodes = _document.Nodes;
        PageBytes page = new(_document);
        TextScanner scanner = new(_blocks.Words);
        int element = Enter(root, 0, page, ref scanner, ElementTraits.Of(nodes[root].Name));
        int node = nodes[root].FirstChildOrNone;
        if (node == 0)
        {
            Leave(element, ref scanner);
            return;
        }
        while (true)
        {
            ref readonly NodeRow row = ref nodes[node];
            if (row.Kind == HtmlNodeKind.Text)
            {
                // Most text is white space between blocks.
                ReadOnlySpan<byte> memory = page.From(row.DataStart);
                if (_hidden.Current >= 0)
                    ReadHiddenText(node, memory, row.DataLength, element);
                else if (_block >= 0 || !IsWhiteSpace(memory, row.DataLength))
                    ReadText(node, memory, row.DataLength, element, ref scanner);
            }
            else if (row.Kind == HtmlNodeKind.Element)
            {
                ElementTraits traits = ElementTraits.Of(row.Name);
                if ((row.Namespace == HtmlNamespace.Html && !traits.Is(ElementTraits.Marks.Skipped)) || IsEntered(row, traits))
                {
                    element = Enter(node, element, page, ref scanner, traits);
                    if (row.FirstChild != 0)
                    {
                        node = row.FirstChild;
                        continue;
                    }
                    element = Leave(element, ref scanner);
                }
                else if (traits.Is(ElementTraits.Marks.Script))
                {
                    _head.AddScript(node);
                }
                else if (traits.Is(ElementTraits.Marks.Declaration))
                {
                    _head.AddDeclaration(node);
                }
            }
            int next = row.NextSibling;
            while (next == 0)
            {
                node = nodes[node].Parent;
                element = Leave(element, ref scanner);
                if (node == root)
                    return;
                next = nodes[node].NextSibling;
            }
            node = next;
        }
    }

    /// <summary>
    /// Whether an element that is not of HTML, or skipped, is entered all the same. Scripts are not, whatever namespace they are of.
    /// </summary>
    private static bool IsEntered(in NodeRow row, ElementTraits traits) =>
        !BlockLevel.IsSkipped(row) && !traits.Is(ElementTraits.Marks.Script);

    private int Enter(int node, int parent, in PageBytes page, ref TextScanner scanner, ElementTraits traits)
    {
        ref NodeRow row = ref _document.Nodes[node];
        int index = _elements.Add();
        ref ElementRow element = ref _elements[index];
        ref readonly ElementRow above = ref index == 0 ? ref AboveAll : ref _elements[parent];
        ContextFlags own = traits.Context;
        uint name = ElementReader.HashOf(row.Name), signature = name;
        int firstValue = _elements.Values.UseCount;
        bool isMetadata = traits.Is(ElementTraits.Marks.Metadata);
        HidingMarkup hiding = default;
        if (row.DataLength > 0)
        {
            ReadOnlySpan<AttributeRow> attributes = _document.AttributeRows.Span(row.DataStart, row.DataLength);
            isMetadata |= ElementReader.ReadAttributes(page, attributes, _elements.Values, ref own, ref signature, ref hiding);
        }
        if (isMetadata)
            _head.AddMetadataElement(node);
        element.Node = node;
        element.Parent = parent;
        element.Depth = above.Depth + 1;
        element.Name = row.Name;
        element.FirstValue = firstValue;
        element.Context = above.Context | own;
        element.Signature = signature;
        element.PathSignature = Fnv1a.Combine(above.PathSignature, signature);
        element.TagSignature = Fnv1a.Combine(above.TagSignature, name);
        element.FirstBlock = _blocks.Count;
        element.ReaderScore = 0;
        if (hiding.IsAny || row.Name is HtmlNames.Noscript or HtmlNames.Math || (hiding.IsNamed && _hidden.FollowsColors))
            _hidden.Enter(index, node, parent, row.Name, hiding);
        if (hiding.Controls.Length > 0)
            _hidden.Controls.Add(hiding.Controls);
        bool isImage = traits.Is(ElementTraits.Marks.Image), isLink = traits.Is(ElementTraits.Marks.Link);
        bool isHeading = (own & ~above.Context & ContextFlags.Heading) != 0;
        element.Sums = Vector256.Create(Vector128<int>.Zero, Vector128.Create(isImage ? 1 : 0, isHeading ? 1 : 0, isLink ? 1 : 0, 0));
        _siblings.Add(element.Depth, signature);
        if (traits.Is(ElementTraits.Marks.Block))
        {
            EndBlock(ref scanner);
        }
        else if (traits.Is(ElementTraits.Marks.Break))
        {
            if (_block >= 0)
                scanner.EndWord(ref _blocks[_block].Shape);
            else if (_pending.Count > 0)
                _pending.Add(new(0, index, -1));
            if (++_breaks >= 2)
                EndBlock(ref scanner);
        }
        else if (isImage)
        {
            if (_block >= 0)
                _blocks[_block].Images++;
        }
        else if (isLink)
        {
            _lastLink = index;
        }
        return index;
    }

    /// <summary>Completes an element and returns its parent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Leave(int index, ref TextScanner scanner)
    {
        ref ElementRow element = ref _elements[index];
        if (ElementTraits.Of(element.Name).Is(ElementTraits.Marks.Block))
            EndBlock(ref scanner);
        _hidden.Leave(index);
        element.Blocks = _blocks.Count - element.FirstBlock;
        element.End = _elements.Count;
        if (index != 0)
            _elements[element.Parent].Sums += element.Sums;
        return element.Parent;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// The one pass over the tree: cuts the body's text into blocks and sums up, for each element, what stands in it. A block ends where a block-level element begins
/// or ends, and at two line breaks in a row. No recursion; the time is linear in the number of nodes and bytes of text.
/// </summary>
internal sealed partial class BlockBuilder
{
    private static readonly ElementRow AboveAll = new() { Depth = -1 };

    private readonly AlikeSiblings _alike = new();
    private HtmlDocument _document = null!;
    private BlockTable _blocks = null!;
    private ElementTable _elements = null!;
    private int _block;
    private int _lastLink;
    private int _breaks;

    /// <summary>Fills the table with the blocks of the page.</summary>
    public void Build(HtmlDocument document, BlockTable blocks)
    {
        _document = document;
        _blocks = blocks;
        _elements = blocks.Elements;
        _block = -1;
        _breaks = 0;
        _lastLink = 0;
        blocks.Clear(document.NodeCount);
        _alike.Clear();
        HtmlNode root = document.Body is { IsNone: false } body ? body : document.Root;
        Walk(root.Index);
        _alike.Count(_elements.Rows);
    }

    private void Walk(int root)
    {
        NodeTable nodes = _document.Nodes;
        PageBytes page = new(_document);
        TextScanner scanner = new(_blocks);
        int element = Enter(root, 0, page, ref scanner, NameFacts.Of(nodes[root].Name));
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
                if (_block >= 0 || !IsWhiteSpace(memory, row.DataLength))
                    ReadText(node, memory, row.DataLength, element, ref scanner);
            }
            else if (row.Kind == HtmlNodeKind.Element)
            {
                NameFacts facts = NameFacts.Of(row.Name);
                if ((row.Namespace == HtmlNamespace.Html && !facts.Is(NameFacts.Marks.Skipped)) || IsEntered(row, facts))
                {
                    element = Enter(node, element, page, ref scanner, facts);
                    if (row.FirstChild != 0)
                    {
                        node = row.FirstChild;
                        continue;
                    }
                    element = Leave(element, ref scanner);
                }
                else if (facts.Is(NameFacts.Marks.Script))
                {
                    _blocks.AddScript(node);
                }
                else if (facts.Is(NameFacts.Marks.Meta))
                {
                    _blocks.AddNote(node);
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

    /// <summary>Whether an element that is not of HTML, or skipped, is entered all the same. Scripts are not, whatever namespace they are of.</summary>
    private static bool IsEntered(in NodeRow row, NameFacts facts) => !IsSkipped(row) && !facts.Is(NameFacts.Marks.Script);

    /// <summary>Whether an element is no part of the page's text, and has no row.</summary>
    public static bool IsSkipped(in NodeRow row) =>
        row.Namespace == HtmlNamespace.Html ? BlockLevel.Of(row.Name) == BlockLevel.Role.Skipped : row.Namespace == HtmlNamespace.Svg;

    /// <summary>Whether an element begins and ends blocks.</summary>
    public static bool IsBlockLevel(in ElementRow element) => BlockLevel.Of(element.Name) == BlockLevel.Role.Block;

    private int Enter(int node, int parent, in PageBytes page, ref TextScanner scanner, NameFacts facts)
    {
        ref NodeRow row = ref _document.Nodes[node];
        int index = _elements.Add();
        ref ElementRow element = ref _elements[index];
        ref readonly ElementRow above = ref index == 0 ? ref AboveAll : ref _elements[parent];
        Surroundings own = facts.Surroundings;
        uint name = ElementReader.HashOf(row.Name), signature = name;
        int firstValue = _elements.Values.Uses;
        bool isNote = facts.Is(NameFacts.Marks.Note);
        if (row.DataLength > 0)
            isNote |= ElementReader.ReadAttributes(page, _document.AttributeRows.Span(row.DataStart, row.DataLength), _elements.Values, ref own, ref signature);
        if (isNote)
            _blocks.AddNote(node);
        element.Node = node;
        element.Parent = parent;
        element.Depth = above.Depth + 1;
        element.Name = row.Name;
        element.FirstValue = firstValue;
        element.Surroundings = above.Surroundings | own;
        element.Signature = signature;
        element.PathSignature = ElementReader.GoOn(above.PathSignature, signature);
        element.TagSignature = ElementReader.GoOn(above.TagSignature, name);
        element.FirstBlock = _blocks.Count;
        element.ReaderScore = 0;
        bool isImage = facts.Is(NameFacts.Marks.Image), isLink = facts.Is(NameFacts.Marks.Link);
        element.Sums = Vector256.Create(Vector128<int>.Zero, Vector128.Create(isImage ? 1 : 0, (own & ~above.Surroundings & Surroundings.Heading) != 0 ? 1 : 0, isLink ? 1 : 0, 0));
        _alike.Add(element.Depth, signature);
        if (facts.Is(NameFacts.Marks.Block))
        {
            EndBlock(ref scanner);
        }
        else if (facts.Is(NameFacts.Marks.Break))
        {
            if (_block >= 0)
                scanner.EndWord(ref _blocks[_block].Shape);
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
        if (NameFacts.Of(element.Name).Is(NameFacts.Marks.Block))
            EndBlock(ref scanner);
        element.Blocks = _blocks.Count - element.FirstBlock;
        element.End = _elements.Count;
        if (index != 0)
            _elements[element.Parent].Sums += element.Sums;
        return element.Parent;
    }
}

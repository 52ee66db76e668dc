using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Blocks;

/// <summary>
/// The one pass over the tree: cuts the body's text into blocks and sums up, for each element, what stands in it. A block ends where a block-level element begins
/// or ends, and at two line breaks in a row. No recursion; the time is linear in the number of nodes and bytes of text.
/// </summary>
internal sealed class BlockBuilder
{
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
        HtmlNode root = document.Body is { IsNone: false } body ? body : document.Root;
        Walk(root.Index);
        CountAlike();
    }

    private void Walk(int root)
    {
        NodeTable nodes = _document.Nodes;
        TextScanner scanner = new(_blocks);
        int element = Enter(root, 0, ref scanner);
        int node = nodes[root].FirstChildOrNone;
        if (node == 0)
        {
            Leave(element, ref scanner);
            return;
        }
        while (true)
        {
            ref NodeRow row = ref nodes[node];
            if (row.Kind == HtmlNodeKind.Text)
            {
                ReadText(node, element, ref scanner);
            }
            else if (row.Kind == HtmlNodeKind.Element && row.Name == HtmlNames.Script)
            {
                _blocks.AddScript(node);
            }
            else if (row.Kind == HtmlNodeKind.Element && !IsSkipped(row))
            {
                element = Enter(node, element, ref scanner);
                if (row.FirstChild != 0)
                {
                    node = row.FirstChild;
                    continue;
                }
                Leave(element, ref scanner);
                element = _elements[element].Parent;
            }
            else if (row.Kind == HtmlNodeKind.Element && row.Name is HtmlNames.Meta or HtmlNames.Link or HtmlNames.Title)
            {
                _blocks.AddNote(node);
            }
            while (nodes[node].NextSibling == 0)
            {
                node = nodes[node].Parent;
                Leave(element, ref scanner);
                element = _elements[element].Parent;
                if (node == root)
                    return;
            }
            node = nodes[node].NextSibling;
        }
    }

    /// <summary>Whether an element is no part of the page's text, and has no row.</summary>
    public static bool IsSkipped(in NodeRow row) =>
        row.Namespace == HtmlNamespace.Html ? BlockLevel.Of(row.Name) == BlockLevel.Role.Skipped : row.Namespace == HtmlNamespace.Svg;

    /// <summary>Whether an element begins and ends blocks.</summary>
    public static bool IsBlockLevel(in ElementRow element) => BlockLevel.Of(element.Name) == BlockLevel.Role.Block;

    private int Enter(int node, int parent, ref TextScanner scanner)
    {
        int index = _elements.Add();
        ref ElementRow element = ref _elements[index];
        element.Node = node;
        element.Parent = parent;
        element.Depth = index == 0 ? 0 : _elements[parent].Depth + 1;
        element.FirstBlock = _blocks.Count;
        if (ElementReader.Read(_document, ref element, index == 0 ? default : _elements[parent], _elements.Values))
            _blocks.AddNote(node);
        if (IsBlockLevel(element))
        {
            EndBlock(ref scanner);
        }
        else if (element.Name == HtmlNames.Br)
        {
            if (_block >= 0)
                scanner.EndWord(ref _blocks[_block].Shape);
            if (++_breaks >= 2)
                EndBlock(ref scanner);
        }
        else if (element.Name == HtmlNames.Img)
        {
            element.Images++;
            if (_block >= 0)
                _blocks[_block].Images++;
        }
        else if (element.Name == HtmlNames.A)
        {
            element.Links++;
            _lastLink = index;
        }
        if ((element.Surroundings & ~(index == 0 ? 0 : _elements[parent].Surroundings) & Surroundings.Heading) != 0)
            element.Headings++;
        return index;
    }

    private void Leave(int index, ref TextScanner scanner)
    {
        ref ElementRow element = ref _elements[index];
        if (IsBlockLevel(element))
            EndBlock(ref scanner);
        element.Blocks = _blocks.Count - element.FirstBlock;
        element.End = _elements.Count;
        if (index == 0)
            return;
        ref ElementRow parent = ref _elements[element.Parent];
        parent.Words += element.Words;
        parent.LinkWords += element.LinkWords;
        parent.LongWords += element.LongWords;
        parent.Years += element.Years;
        parent.Images += element.Images;
        parent.Headings += element.Headings;
        parent.Links += element.Links;
    }

    private void ReadText(int node, int element, ref TextScanner scanner)
    {
        ref NodeRow row = ref _document.Nodes[node];
        ReadOnlySpan<byte> memory = _document.BytesFrom(new(row.DataStart, row.DataLength));
        if (_block < 0)
        {
            if (IsWhiteSpace(memory[..row.DataLength]))
                return;
            int container = element;
            while (container != 0 && !IsBlockLevel(_elements[container]))
                container = _elements[container].Parent;
            _block = _blocks.Add(container, node);
            _blocks[_block].Inner = element;
            _lastLink = 0;
        }
        _blocks.Assign(node, _block);
        ref BlockRow block = ref _blocks[_block];
        int before = block.Shape.Bytes;
        int words = scanner.Read(memory, row.DataLength, ref block.Shape);
        if (block.Shape.Bytes == before)
            return;
        _breaks = 0;
        if ((_elements[element].Surroundings & Surroundings.Link) != 0)
        {
            // The last word of a text node ends with the next one; the error is one word a link, made good by the characters' own end.
            block.LinkWords += words + 1;
            int link = element;
            while (_elements[link].Name != HtmlNames.A && link != 0)
                link = _elements[link].Parent;
            if (link != _lastLink || block.Links == 0)
                block.Links++;
            _lastLink = link;
        }
    }

    private void EndBlock(ref TextScanner scanner)
    {
        _breaks = 0;
        if (_block < 0)
            return;
        ref BlockRow block = ref _blocks[_block];
        scanner.EndWord(ref block.Shape);
        block.Words = _blocks.WordCount - block.FirstWord;
        block.LinkWords = Math.Min(block.LinkWords, block.Words);
        uint hash = 2166136261;
        foreach (uint word in _blocks.WordsOf(_block))
            hash = (hash ^ word) * 16777619;
        block.TextHash = hash;

        ref ElementRow container = ref _elements[block.Container];
        container.Words += block.Words;
        container.LinkWords += block.LinkWords;
        container.Years += block.Shape.Years > 0 ? 1 : 0;
        if (block.Words >= 10 && block.LinkWords * 2 < block.Words)
        {
            container.LongWords += block.Words;
            float score = 1 + block.Shape.Commas + Math.Min(3, block.Shape.Bytes / 100);
            ref ElementRow parent = ref _elements[container.Parent];
            parent.ReaderScore += score;
            _elements[parent.Parent].ReaderScore += score / 2;
        }
        _block = -1;
    }

    private static bool IsWhiteSpace(ReadOnlySpan<byte> text) => (text.IsEmpty || text[0] <= ' ') && text.IndexOfAnyExcept(" \t\n\f\r"u8) < 0;

    /// <summary>An element is compared with this many siblings before it.</summary>
    private const int SiblingsBack = 6;

    /// <summary>For each element, how many of its siblings look like it: it is of the group of the nearest sibling before it that has its signature.</summary>
    private void CountAlike()
    {
        Span<ElementRow> rows = _elements.Rows;
        if (_siblings.Length < rows.Length)
            (_siblings, _counts) = (new Sibling[2 * rows.Length], new int[2 * rows.Length]);
        Span<Sibling> siblings = _siblings.AsSpan(0, rows.Length);
        int groups = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            uint signature = rows[i].Signature;
            // The first element is its own parent.
            ref int last = ref siblings[rows[i].Parent].LastChild;
            int before = i == 0 ? 0 : last, at = before;
            for (int hops = 0; at != 0 && hops < SiblingsBack && siblings[at].Signature != signature; hops++)
                at = siblings[at].Before;
            int group;
            if (at != 0 && siblings[at].Signature == signature)
            {
                group = siblings[at].Group;
                _counts[group]++;
            }
            else
            {
                group = groups++;
                _counts[group] = 1;
            }
            last = i;
            siblings[i] = new() { Signature = signature, Before = before, Group = group };
        }
        for (int i = 0; i < rows.Length; i++)
            rows[i].Alike = _counts[siblings[i].Group];
    }

    private struct Sibling
    {
        public uint Signature;

        /// <summary>The sibling before it, its last child, and the group of siblings that look like it; 0 is none.</summary>
        public int Before;
        public int LastChild;
        public int Group;
    }

    private Sibling[] _siblings = [];
    private int[] _counts = [];
}

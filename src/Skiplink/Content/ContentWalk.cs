using Skiplink.Blocks;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>
/// Walks the kept part of a page once, without recursion, and tells a sink what is there. Structure around kept blocks is told when the first of them comes, so that
/// what holds nothing is never told; subtrees without anything kept are passed over.
/// </summary>
internal sealed partial class ContentWalk
{
    private readonly List<Frame> _frames = [];
    private readonly ByteBuffer _text = new();
    private HtmlDocument _document = null!;
    private BlockTable _blocks = null!;
    private UrlResolver _urls = null!;
    private int[] _keptBefore = [];
    private int _row;
    private int _leaf;
    private ContentKind _leafKind;
    private int _lastBlock;
    private int _breaks;
    private bool _space;
    private bool _atStart;

    private struct Frame
    {
        public int Node;
        public int Row;
        public ContentKind Kind;
        public bool IsBlockLevel;
        public bool IsTold;
    }

    /// <summary>Tells the sink the kept content of a page.</summary>
    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks, after selection.</param>
    /// <param name="urls">Makes addresses absolute.</param>
    /// <param name="sink">Who is told.</param>
    public void Run<TSink>(HtmlDocument document, BlockTable blocks, UrlResolver urls, ref TSink sink)
        where TSink : IContentSink
    {
        _document = document;
        _blocks = blocks;
        _urls = urls;
        CountKept();
        if (blocks.Elements.Count == 0 || _keptBefore[blocks.Count] == 0)
            return;
        _frames.Clear();
        _row = 0;
        _leaf = -1;
        _lastBlock = -1;
        Walk(blocks.Elements[0].Node, ref sink);
    }

    private void CountKept()
    {
        if (_keptBefore.Length <= _blocks.Count)
            _keptBefore = new int[Math.Max(_blocks.Count + 1, _keptBefore.Length * 2)];
        int kept = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            _keptBefore[i] = kept;
            kept += _blocks[i].Kept ? 1 : 0;
        }
        _keptBefore[_blocks.Count] = kept;
    }

    private void Walk<TSink>(int root, ref TSink sink)
        where TSink : IContentSink
    {
        NodeTable nodes = _document.Nodes;
        Enter(root, ref sink);
        int node = nodes[root].FirstChildOrNone;
        while (node != 0)
        {
            ref NodeRow row = ref nodes[node];
            if (row.Kind == HtmlNodeKind.Text)
            {
                ReadText(node, ref sink);
            }
            else if (row.Kind == HtmlNodeKind.Element && !BlockBuilder.IsSkipped(row))
            {
                if (IsEmptyOfKept(_row))
                {
                    PassOver(ref sink);
                }
                else if (row.Name == HtmlNames.A && Permalinks.IsPermalink(new HtmlNode(_document, node)))
                {
                    _row = _blocks.Elements[_row].End;
                }
                else
                {
                    Enter(node, ref sink);
                    if (row.FirstChild != 0)
                    {
                        node = row.FirstChild;
                        continue;
                    }
                    Leave(ref sink);
                }
            }
            while (nodes[node].NextSibling == 0)
            {
                node = nodes[node].Parent;
                Leave(ref sink);
                if (node == root)
                    return;
            }
            node = nodes[node].NextSibling;
        }
        Leave(ref sink);
    }

    /// <summary>Whether nothing below a block-level element is kept. What has no text at all may hold an image. Text in an inline element may belong to a block around it.</summary>
    private bool IsEmptyOfKept(int row)
    {
        ref readonly ElementRow element = ref _blocks.Elements[row];
        return BlockBuilder.IsBlockLevel(element)
            && (element.Blocks == 0 ? element.Images == 0 : _keptBefore[element.FirstBlock + element.Blocks] == _keptBefore[element.FirstBlock]);
    }

    private void PassOver<TSink>(ref TSink sink)
        where TSink : IContentSink
    {
        EndLeaf(ref sink);
        ref readonly ElementRow element = ref _blocks.Elements[_row];
        if (element.Blocks > 0)
            _lastBlock = element.FirstBlock + element.Blocks - 1;
        _row = element.End;
    }

    private void Enter<TSink>(int node, ref TSink sink)
        where TSink : IContentSink
    {
        ref readonly ElementRow element = ref _blocks.Elements[_row];
        Frame frame = new() { Node = node, Row = _row++, IsBlockLevel = BlockBuilder.IsBlockLevel(element) };
        frame.Kind = ElementKinds.Of(element.Name);
        if (frame.IsBlockLevel)
            EndLeaf(ref sink);
        switch (element.Name)
        {
            case HtmlNames.Table when !DataTables.IsData(_document, node):
                frame.Kind = ContentKind.None;
                break;
            case HtmlNames.Tr or HtmlNames.Td or HtmlNames.Th or HtmlNames.Caption when !IsIn(ContentKind.Table):
                frame.Kind = ContentKind.None;
                break;
            case HtmlNames.Br:
                if (_leaf >= 0 && !_atStart)
                    _breaks++;
                _space = false;
                break;
            case HtmlNames.Img:
                ReadImage(node, ref sink);
                break;
            case HtmlNames.A when !HasTarget(node):
                frame.Kind = ContentKind.None;
                break;
        }
        _frames.Add(frame);
    }

    private bool IsIn(ContentKind kind)
    {
        for (int i = _frames.Count - 1; i >= 0; i--)
        {
            if (_frames[i].Kind == kind)
                return true;
        }
        return false;
    }

    private void Leave<TSink>(ref TSink sink)
        where TSink : IContentSink
    {
        Frame frame = _frames[^1];
        if (frame.IsBlockLevel)
            EndLeaf(ref sink);
        frame = _frames[^1];
        if (frame.IsTold)
            sink.End(frame.Kind);
        _frames.RemoveAt(_frames.Count - 1);
    }

    private void ReadText<TSink>(int node, ref TSink sink)
        where TSink : IContentSink
    {
        int block = _blocks.BlockOf(node);
        if (block < 0)
            return;
        _lastBlock = block;
        if (!_blocks[block].Kept)
            return;
        ref NodeRow row = ref _document.Nodes[node];
        ReadOnlySpan<byte> text = _document.BytesOf(new(row.DataStart, row.DataLength));
        if (_leaf >= 0 && _leaf != block)
            EndLeaf(ref sink);
        bool isCode = IsIn(ContentKind.Code);
        if (!isCode)
        {
            _text.Clear();
            WhiteSpace.Collapse(text, _text);
            text = _text.Span(0, _text.Count);
            if (text.StartsWith(" "u8))
            {
                _space = true;
                text = text[1..];
            }
        }
        if (text.IsEmpty)
            return;
        bool endsInSpace = !isCode && text[^1] == ' ';
        if (endsInSpace)
            text = text[..^1];
        if (_leaf < 0)
        {
            StartLeaf(block, ref sink);
        }
        else
        {
            for (; _breaks > 0; _breaks--)
                sink.LineBreak();
            if (_space && !_atStart)
                sink.Text(" "u8);
        }
        _breaks = 0;
        TellInlines(ref sink);
        sink.Text(text);
        _atStart = false;
        _space = endsInSpace;
    }

    private void StartLeaf<TSink>(int block, ref TSink sink)
        where TSink : IContentSink
    {
        TellStructure(ref sink);
        _leaf = block;
        _atStart = true;
        _space = false;
        ContentKind kind = ContentKind.Paragraph;
        int from = _frames.Count - 1;
        for (; from >= 0; from--)
        {
            if (_frames[from].Kind is ContentKind.Heading or ContentKind.Code)
                break;
        }
        if (from >= 0)
            kind = _frames[from].Kind;
        _leafKind = kind;
        sink.Start(new ContentPart
        {
            Kind = kind,
            Number = kind == ContentKind.Heading ? _blocks.Elements[_frames[from].Row].Name - HtmlNames.H1 + 1 : 0,
            Value = kind == ContentKind.Code ? CodeLanguage.Of(_document, _frames[from].Node) : default,
        });
    }

    private void EndLeaf<TSink>(ref TSink sink)
        where TSink : IContentSink
    {
        if (_leaf < 0)
            return;
        Span<Frame> frames = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_frames);
        for (int i = frames.Length - 1; i >= 0; i--)
        {
            if (frames[i].Kind >= ContentKind.Link && frames[i].IsTold)
            {
                sink.End(frames[i].Kind);
                frames[i].IsTold = false;
            }
        }
        sink.End(_leafKind);
        _leaf = -1;
        _breaks = 0;
        _space = false;
    }

    private void TellStructure<TSink>(ref TSink sink)
        where TSink : IContentSink
    {
        Span<Frame> frames = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_frames);
        foreach (ref Frame frame in frames)
        {
            if (frame.IsTold || frame.Kind is ContentKind.None or >= ContentKind.Paragraph)
                continue;
            frame.IsTold = true;
            sink.Start(PartOf(frame));
        }
    }

    private void TellInlines<TSink>(ref TSink sink)
        where TSink : IContentSink
    {
        Span<Frame> frames = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_frames);
        foreach (ref Frame frame in frames)
        {
            if (frame.IsTold || frame.Kind < ContentKind.Link || _leafKind == ContentKind.Code)
                continue;
            frame.IsTold = true;
            sink.Start(PartOf(frame));
        }
    }
}

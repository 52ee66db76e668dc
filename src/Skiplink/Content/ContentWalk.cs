using Skiplink.Content.Notes;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;

namespace Skiplink.Content;

/// <summary>
/// Walks the kept part of a page once, without recursion, and records on a tape what is there. Structure around kept blocks is recorded when the first of them comes, so
/// that what holds nothing is never told; subtrees without anything kept are passed over.
/// </summary>
internal sealed partial class ContentWalk
{
    private readonly FrameStack _frames = new();
    private readonly ContentTape _main = new();
    private readonly ContentTape _noteTape = new();
    private readonly NoteFinder _noteFinder = new();
    private readonly NoteMap _notes = new();
    private readonly CodeText _code = new();
    private readonly ClassMeaningCache _meanings = new();
    private ContentTape _tape;
    private HtmlDocument _document = null!;
    private BlockTable _blocks = null!;
    private UrlResolver _urls = null!;
    private int[] _keptBefore = [];
    private int _row;
    private int _lastBlock;
    private bool _hasCaptions;

    public ContentWalk() => _tape = _main;

    /// <summary>Records the kept content of a page. The tape is good until the next page.</summary>
    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks, after selection.</param>
    /// <param name="urls">Makes addresses absolute.</param>
    public ContentTape Run(HtmlDocument document, BlockTable blocks, UrlResolver urls)
    {
        _document = document;
        _blocks = blocks;
        _urls = urls;
        _main.Clear();
        _noteTape.Clear();
        _meanings.Clear();
        _tape = _main;
        _frames.Clear();
        _row = 0;
        _lastBlock = -1;
        _lastImage = -1;
        _hasCaptions = false;
        _drawsTex = null;
        ClearLeaf();
        ClearCapture();
        CountKept();
        if (blocks.Elements.Count == 0 || _keptBefore[blocks.Count] == 0)
            return _main;
        // Notes of the kept text may be kept with it.
        if (_noteFinder.Find(document, blocks, _keptBefore, _meanings, _notes))
            CountKept();
        Walk(blocks.Elements[0].Node);
        if (_noteTape.Count > 0)
            _main.AppendNotes(_noteTape);
        if (_hasCaptions)
            Captions.MarkCredits(_main);
        _main.Notes = _notes.Count;
        return _main;
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

    private void Walk(int root)
    {
        NodeTable nodes = _document.Nodes;
        Enter(root, isPicture: false);
        int node = nodes[root].FirstChildOrNone;
        while (node != 0)
        {
            ref NodeRow row = ref nodes[node];
            if (row.Kind == HtmlNodeKind.Text)
            {
                ReadText(node);
            }
            else if (row.Kind == HtmlNodeKind.Element && BlockBuilder.IsSkipped(row))
            {
                ReadSkipped(node, row);
            }
            else if (row.Kind == HtmlNodeKind.Element)
            {
                if (IsEmptyOfKept(_row, out bool isPicture))
                {
                    PassOver();
                }
                else if (Enter(node, isPicture) && row.FirstChild != 0)
                {
                    node = row.FirstChild;
                    continue;
                }
                else if (_frames.Last.Node == node)
                {
                    Leave();
                }
            }
            while (nodes[node].NextSibling == 0)
            {
                node = nodes[node].Parent;
                Leave();
                if (node == root)
                    return;
            }
            node = nodes[node].NextSibling;
        }
        Leave();
    }

    /// <summary>Passes over an element without anything kept.</summary>
    private void PassOver()
    {
        EndLeaf();
        ref readonly ElementRow element = ref _blocks.Elements[_row];
        if (element.Blocks > 0)
            CancelRule();
        SkipElement();
    }

    /// <summary>Goes on behind an element; what is in it is not told, or was told already.</summary>
    private void SkipElement()
    {
        ref readonly ElementRow element = ref _blocks.Elements[_row];
        if (element.Blocks > 0)
            _lastBlock = Math.Max(_lastBlock, element.FirstBlock + element.Blocks - 1);
        _row = element.End;
    }

    /// <summary>Enters an element; false when it was dealt with as a whole, and then it is not entered.</summary>
    private bool Enter(int node, bool isPicture)
    {
        ref readonly ElementRow element = ref _blocks.Elements[_row];
        ref NodeRow row = ref _document.Nodes[node];
        StartTag tag = new(_document, row, element.Signature, _meanings);
        bool isBlockLevel = BlockBuilder.IsBlockLevel(element);
        if (ReadWhole(node, element, tag, isBlockLevel))
            return false;
        ref Frame frame = ref _frames.Next();
        (frame.Node, frame.Row, frame.IsBlockLevel, frame.Direction, frame.IsPicture) = (node, _row++, isBlockLevel, tag.Direction, isPicture);
        if (isBlockLevel)
            EndLeaf();
        frame.Kind = KindOf(node, element, tag, isBlockLevel);
        frame.IsBlockLevel |= frame.Kind == ContentKind.CalloutTitle;
        _hasCaptions |= frame.Kind == ContentKind.FigureCaption;
        switch (element.Name)
        {
            case HtmlNames.Br:
                BreakLine();
                break;
            case HtmlNames.Img:
                ReadImage(node);
                break;
            case HtmlNames.Hr:
                AskForRule();
                break;
            default:
                break;
        }
        CountNew(frame);
        _frames.Push();
        if (_notes.Count > 0)
            StartNote(node, isBlockLevel);
        return true;
    }

    private bool IsIn(ContentKind kind) => _open[(int)kind] > 0;

    private void Leave()
    {
        ref readonly Frame frame = ref _frames.Last;
        if (frame.IsBlockLevel)
            EndLeaf();
        if (_captureOwner == _frames.Count - 1)
            EndNote();
        if (frame is { Kind: ContentKind.Cell, IsTold: false } && IsInKeptRow())
            TellStructure();
        if (frame.IsTold)
        {
            _tape.End();
            CancelRule();
        }
        Count(frame, -1);
        _frames.Pop();
    }
}

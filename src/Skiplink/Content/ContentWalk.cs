using Skiplink.Addresses;
using Skiplink.Content.Notes;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Content;

/// <summary>
/// Walks the kept part of a page once, without recursion. It decides what each element is and what is passed over;
/// <see cref="ContentRecorder"/> puts it on the tape.
/// </summary>
internal sealed partial class ContentWalk
{
    private readonly OpenElements _open = new();
    private readonly ClassMeaningCache _meanings;
    private readonly CodeText _code = new();
    private readonly ContentRecorder _recorder;
    private HtmlDocument _document = null!;
    private PageDocument _page = null!;
    private BlockTable _blocks = null!;
    private SelectionResult _selection = null!;
    private NoteMap _notes = null!;
    private ContentPartReader _parts = null!;
    private NonTextPlacement _placement = null!;

    // The row of the next element in document order, and the last block that was passed.
    private int _row;
    private int _lastBlock;

    /// <param name="meanings">Remembers what the classes of the page mean.</param>
    public ContentWalk(ClassMeaningCache meanings) => (_meanings, _recorder) = (meanings, new(_open));

    /// <summary>The block that comes next in the page.</summary>
    private int NextBlock => _lastBlock + 1;

    /// <summary>The block of text that stands here: the one being recorded, else the next.</summary>
    private int BlockHere => _recorder.IsInText ? _recorder.Block : NextBlock;

    private WalkPosition Position => new(_lastBlock, _recorder.IsInText);

    /// <summary>Records the kept content of a page. The tape is good until the next page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selection">Which of its blocks are kept.</param>
    /// <param name="notes">The notes of what is kept.</param>
    /// <param name="urls">Makes addresses absolute.</param>
    public ContentTape Run(PageDocument page, SelectionResult selection, NoteMap notes, UrlResolver urls)
    {
        (_page, _document, _blocks, _selection, _notes) = (page, page.Html, page.Blocks, selection, notes);
        (_row, _lastBlock) = (0, -1);
        _open.Clear();
        _parts = new(_document, urls, _open);
        _placement = new(page, selection, _open);
        _drawsTex = null;
        _recorder.Begin(_parts);
        if (page.Elements.Count == 0 || selection.KeptCount == 0)
            return _recorder.Finish(notes: 0);
        Walk(page.Elements[0].Node);
        return _recorder.Finish(_notes.Count);
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
            else if (row.Kind == HtmlNodeKind.Element && BlockLevel.IsSkipped(row))
            {
                ReadEmbedded(node, row);
            }
            else if (row.Kind == HtmlNodeKind.Element)
            {
                if (_placement.IsPassedOver(_blocks.Elements[_row], Position, out bool isPicture))
                {
                    PassOver();
                }
                else if (Enter(node, isPicture) && row.FirstChild != 0)
                {
                    node = row.FirstChild;
                    continue;
                }
                else if (_open.Last.Node == node)
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
        _recorder.EndText();
        if (_blocks.Elements[_row].Blocks > 0)
            _recorder.CancelRule();
        SkipElement();
    }

    /// <summary>Goes on behind an element: its children are left out, or were recorded with it.</summary>
    private void SkipElement()
    {
        ref readonly ElementRow element = ref _blocks.Elements[_row];
        if (element.Blocks > 0)
            _lastBlock = Math.Max(_lastBlock, element.FirstBlock + element.Blocks - 1);
        _row = element.End;
    }

    /// <summary>Opens an element; false when it was recorded as a whole, and then it is not open.</summary>
    private bool Enter(int node, bool isPicture)
    {
        ref readonly ElementRow element = ref _blocks.Elements[_row];
        StartTag tag = new(_document, _document.Nodes[node], element.Signature, _meanings);
        bool isBlockLevel = element.IsBlockLevel;
        if (ReadWhole(node, element, tag, isBlockLevel))
            return false;
        ref OpenElement next = ref _open.Next();
        (next.Node, next.Row, next.IsBlockLevel, next.Direction, next.IsPicture) = (node, _row++, isBlockLevel, tag.Direction, isPicture);
        if (isBlockLevel)
            _recorder.EndText();
        next.Kind = _parts.KindOf(node, element, tag, isBlockLevel, _recorder.IsInText);
        next.IsBlockLevel |= next.Kind == ContentKind.CalloutTitle;
        if (next.Kind == ContentKind.Heading)
            next.Level = (byte)(element.Name - HtmlNames.H1 + 1);
        switch (element.Name)
        {
            case HtmlNames.Br:
                _recorder.BreakLine();
                break;
            case HtmlNames.Img:
                ReadImage(node);
                break;
            case HtmlNames.Hr:
                _recorder.RequestRule();
                break;
            default:
                break;
        }
        _open.Push();
        if (_notes.Count > 0)
            StartNote(node, isBlockLevel);
        return true;
    }

    private void Leave()
    {
        ref readonly OpenElement element = ref _open.Last;
        if (element.IsBlockLevel)
            _recorder.EndText();
        if (_recorder.NoteOwner == _open.Count - 1)
            _recorder.EndNote();
        // An empty cell is a cell of its row, one that readers do not see is none.
        if (element is { Kind: ContentKind.Cell, IsEmitted: false } && _placement.IsInKeptRow() && !_blocks.IsAllHidden(element.Row))
            _recorder.EmitStructure();
        _recorder.EndElement();
    }

    /// <summary>Starts a footnote when the element just opened is one.</summary>
    private void StartNote(int node, bool isBlockLevel)
    {
        (NoteRole role, int number) = _notes[node];
        switch (role)
        {
            case NoteRole.Note when !_recorder.IsInNote:
                _recorder.StartNote(number, _open.Count - 1, _open.Count);
                break;
            case NoteRole.NoteAtReference when !_recorder.IsInNote:
                _recorder.NoteReferenceHere(number);
                _recorder.StartNote(number, _open.Count - 1, _open.Count);
                break;
            case NoteRole.Segment:
                int owner = _open.Count - (isBlockLevel ? 1 : 2);
                while (owner > 0 && !_open[owner].IsBlockLevel)
                    owner--;
                if (_recorder.IsInNote && _recorder.NoteOwner != owner)
                    break;
                _recorder.EndText();
                if (_recorder.NoteOwner == owner)
                    _recorder.EndNote();
                _recorder.StartNote(number, owner, owner + 1);
                break;
            default:
                break;
        }
    }
}

using System.Runtime.InteropServices;
using Skiplink.Blocks;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>Runs of text: where they begin and end, the white space between their parts, and the marks around them.</summary>
internal sealed partial class ContentWalk
{
    /// <summary>The block that a paragraph or heading is open for, or -1.</summary>
    private int _leaf;

    /// <summary>Line breaks and white space that are told when text follows them.</summary>
    private int _breaks;
    private bool _space;
    private bool _atStart;

    /// <summary>Whether a rule is told before the next paragraph.</summary>
    private bool _rule;

    private void ClearLeaf()
    {
        _leaf = -1;
        _breaks = 0;
        _space = _atStart = _rule = false;
    }

    private void ReadText(int node)
    {
        int block = _blocks.BlockOf(node);
        if (block < 0)
            return;
        _lastBlock = block;
        if (!_blocks[block].Kept)
            return;
        ref NodeRow row = ref _document.Nodes[node];
        ByteBuffer bytes = _tape.Bytes;
        int from = bytes.Count;
        if (_leaf >= 0 && _leaf != block)
            EndLeaf();
        WhiteSpace.Collapse(_document.BytesOf(new(row.DataStart, row.DataLength)), bytes);
        int length = bytes.Count - from;
        if (_isNoteStart)
            (from, length) = WithoutLabel(from, length);
        if (length > 0 && bytes.Span(from, 1)[0] == ' ')
        {
            _space = true;
            from++;
            length--;
        }
        if (length == 0)
            return;
        bool endsInSpace = bytes.Span(from + length - 1, 1)[0] == ' ';
        if (endsInSpace)
            length--;
        BeginInLeaf(block);
        _tape.Text(from, length);
        _space = endsInSpace;
    }

    /// <summary>Makes ready for something in the text of a block: opens the paragraph, tells white space and line breaks before it and the marks around it.</summary>
    private void BeginInLeaf(int block)
    {
        if (_leaf < 0)
        {
            StartLeaf(block);
        }
        else
        {
            bool broke = _breaks > 0;
            for (; _breaks > 0; _breaks--)
                _tape.LineBreak();
            if (_space && !_atStart && !broke)
                _tape.Text(" "u8);
        }
        _breaks = 0;
        _space = false;
        _atStart = false;
        TellInlines();
    }

    private void StartLeaf(int block)
    {
        if (_rule && _tape == _main)
            _tape.Rule();
        _rule = false;
        TellStructure();
        _leaf = block;
        _atStart = true;
        _space = false;
        ContentKind kind = ContentKind.Paragraph;
        int level = 0;
        TextDirection direction = TextDirection.Unknown;
        for (int i = _frames.Count - 1; i >= _base; i--)
        {
            if (kind == ContentKind.Paragraph && _frames[i].Kind == ContentKind.Heading)
            {
                kind = ContentKind.Heading;
                level = _blocks.Elements[_frames[i].Row].Name - HtmlNames.H1 + 1;
            }
            if (direction == TextDirection.Unknown && _frames[i].IsBlockLevel)
                direction = _frames[i].Direction;
        }
        _tape.Start(new ContentPart { Kind = kind, Number = level, Direction = direction });
    }

    private void EndLeaf()
    {
        if (_leaf < 0)
            return;
        Span<Frame> frames = CollectionsMarshal.AsSpan(_frames);
        for (int i = frames.Length - 1; i >= _base; i--)
        {
            if (frames[i].Kind >= ContentKind.Link && frames[i].IsTold)
            {
                _tape.End();
                frames[i].IsTold = false;
            }
        }
        _tape.End();
        _leaf = -1;
        _breaks = 0;
        _space = false;
    }

    private void BreakLine()
    {
        if (_leaf >= 0 && !_atStart)
            _breaks++;
        _space = false;
    }

    private void AskForRule() => _rule = _tape == _main && _main.Count > 0 && !IsIn(ContentKind.Table) && !IsIn(ContentKind.Item);

    private void CancelRule() => _rule = false;

    private void TellStructure()
    {
        TellNote();
        Span<Frame> frames = CollectionsMarshal.AsSpan(_frames)[_base..];
        foreach (ref Frame frame in frames)
        {
            if (frame.IsTold || frame.Kind is ContentKind.None or >= ContentKind.Paragraph)
                continue;
            frame.IsTold = true;
            _tape.Start(PartOf(frame));
        }
    }

    private void TellInlines()
    {
        Span<Frame> frames = CollectionsMarshal.AsSpan(_frames)[_base..];
        foreach (ref Frame frame in frames)
        {
            if (frame.IsTold || frame.Kind < ContentKind.Link)
                continue;
            frame.IsTold = true;
            _tape.Start(PartOf(frame));
        }
    }
}

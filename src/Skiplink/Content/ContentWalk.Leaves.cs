using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

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

    /// <summary>How many frames above the base are of each kind, and how many of them are still to be told: most text is told without a look at them.</summary>
    private readonly int[] _open = new int[(int)ContentKind.Credit + 1];
    private int _untoldStructures;
    private int _untoldInlines;

    /// <summary>The lowest frames that may be still to be told, while any are.</summary>
    private int _firstStructure;
    private int _firstInline;
    private int _toldInlines;
    private int _directed;

    private void ClearLeaf()
    {
        _leaf = -1;
        _breaks = 0;
        _space = _atStart = _rule = false;
        ClearCounts();
    }

    private void ClearCounts()
    {
        _open.AsSpan().Clear();
        _untoldStructures = _untoldInlines = _toldInlines = _directed = 0;
        _firstStructure = _firstInline = _base;
    }

    /// <summary>Counts a frame that is entered, or is no longer counted.</summary>
    private void Count(in Frame frame, int one)
    {
        _open[(int)frame.Kind] += one;
        if (frame.Kind >= ContentKind.Link)
        {
            _toldInlines += frame.IsTold ? one : 0;
            _untoldInlines += frame.IsTold ? 0 : one;
        }
        else if (frame.Kind is not ContentKind.None and < ContentKind.Paragraph)
        {
            _untoldStructures += frame.IsTold ? 0 : one;
        }
        if (frame.Direction != TextDirection.Unknown)
            _directed += one;
    }

    /// <summary>Counts a frame that is about to be put upon the others.</summary>
    private void CountNew(in Frame frame)
    {
        if (_untoldStructures == 0)
            _firstStructure = _frames.Count;
        if (_untoldInlines == 0)
            _firstInline = _frames.Count;
        Count(frame, 1);
    }

    /// <summary>Counts the frames above the base anew.</summary>
    private void Recount()
    {
        ClearCounts();
        foreach (ref readonly Frame frame in _frames.Rows[Math.Min(_base, _frames.Count)..])
            Count(frame, 1);
    }

    private void ReadText(int node)
    {
        int block = _blocks.BlockOf(node);
        if (block < 0)
            return;
        _lastBlock = block;
        // A sign without a word (a dash, a tick) goes with the row that it stands in.
        if (!_blocks[block].Kept && !(_blocks[block].Words == 0 && IsIn(ContentKind.Cell) && IsInKeptRow()))
            return;
        ref NodeRow row = ref _document.Nodes[node];
        ByteBuffer bytes = _tape.Bytes;
        int from = bytes.Count;
        if (_leaf >= 0 && _leaf != block)
            EndLeaf();
        bool maySayTex = WhiteSpace.Collapse(_document.BytesFrom(new(row.DataStart, row.DataLength)), row.DataLength, bytes);
        int length = bytes.Count - from;
        if (_isNoteStart)
            (from, length) = WithoutLabel(from, length);
        if (!maySayTex || !TellWithFormulas(block, from, length))
            TellText(block, from, length);
    }

    /// <summary>Tells text that stands in the tape's bytes; white space at its ends is told when more follows.</summary>
    private void TellText(int block, int from, int length)
    {
        ByteBuffer bytes = _tape.Bytes;
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
        for (int i = _frames.Count - 1; i >= _base && (_directed > 0 || IsIn(ContentKind.Heading)); i--)
        {
            if (kind == ContentKind.Paragraph && _frames[i].Kind == ContentKind.Heading)
            {
                kind = ContentKind.Heading;
                level = _blocks.Elements[_frames[i].Row].Name - HtmlNames.H1 + 1;
            }
            if (direction == TextDirection.Unknown && _frames[i].IsBlockLevel)
                direction = _frames[i].Direction;
        }
        _tape.StartText(kind, level, direction);
    }

    private void EndLeaf()
    {
        if (_leaf < 0)
            return;
        Span<Frame> frames = _frames.Rows;
        for (int i = frames.Length - 1; i >= _base && _toldInlines > 0; i--)
        {
            if (frames[i].Kind >= ContentKind.Link && frames[i].IsTold)
            {
                _tape.End();
                frames[i].IsTold = false;
                _toldInlines--;
                _untoldInlines++;
                _firstInline = Math.Min(_firstInline, i);
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
        if (_untoldStructures == 0)
            return;
        _untoldStructures = 0;
        Span<Frame> frames = _frames.Rows[_firstStructure..];
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
        if (_untoldInlines == 0)
            return;
        _toldInlines += _untoldInlines;
        _untoldInlines = 0;
        Span<Frame> frames = _frames.Rows[_firstInline..];
        foreach (ref Frame frame in frames)
        {
            if (frame.IsTold || frame.Kind < ContentKind.Link)
                continue;
            frame.IsTold = true;
            _tape.Start(PartOf(frame));
        }
    }
}

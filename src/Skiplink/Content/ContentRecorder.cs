using Skiplink.Addresses;
using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>
/// Records what the walk finds as balanced events. Structure is recorded when the first text in it comes, so an element without content
/// leaves nothing on the tape. Footnotes go to a tape of their own, which <see cref="Finish"/> appends.
/// </summary>
/// <param name="open">The elements around the place of the walk.</param>
internal sealed class ContentRecorder(OpenElements open)
{
    private readonly ContentTape _main = new();
    private readonly ContentTape _noteTape = new();
    private ContentPartReader _parts = null!;
    private ContentTape _tape = null!;
    private TextRun _run;
    private NoteCapture _capture;
    private bool _hasPendingRule;

    // The row of the last image while no text has followed it, or -1.
    private int _lastImage;

    /// <summary>The block whose text is being recorded, or -1.</summary>
    public int Block => _run.Block;

    public bool IsInText => _run.IsOpen;

    /// <summary>The bytes of the tape: text that is to be recorded is written to their end first.</summary>
    public ByteBuffer Bytes => _tape.Bytes;

    public bool IsInNote => _capture.IsActive;

    /// <summary>The index of the element with which the note ends.</summary>
    public int NoteOwner => _capture.Owner;

    /// <summary>The number of the note whose label is still to come, or 0.</summary>
    public int NoteAtLabel => _capture.IsAtLabel ? _capture.Number : 0;

    public void Begin(ContentPartReader parts)
    {
        _parts = parts;
        _main.Clear();
        _noteTape.Clear();
        _tape = _main;
        _run = TextRun.None;
        _capture = NoteCapture.None;
        _hasPendingRule = false;
        _lastImage = -1;
    }

    /// <summary>The tape with everything on it.</summary>
    public ContentTape Finish(int notes)
    {
        if (_noteTape.Count > 0)
            _main.AppendNotes(_noteTape);
        _main.Notes = notes;
        return _main;
    }

    /// <summary>Records a part of the tape's bytes as text of a block. White space at its end is recorded when more follows.</summary>
    public void Text(int block, int from, int length)
    {
        ByteBuffer bytes = _tape.Bytes;
        if (length > 0 && bytes.Span(from, 1)[0] == ' ')
        {
            _run.HasPendingSpace = true;
            from++;
            length--;
        }
        if (length == 0)
            return;
        bool endsInSpace = bytes.Span(from + length - 1, 1)[0] == ' ';
        if (endsInSpace)
            length--;
        Continue(block);
        _tape.Text(from, length);
        _run.HasPendingSpace = endsInSpace;
    }

    /// <summary>Ends the paragraph when the text that follows is another block's.</summary>
    public void SwitchTo(int block)
    {
        if (_run.IsOpen && _run.Block != block)
            EndText();
    }

    /// <summary>Ends the paragraph or heading, if one is open.</summary>
    public void EndText()
    {
        if (!_run.IsOpen)
            return;
        open.SuspendInlines(_tape);
        if (open.IsIn(ContentKind.FigureCaption))
            MarkCredit();
        _tape.End();
        _run = TextRun.None;
    }

    public void BreakLine()
    {
        if (_run.IsOpen && !_run.IsAtStart)
            _run.PendingBreaks++;
        _run.HasPendingSpace = false;
    }

    /// <summary>A thematic break, recorded when a paragraph follows.</summary>
    public void RequestRule() =>
        _hasPendingRule = !IsInNote && _main.Count > 0 && !open.IsIn(ContentKind.Table) && !open.IsIn(ContentKind.Item);

    public void CancelRule() => _hasPendingRule = false;

    /// <summary>Records the starts of all structure around.</summary>
    public void EmitStructure()
    {
        if (_capture is { IsActive: true, IsEmitted: false })
        {
            _capture.IsEmitted = true;
            _tape.Start(new ContentPart { Kind = ContentKind.Note, Number = _capture.Number });
        }
        open.EmitStructures(_tape, _parts);
    }

    /// <summary>Leaves the innermost open element.</summary>
    public void EndElement()
    {
        if (open.Last.IsEmitted)
        {
            _tape.End();
            CancelRule();
        }
        open.Pop();
    }

    public void Formula(int block, ReadOnlySpan<byte> tex, bool isDisplay)
    {
        if (isDisplay || _run.Block != block)
            EndText();
        Continue(block);
        _tape.Formula(tex, isDisplay);
        if (isDisplay)
            EndText();
    }

    /// <summary>Records a block of code whose text stands in the tape's bytes.</summary>
    public void Code(ReadOnlySpan<byte> language, int from, int length)
    {
        EmitStructure();
        _tape.Start(new ContentPart { Kind = ContentKind.Code, Value = language });
        _tape.Text(from, length);
        _tape.End();
        CancelRule();
        _lastImage = -1;
    }

    /// <summary>Records an image, or a video or sound.</summary>
    /// <param name="node">The element.</param>
    /// <param name="source">Its address as the page writes it.</param>
    /// <param name="alternative">Its alternative text, or the title of what plays.</param>
    /// <param name="isMedia">Whether it plays.</param>
    /// <param name="nextBlock">The block that comes next in the page.</param>
    /// <param name="isInNextBlock">Whether the image stands at the start of that block's text.</param>
    public void Image(int node, ReadOnlySpan<byte> source, ReadOnlySpan<byte> alternative, bool isMedia, int nextBlock, bool isInNextBlock)
    {
        bool isAlone = !_run.IsOpen && !isInNextBlock;
        if (!isAlone)
        {
            Continue(_run.IsOpen ? _run.Block : nextBlock);
        }
        else
        {
            EmitRule();
            EmitStructure();
            // A link around an image that stands alone needs a paragraph to stand in.
            if (open.IsIn(ContentKind.Link))
            {
                StartText(Math.Max(0, nextBlock - 1));
                Continue(_run.Block);
            }
        }
        if (!isMedia)
            _lastImage = _tape.Count;
        // Only now: a link around the image was made absolute in the same memory.
        _tape.Image(node, _parts.Resolve(source, isMedia ? AddressUse.Resource : AddressUse.Image), alternative, isMedia);
        if (isAlone)
            EndText();
    }

    /// <summary>Whether an image is the one recorded right before it again: in another size, or for readers without scripts.</summary>
    public bool IsRepeatedImage(ReadOnlySpan<byte> address, ReadOnlySpan<byte> alternative)
    {
        if (_lastImage < 0 || _lastImage >= _tape.Count)
            return false;
        // After text, or in another paragraph or item, an image may well come again.
        foreach (ref readonly TapeRow row in _tape.Rows[(_lastImage + 1)..])
        {
            if (row.Event is TapeEvent.Text or TapeEvent.InlineMath or TapeEvent.DisplayMath)
                return false;
        }
        ref readonly TapeRow last = ref _tape.Rows[_lastImage];
        bool hasSameAltText = alternative.Length > 8 && _tape.SecondOf(last).SequenceEqual(alternative) && open.IsIn(ContentKind.Figure);
        return hasSameAltText || ImageSource.IsSamePicture(_tape.ValueOf(last), address);
    }

    /// <summary>Records a reference to a footnote in the text of a block, or in the open paragraph when the block is -1.</summary>
    public void NoteReference(int block, int number, bool endsInSpace)
    {
        SwitchTo(block);
        Continue(block);
        _tape.NoteReference(number);
        _run.HasPendingSpace = endsInSpace;
    }

    /// <summary>Records a reference where its note stands, when a paragraph is open there.</summary>
    public void NoteReferenceHere(int number)
    {
        if (_run.IsOpen)
            _tape.NoteReference(number);
    }

    /// <summary>Starts to record a footnote, which interrupts the text around it.</summary>
    /// <param name="number">The note's number.</param>
    /// <param name="owner">The index of the open element with which the note ends.</param>
    /// <param name="firstInside">The index of the first open element inside of the note.</param>
    public void StartNote(int number, int owner, int firstInside)
    {
        _capture = NoteCapture.Start(number, owner, _run, open.Base);
        _run = TextRun.None;
        _tape = _noteTape;
        _lastImage = -1;
        open.SetBase(firstInside);
    }

    /// <summary>Ends the footnote; the interrupted text goes on.</summary>
    public void EndNote()
    {
        EndText();
        // A segment ends in the midst of elements that are still open.
        open.SuspendAll(_tape);
        if (_capture.IsEmitted)
            _tape.End();
        _tape = _main;
        _run = _capture.InterruptedRun;
        int interruptedBase = _capture.InterruptedBase;
        _capture = NoteCapture.None;
        open.SetBase(interruptedBase);
    }

    /// <summary>Says how much of the note's text was its label; more of the label may follow when it was all of the text.</summary>
    public void PassLabel(bool isAllOfText) => _capture.IsAtLabel = isAllOfText;

    /// <summary>
    /// Goes on with the text of a block: opens the paragraph, or records pending breaks and white space; then the pending inline marks.
    /// </summary>
    private void Continue(int block)
    {
        if (!_run.IsOpen)
        {
            StartText(block);
        }
        else
        {
            bool broke = _run.PendingBreaks > 0;
            for (; _run.PendingBreaks > 0; _run.PendingBreaks--)
                _tape.LineBreak();
            if (_run.HasPendingSpace && !_run.IsAtStart && !broke)
                _tape.Text(" "u8);
        }
        _run = new() { Block = _run.Block };
        open.EmitInlines(_tape, _parts);
    }

    private void StartText(int block)
    {
        EmitRule();
        EmitStructure();
        _run = new() { Block = block, IsAtStart = true };
        (byte level, TextDirection direction) = open.TextContext();
        _tape.StartText(level > 0 ? ContentKind.Heading : ContentKind.Paragraph, level, direction);
    }

    private void EmitRule()
    {
        if (_hasPendingRule && !IsInNote)
            _tape.Rule();
        _hasPendingRule = false;
    }

    /// <summary>Marks the credit that ends a caption without an element of its own: <c>… in March. (AP Photo/A. Name)</c>.</summary>
    private void MarkCredit()
    {
        if (PictureCaptions.CreditAtEnd(_tape.LastParagraphText) is var (words, credit))
            _tape.SplitLastText(words, credit, ContentKind.Credit);
    }
}

using Skiplink.Content.Notes;
using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>
/// Notes are recorded apart and told last, wherever they stand in the page. While one is captured, the elements around it are put out of sight and the state of the text
/// that it interrupts is set aside. Notes do not nest.
/// </summary>
internal sealed partial class ContentWalk
{
    /// <summary>The frame that the note being captured ends with, or -1; frames below the base are not the note's.</summary>
    private int _captureOwner;
    private int _base;
    private int _noteNumber;
    private bool _isNoteTold;

    /// <summary>Whether the note's own label is still to be passed over.</summary>
    private bool _isNoteStart;
    private (int Leaf, int Breaks, bool Space, bool AtStart, int Base) _interrupted;

    private void ClearCapture()
    {
        _captureOwner = -1;
        _base = 0;
        _isNoteStart = false;
    }

    /// <summary>Begins to capture a note when the element just entered is one.</summary>
    private void StartNote(int node, bool isBlockLevel)
    {
        (NoteRole role, int number) = _notes[node];
        switch (role)
        {
            case NoteRole.Note when _captureOwner < 0:
                Capture(number, _frames.Count - 1, _frames.Count);
                break;
            case NoteRole.NoteAtReference when _captureOwner < 0:
                if (_leaf >= 0)
                    _tape.NoteReference(number);
                Capture(number, _frames.Count - 1, _frames.Count);
                break;
            case NoteRole.Segment:
                int owner = _frames.Count - (isBlockLevel ? 1 : 2);
                while (owner > 0 && !_frames[owner].IsBlockLevel)
                    owner--;
                if (_captureOwner >= 0 && _captureOwner != owner)
                    break;
                EndLeaf();
                if (_captureOwner == owner)
                    EndNote();
                Capture(number, owner, owner + 1);
                break;
            default:
                break;
        }
    }

    private void Capture(int number, int owner, int firstFrame)
    {
        _interrupted = (_leaf, _breaks, _space, _atStart, _base);
        (_leaf, _breaks, _space, _atStart) = (-1, 0, false, false);
        _tape = _noteTape;
        _captureOwner = owner;
        _base = firstFrame;
        _noteNumber = number;
        _isNoteTold = false;
        _isNoteStart = true;
        _lastImage = -1;
        Recount();
    }

    private void TellNote()
    {
        if (_captureOwner < 0 || _isNoteTold)
            return;
        _isNoteTold = true;
        _tape.Start(new ContentPart { Kind = ContentKind.Note, Number = _noteNumber });
    }

    private void EndNote()
    {
        EndLeaf();
        // A segment ends in the midst of elements that are still open: what was told of them ends too.
        for (int i = _frames.Count - 1; i >= _base; i--)
        {
            if (!_frames[i].IsTold)
                continue;
            _tape.End();
            _frames[i].IsTold = false;
        }
        if (_isNoteTold)
            _tape.End();
        _tape = _main;
        _captureOwner = -1;
        _isNoteStart = false;
        (_leaf, _breaks, _space, _atStart, _base) = _interrupted;
        Recount();
    }

    /// <summary>Takes the label that a note begins with away from its first text.</summary>
    private (int From, int Length) WithoutLabel(int from, int length)
    {
        ReadOnlySpan<byte> text = _tape.Bytes.Span(from, length);
        int label = NoteLabels.LengthAtStart(text, _notes.LabelOf(_noteNumber));
        // What is left to be passed over when all of it was the label is a full stop or a bracket at most.
        _isNoteStart = label == length;
        return (from + label, length - label);
    }

    /// <summary>Records a reference to a note; false when the text around it is not kept.</summary>
    private bool ReadReference(int node, int number)
    {
        HtmlNode sign = new(_document, node);
        int block = NoteFinder.FirstText(sign) is { IsNone: false } text ? _blocks.BlockOf(text.Index) : _leaf;
        if (block < 0 || !_blocks[block].Kept)
            return false;
        if (_leaf >= 0 && _leaf != block)
            EndLeaf();
        BeginInLeaf(block);
        _tape.NoteReference(number);
        _space = sign.LastChild is { IsNone: false, IsText: true } last && last.Utf8Text is [.., (byte)' ' or (byte)'\n'];
        return true;
    }
}

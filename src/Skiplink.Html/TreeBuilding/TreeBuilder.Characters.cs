using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// Character tokens, which come in runs: the rules of each mode for white space and for other characters, without a loop over characters.
/// </summary>
internal sealed partial class TreeBuilder
{
    private readonly List<PendingText> _pending = [];

    private readonly record struct PendingText(Utf8Slice Text, int Start, int End);

    public void Characters(Utf8Slice text, int sourceStart, int sourceEnd)
    {
        bool skipNewline = _skipNewline;
        Begin(sourceStart, sourceEnd, 0);
        if (skipNewline && _text.BytesOf(text)[0] == '\n')
        {
            text = Rest(text, 1);
            if (text.Length == 0)
                return;
        }
        if (_mode == InsertionMode.InBody && !InForeignText())
            BodyText(text);
        else if (InForeignText())
            ForeignText(text);
        else
            ProcessCharacters(text);
    }

    public void Null(int position)
    {
        Begin(position, position + 1, 0);
        if (InForeignText())
        {
            int start = _text.Decoded.Count;
            _text.Decoded.Add("\uFFFD"u8);
            InsertText(Utf8Slice.OfDecoded(start, 3));
            return;
        }
        // Dropped in every mode, but before the body it is a character other than white space, which changes the mode.
        while (_mode is InsertionMode.Initial or InsertionMode.BeforeHtml or InsertionMode.BeforeHead or InsertionMode.InHead
            or InsertionMode.InHeadNoscript or InsertionMode.AfterHead or InsertionMode.InColumnGroup or InsertionMode.AfterBody
            or InsertionMode.AfterAfterBody && !CharactersElse())
        {
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool InForeignText()
    {
        ref NodeRow row = ref _nodes[AdjustedCurrent];
        return row.Namespace != HtmlNamespace.Html && !IsMathMLTextIntegrationPoint(row) && !IsHtmlIntegrationPoint(row);
    }

    private void ProcessCharacters(Utf8Slice text)
    {
        while (true)
        {
            switch (_mode)
            {
                case InsertionMode.Initial:
                case InsertionMode.BeforeHtml:
                case InsertionMode.BeforeHead:
                    text = Rest(text, LeadingSpace(text));
                    break;
                case InsertionMode.InHead:
                case InsertionMode.InHeadNoscript:
                case InsertionMode.AfterHead:
                case InsertionMode.InColumnGroup:
                    int space = LeadingSpace(text);
                    if (space > 0)
                        InsertText(First(text, space));
                    text = Rest(text, space);
                    break;
                case InsertionMode.AfterBody:
                case InsertionMode.AfterAfterBody:
                    int blank = LeadingSpace(text);
                    if (blank > 0)
                        BodyText(First(text, blank));
                    text = Rest(text, blank);
                    break;
                case InsertionMode.Text:
                    InsertText(text);
                    return;
                case InsertionMode.InTable:
                case InsertionMode.InTableBody:
                case InsertionMode.InRow:
                    if (!IsTableContext(_open.Current))
                    {
                        FosterBodyText(text);
                        return;
                    }
                    _originalMode = _mode;
                    _mode = InsertionMode.InTableText;
                    continue;
                case InsertionMode.InTableText:
                    _pending.Add(new(text, _tokenStart, _tokenEnd));
                    return;
                case InsertionMode.InFrameset:
                case InsertionMode.AfterFrameset:
                    InsertSpaces(text, reconstruct: false);
                    return;
                case InsertionMode.AfterAfterFrameset:
                    InsertSpaces(text, reconstruct: true);
                    return;
                default:
                    BodyText(text);
                    return;
            }
            if (text.Length == 0 || CharactersElse())
                return;
        }
    }

    /// <summary>The "anything else" of a mode for characters; true when they are dropped.</summary>
    private bool CharactersElse()
    {
        switch (_mode)
        {
            case InsertionMode.Initial:
                return InitialElse();
            case InsertionMode.BeforeHtml:
                return BeforeHtmlElse();
            case InsertionMode.BeforeHead:
                return BeforeHeadElse();
            case InsertionMode.InHead:
                return InHeadElse();
            case InsertionMode.InHeadNoscript:
                return InHeadNoscriptElse();
            case InsertionMode.AfterHead:
                return AfterHeadElse();
            case InsertionMode.InColumnGroup:
                return InColumnGroupElse();
            default:
                _mode = InsertionMode.InBody;
                return false;
        }
    }

    private void BodyText(Utf8Slice text)
    {
        ReconstructFormatting();
        InsertText(text);
        if (_framesetOk && LeadingSpace(text) < text.Length)
            _framesetOk = false;
    }

    private void FosterBodyText(Utf8Slice text)
    {
        _fosterParenting = true;
        BodyText(text);
        _fosterParenting = false;
    }

    /// <summary>
    /// "Anything else" of the "in table text" mode (https://html.spec.whatwg.org/#parsing-main-intabletext), before every token other than
    /// text.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FlushTableText()
    {
        if (_mode == InsertionMode.InTableText)
            FlushPendingText();
    }

    private void FlushPendingText()
    {
        _mode = _originalMode;
        bool allSpace = true;
        foreach (PendingText pending in _pending)
            allSpace &= LeadingSpace(pending.Text) == pending.Text.Length;
        (int start, int end) = (_tokenStart, _tokenEnd);
        foreach (PendingText pending in _pending)
        {
            (_tokenStart, _tokenEnd) = (pending.Start, pending.End);
            if (allSpace)
                InsertText(pending.Text);
            else
                FosterBodyText(pending.Text);
        }
        (_tokenStart, _tokenEnd) = (start, end);
        _pending.Clear();
    }

    private void ForeignText(Utf8Slice text)
    {
        InsertText(text);
        if (_framesetOk && LeadingSpace(text) < text.Length)
            _framesetOk = false;
    }

    /// <summary>Inserts only the white space of a run.</summary>
    private void InsertSpaces(Utf8Slice text, bool reconstruct)
    {
        while (text.Length > 0)
        {
            int space = LeadingSpace(text);
            if (space > 0)
            {
                if (reconstruct)
                    ReconstructFormatting();
                InsertText(First(text, space));
            }
            text = Rest(text, space);
            int other = _text.BytesOf(text).IndexOfAny(" \t\n\f\r"u8);
            text = Rest(text, other < 0 ? text.Length : other);
        }
    }

    private int LeadingSpace(Utf8Slice text)
    {
        int length = _text.BytesOf(text).IndexOfAnyExcept(" \t\n\f\r"u8);
        return length < 0 ? text.Length : length;
    }

    private static Utf8Slice First(Utf8Slice text, int length) => text with { Length = length };

    private static Utf8Slice Rest(Utf8Slice text, int skipped) =>
        new(text.IsDecoded ? ~(~text.Start + skipped) : text.Start + skipped, text.Length - skipped);
}

using System.Buffers;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Content;

/// <summary>
/// Gathers the text of a code block as it was before a highlighter took it apart: spans of tokens joined, an element for each line put on a
/// line of its own, line numbers, copy buttons and gutters left out.
/// </summary>
internal sealed class CodeText
{
    // All but the tab and the line feed.
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(static i => (byte)i)
        .Where(static b => b is not ((byte)'\t' or (byte)'\n')), 0x7F]);

    private readonly List<(int Node, bool IsLine, int Start)> _open = [];
    private HtmlDocument _document = null!;
    private BlockTable _blocks = null!;
    private ByteBuffer _text = null!;
    private SelectionResult? _kept;
    private int _start;

    /// <summary>
    /// Where the last line was ended by an element, so that a line end of the source behind it is not a second one; -1 when it was not.
    /// </summary>
    private int _endedAt;

    /// <summary>Appends the code below an element; returns whether there is any.</summary>
    /// <param name="page">The page.</param>
    /// <param name="root">The element.</param>
    /// <param name="kept">Which blocks are kept, when only their text is wanted.</param>
    /// <param name="text">Where to append.</param>
    public bool Read(PageDocument page, int root, SelectionResult? kept, ByteBuffer text)
    {
        (_document, _blocks) = (page.Html, page.Blocks);
        _kept = kept;
        _text = text;
        _start = text.Count;
        _endedAt = -1;
        _open.Clear();
        Walk(root);
        Tidy();
        return _text.Count > _start;
    }

    private void Walk(int root)
    {
        NodeTable nodes = _document.Nodes;
        int node = nodes[root].FirstChildOrNone;
        while (node != 0)
        {
            ref NodeRow row = ref nodes[node];
            if (row.Kind == HtmlNodeKind.Text)
            {
                if (_kept is null ? !_blocks.IsHidden(node) : _kept.IsNodeKept(node))
                    AddText(_document.BytesOf(new(row.DataStart, row.DataLength)), nodes[node].PreviousSibling);
            }
            else if (row.Kind == HtmlNodeKind.Element && row.Name == HtmlNames.Br && row.Namespace == HtmlNamespace.Html)
            {
                EndLine();
                _endedAt = -1;
            }
            else if (row.Kind == HtmlNodeKind.Element && !IsTool(row))
            {
                bool isLine = IsLine(row);
                if (isLine && !IsAtLineStart)
                    EndLine();
                if (row.FirstChild != 0)
                {
                    _open.Add((node, isLine, _text.Count));
                    node = row.FirstChild;
                    continue;
                }
                if (isLine)
                    EndElementLine(_text.Count);
            }
            while (nodes[node].NextSibling == 0)
            {
                node = nodes[node].Parent;
                if (node == root)
                    return;
                (_, bool isLine, int start) = _open[^1];
                _open.RemoveAt(_open.Count - 1);
                if (isLine)
                    EndElementLine(start);
            }
            node = nodes[node].NextSibling;
        }
    }

    private bool IsAtLineStart => _text.Count == _start || _text.Span(_text.Count - 1, 1)[0] == '\n';

    private void AddText(ReadOnlySpan<byte> text, int previous)
    {
        // The line end between two elements that are lines each is not a line of its own.
        if (_endedAt == _text.Count && previous != 0 && text.TrimStart(" \t"u8) is [(byte)'\n', ..] or [(byte)'\r', ..])
        {
            int end = text.IndexOf((byte)'\n');
            text = end < 0 ? default : text[(end + 1)..];
        }
        for (int at = text.IndexOfAny(Controls); at >= 0; at = text.IndexOfAny(Controls))
        {
            _text.Add(text[..at]);
            text = text[(at + 1)..];
        }
        _text.Add(text);
    }

    private void EndLine()
    {
        _text.Add((byte)'\n');
        _endedAt = _text.Count;
    }

    private void EndElementLine(int start)
    {
        if (_text.Count > start && IsAtLineStart)
        {
            // The element held its own line end.
            _endedAt = -1;
            return;
        }
        // Of elements that end at one place only the innermost ends a line.
        if (_endedAt != _text.Count || start == _text.Count)
            EndLine();
    }

    private bool IsLine(in NodeRow row)
    {
        if (row.Name is HtmlNames.Div or HtmlNames.P or HtmlNames.Li or HtmlNames.Tr)
            return !IsInLine();
        foreach (ref readonly AttributeRow attribute in _document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            if ((attribute.Name == HtmlNames.Class && (ClassMeanings.Of(_document.BytesOf(attribute.Value)) & ClassMeaning.CodeLine) != 0)
                || _document.NameOf(attribute.Name).SequenceEqual("data-line"u8))
                return !IsInLine();
        }
        return false;
    }

    // What lies out a line (its number, its text) does not begin another.
    private bool IsInLine() => _open.Count > 0 && _open[^1].IsLine && IsRowOfParts(_open[^1].Node);

    /// <summary>Whether an element holds a line number beside the text of the line.</summary>
    private bool IsRowOfParts(int node)
    {
        NodeTable nodes = _document.Nodes;
        int first = nodes[node].FirstChildOrNone;
        if (nodes[node].Name == HtmlNames.Tr)
            return true;
        return first != 0 && nodes[first].Kind == HtmlNodeKind.Element && nodes[first].NextSibling is not 0 and int second
            && nodes[second].Kind == HtmlNodeKind.Element
            && nodes[second].NextSibling == 0 && IsNumber(first);
    }

    /// <summary>Whether all the text of an element is one number.</summary>
    private bool IsNumber(int node)
    {
        ref NodeRow row = ref _document.Nodes[node];
        if (row.FirstChildOrNone is not 0 and int child && _document.Nodes[child].Kind == HtmlNodeKind.Text
            && _document.Nodes[child].NextSibling == 0)
        {
            ReadOnlySpan<byte> text = new HtmlNode(_document, child).Utf8Text.Trim(" \t\n"u8);
            return text.Length is > 0 and < 7 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        }
        return false;
    }

    /// <summary>Line numbers, copy buttons, labels and whatever shows no text.</summary>
    private bool IsTool(in NodeRow row)
    {
        if (BlockLevel.IsSkipped(row) || row.Name is HtmlNames.Button or HtmlNames.Select or HtmlNames.Input)
            return true;
        int node = row.FirstChild == 0 ? 0 : _document.Nodes[row.FirstChild].Parent;
        bool isUnselectable = false, isCellOfNumber = false;
        foreach (ref readonly AttributeRow attribute in _document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            ReadOnlySpan<byte> value = _document.BytesOf(attribute.Value);
            switch (attribute.Name)
            {
                case HtmlNames.Class:
                    ClassMeaning meaning = ClassMeanings.Of(value);
                    if ((meaning & ClassMeaning.LineNumber) != 0
                        || (meaning & (ClassMeaning.CodeTool | ClassMeaning.CodeLine)) == ClassMeaning.CodeTool)
                        return true;
                    isUnselectable |= value.IndexOf("select-none"u8) >= 0;
                    break;
                case HtmlNames.Style:
                    isUnselectable |= value.IndexOf("user-select:none"u8) >= 0 || value.IndexOf("user-select: none"u8) >= 0;
                    break;
                default:
                    break;
            }
        }
        if (isUnselectable || node == 0)
            return isUnselectable;
        // The first of two parts of a line, when it is a number.
        isCellOfNumber = row.PreviousSibling == 0 && row.NextSibling != 0 && _open.Count > 0 && _open[^1].IsLine && IsNumber(node)
            && _document.Nodes[row.NextSibling].NextSibling == 0
            && _document.Nodes[row.NextSibling].Kind == HtmlNodeKind.Element;
        return isCellOfNumber;
    }

    /// <summary>Takes blank lines at both ends away, and everything when it is nothing but line numbers.</summary>
    private void Tidy()
    {
        Span<byte> text = _text.Writable(_start, _text.Count - _start);
        int end = text.LastIndexOfAnyExcept(" \t\n"u8) + 1;
        int begin = 0;
        for (int at = 0; at < end && text[at] is (byte)' ' or (byte)'\t' or (byte)'\n'; at++)
        {
            if (text[at] == '\n')
                begin = at + 1;
        }
        if (end <= begin || IsNumbers(text[begin..end]))
        {
            _text.Truncate(_start);
            return;
        }
        text[begin..end].CopyTo(text);
        _text.Truncate(_start + end - begin);
    }

    /// <summary>Whether the text is 1, 2, 3 … on lines of their own.</summary>
    private static bool IsNumbers(ReadOnlySpan<byte> text)
    {
        int expected = -1, lines = 0;
        foreach (Range range in text.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text[range].Trim(" \t"u8);
            if (!System.Buffers.Text.Utf8Parser.TryParse(line, out int number, out int used) || used != line.Length
                || (expected >= 0 && number != expected))
                return false;
            expected = number + 1;
            lines++;
        }
        return lines >= 2;
    }
}

namespace Skiplink.Writing;

/// <summary>Spans of code in a line.</summary>
internal sealed partial class MarkdownWriter
{
    /// <summary>Keeps a span of code apart from backticks right before it.</summary>
    private void PartCode()
    {
        if (_codeEnd == _output.Count)
            _output.Add("<!-- -->"u8);
        else if (_output.Count != _lineStart && _output.Last() == '`')
            _output.Replace(_output.Count - 2, 2, "&#96;"u8);
    }

    /// <summary>A span of code from what was written raw since its content began.</summary>
    private void WriteCodeSpan(int start, int content)
    {
        ReadOnlySpan<byte> text = _output.Span(content, _output.Count - content);
        if (IsInRow && WithTables && text.Contains((byte)'|'))
        {
            WriteCodeElement(start, text);
            return;
        }
        int fences = LongestRun(text, (byte)'`') + 1;
        bool isPadded = text is [(byte)'`', ..] or [.., (byte)'`'] || (text is [(byte)' ', .., (byte)' '] && text.ContainsAnyExcept((byte)' '));
        _code.Clear();
        _code.Add(text);
        _output.Truncate(start);
        AddFences(fences);
        if (isPadded)
            _output.Add((byte)' ');
        foreach (byte b in _code.Span(0, _code.Count))
            _output.Add(b == '\n' ? (byte)' ' : b);
        if (isPadded)
            _output.Add((byte)' ');
        AddFences(fences);
        _codeEnd = _output.Count;
    }

    /// <summary>Readers do not agree on bars in a span of code in a table; in an element they do.</summary>
    private void WriteCodeElement(int start, ReadOnlySpan<byte> text)
    {
        _code.Clear();
        _code.Add(text);
        _output.Truncate(start);
        _output.Add("<code>"u8);
        foreach (Range part in _code.Span(0, _code.Count).Split((byte)'|'))
        {
            if (part.Start.Value > 0)
                _output.Add("&#124;"u8);
            MarkdownEscape.Write(_code.Span(0, _code.Count)[part], _output, previous: (byte)'|', withBars: true, _withMath);
        }
        _output.Add("</code>"u8);
    }
}

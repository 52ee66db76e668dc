using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>Blocks of code, and spans of code in a line.</summary>
/// <param name="line">The line that is being written.</param>
internal sealed class MarkdownCode(MarkdownLine line)
{
    private readonly ByteBuffer _text = new();

    // Where the last span of code ended.
    private int _spanEnd = -1;

    /// <summary>Whether the line ends with a span of code.</summary>
    public bool IsBehindSpan => _spanEnd == line.Output.Count;

    public void ForgetEnd() => _spanEnd = -1;

    public void StartBlock() => _text.Clear();

    public void Add(ReadOnlySpan<byte> utf8) => _text.Add(utf8);

    public void AddLineBreak() => _text.Add((byte)'\n');

    /// <summary>Writes the code as a fenced block.</summary>
    public void EndBlock(ReadOnlySpan<byte> language, MarkdownContainers containers)
    {
        ReadOnlySpan<byte> code = _text.Span(0, _text.Count);
        int fences = Math.Max(3, MaxRunLength(code, (byte)'`') + 1);
        AddFences(fences);
        line.Output.Add(language);
        line.Output.Add((byte)'\n');
        foreach (Range range in code.Split((byte)'\n'))
        {
            if (code[range].IsEmpty)
            {
                containers.WriteBlankPrefixes();
            }
            else
            {
                line.Output.Add(containers.Prefixes);
                line.Output.Add(code[range]);
            }
            line.Output.Add((byte)'\n');
        }
        line.Output.Add(containers.Prefixes);
        AddFences(fences);
    }

    /// <summary>Writes the code to a row of a table, which is one line: each line of code is a span of its own.</summary>
    public void EndBlockInRow(MarkdownRows rows)
    {
        byte[] code = _text.Span(0, _text.Count).ToArray();
        bool isFirst = true;
        foreach (Range range in code.AsSpan().Split((byte)'\n'))
        {
            ReadOnlySpan<byte> piece = code.AsSpan()[range].Trim((byte)' ');
            if (piece.IsEmpty)
                continue;
            if (!isFirst)
                line.Output.Add(rows.LineBreak);
            isFirst = false;
            int start = line.Output.Count;
            line.Output.Add(piece);
            WriteSpan(start, start, rows.IsInCell);
        }
    }

    /// <summary>Keeps a span of code that follows apart from backticks right before it.</summary>
    public void PartSpan()
    {
        if (IsBehindSpan)
            line.Output.Add("<!-- -->"u8);
        else if (line.LastByte == '`')
            line.Output.Replace(line.Output.Count - 2, 2, "&#96;"u8);
    }

    /// <summary>Makes a span of code from what was written raw.</summary>
    /// <param name="start">Where the span begins.</param>
    /// <param name="content">Where its content begins.</param>
    /// <param name="isInCell">Whether a bar would end the cell of a table.</param>
    public void WriteSpan(int start, int content, bool isInCell)
    {
        _text.Clear();
        _text.Add(line.Output.Span(content, line.Output.Count - content));
        ReadOnlySpan<byte> code = _text.Span(0, _text.Count);
        line.Output.Truncate(start);
        bool isBehindAddress = code.Contains((byte)'<') && MarkdownEscape.IsBehindAddress(line.Output);
        if ((isInCell && code.Contains((byte)'|')) || isBehindAddress || MayBeCutByFormula(code))
        {
            WriteElement(code);
            return;
        }
        int fences = MaxRunLength(code, (byte)'`') + 1;
        bool isInSpaces = code is [(byte)' ', .., (byte)' '] && code.ContainsAnyExcept((byte)' ');
        bool isPadded = isInSpaces || code is [(byte)'`', ..] or [.., (byte)'`'];
        AddFences(fences);
        if (isPadded)
            line.Output.Add((byte)' ');
        foreach (byte b in code)
            line.Output.Add(b == '\n' ? (byte)' ' : b);
        if (isPadded)
            line.Output.Add((byte)' ');
        AddFences(fences);
        _spanEnd = line.Output.Count;
    }

    /// <summary>
    /// Whether a formula, for readers that know formulas, could begin at a dollar sign before the span and end at one in it: what is behind
    /// it in the span would be markup.
    /// </summary>
    private static bool MayBeCutByFormula(ReadOnlySpan<byte> code) =>
        code.Contains((byte)'$') && (code.Contains((byte)'<') || code.IndexOf("]("u8) >= 0);

    /// <summary>Writes code as an element, with its text escaped. Readers do not agree on bars in a span of code in a table.</summary>
    private void WriteElement(ReadOnlySpan<byte> code)
    {
        line.Output.Add("<code>"u8);
        foreach (Range part in code.Split((byte)'|'))
        {
            if (part.Start.Value > 0)
                line.Output.Add("&#124;"u8);
            MarkdownEscape.Write(code[part], line.Output, previous: (byte)'|', withBars: true, withMath: true);
        }
        line.Output.Add("</code>"u8);
    }

    private void AddFences(int count)
    {
        for (int i = 0; i < count; i++)
            line.Output.Add((byte)'`');
    }

    private static int MaxRunLength(ReadOnlySpan<byte> utf8, byte of)
    {
        int longest = 0, run = 0;
        foreach (byte b in utf8)
        {
            run = b == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}

using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Gathers the cells of a table and writes them as GitHub Flavored Markdown: the first row is the header, spans become empty cells.
/// </summary>
internal sealed class MarkdownTable
{
    // The empty cells that may stand for spans in a table, and the columns that a cell may span: hostile spans must not fill the memory.
    private const int MaxFillers = 100_000;
    private const int MaxColumnSpan = 64;

    private readonly List<int> _rows = [];
    private readonly List<(int Start, int Length)> _cells = [];
    private readonly List<byte> _aligns = [];
    private readonly List<int> _spansLeft = [];
    private int _fillers;
    private int _start;

    /// <summary>The texts of all cells, concatenated.</summary>
    public ByteBuffer Text { get; } = new();

    /// <summary>Whether the cell in progress has text.</summary>
    public bool CellHasText => Text.Count > _start;

    public bool IsEmpty => _cells.Count == 0;

    public void Clear()
    {
        _rows.Clear();
        _cells.Clear();
        _aligns.Clear();
        _spansLeft.Clear();
        Text.Clear();
        _fillers = _start = 0;
    }

    public void StartRow()
    {
        _rows.Add(_cells.Count);
        FillSpanned();
    }

    public void StartCell()
    {
        if (_rows.Count == 0)
            StartRow();
        _start = Text.Count;
    }

    public void EndCell(in ContentPart part)
    {
        for (int i = 0; i < Math.Min(part.ColumnSpan, MaxColumnSpan); i++)
        {
            int column = _cells.Count - _rows[^1];
            _cells.Add(i == 0 ? (_start, Text.Count - _start) : default);
            while (_spansLeft.Count <= column)
                _spansLeft.Add(0);
            _spansLeft[column] = part.RowSpan - 1;
            while (_aligns.Count <= column)
                _aligns.Add(0);
            if (_aligns[column] == 0)
                _aligns[column] = part.Align;
        }
        FillSpanned();
        _start = Text.Count;
    }

    /// <summary>Adds an empty cell wherever a cell of a row above reaches down.</summary>
    private void FillSpanned()
    {
        while (_cells.Count - _rows[^1] is var column && column < _spansLeft.Count && _spansLeft[column] > 0 && _fillers < MaxFillers)
        {
            _spansLeft[column]--;
            _fillers++;
            _cells.Add(default);
        }
    }

    /// <summary>Writes the table's lines, each further one behind a prefix.</summary>
    public void Write(ByteBuffer output, ReadOnlySpan<byte> prefix)
    {
        int columns = 0;
        for (int i = 0; i < _rows.Count; i++)
            columns = Math.Max(columns, End(i) - _rows[i]);
        bool isFirst = true;
        for (int i = 0; i < _rows.Count; i++)
        {
            if (IsBlank(i))
                continue;
            if (!isFirst)
                StartLine(output, prefix);
            // A row may have fewer cells than the header, but not the other way round.
            WriteRow(output, i, isFirst ? columns : End(i) - _rows[i]);
            if (isFirst)
            {
                StartLine(output, prefix);
                WriteDelimiters(output, columns);
            }
            isFirst = false;
        }
    }

    private int End(int row) => row + 1 < _rows.Count ? _rows[row + 1] : _cells.Count;

    private bool IsBlank(int row)
    {
        for (int i = _rows[row]; i < End(row); i++)
        {
            if (_cells[i].Length > 0)
                return false;
        }
        return true;
    }

    private void WriteRow(ByteBuffer output, int row, int columns)
    {
        output.Add((byte)'|');
        for (int i = 0; i < columns; i++)
        {
            int cell = _rows[row] + i;
            output.Add((byte)' ');
            if (cell < End(row) && _cells[cell].Length > 0)
                output.Add(Text.Span(_cells[cell].Start, _cells[cell].Length));
            output.Add(" |"u8);
        }
    }

    private void WriteDelimiters(ByteBuffer output, int columns)
    {
        output.Add((byte)'|');
        for (int i = 0; i < columns; i++)
        {
            output.Add((i < _aligns.Count ? _aligns[i] : 0) switch
            {
                (byte)'l' => " :--- |"u8,
                (byte)'c' => " :---: |"u8,
                (byte)'r' => " ---: |"u8,
                _ => " --- |"u8,
            });
        }
    }

    private static void StartLine(ByteBuffer output, ReadOnlySpan<byte> prefix)
    {
        output.Add((byte)'\n');
        output.Add(prefix);
    }
}

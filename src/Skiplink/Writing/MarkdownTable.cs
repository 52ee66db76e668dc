using System.Text;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>Gathers the cells of a table and writes them as GitHub Flavored Markdown: the first row is the header, spans become empty cells.</summary>
internal sealed class MarkdownTable
{
    private readonly List<List<string>> _rows = [];
    private readonly List<byte> _aligns = [];
    private readonly List<int> _spansLeft = [];
    private int _columnSpan;
    private int _rowSpan;
    private byte _align;

    /// <summary>The text of the cell in progress.</summary>
    public ByteBuffer Cell { get; } = new();

    public bool IsEmpty => _rows.Count == 0;

    public void StartRow()
    {
        _rows.Add([]);
        FillSpanned();
    }

    public void StartCell(in ContentPart part)
    {
        if (_rows.Count == 0)
            StartRow();
        Cell.Clear();
        (_columnSpan, _rowSpan, _align) = (part.ColumnSpan, part.RowSpan, part.Align);
    }

    public void EndCell()
    {
        List<string> row = _rows[^1];
        string text = Encoding.UTF8.GetString(Cell.Span(0, Cell.Count));
        Cell.Clear();
        for (int i = 0; i < Math.Min(_columnSpan, 64); i++)
        {
            int column = row.Count;
            row.Add(i == 0 ? text : "");
            while (_spansLeft.Count <= column)
                _spansLeft.Add(0);
            _spansLeft[column] = _rowSpan - 1;
            while (_aligns.Count <= column)
                _aligns.Add(0);
            if (_aligns[column] == 0)
                _aligns[column] = _align;
        }
        FillSpanned();
    }

    /// <summary>Adds an empty cell wherever a cell of a row above reaches down.</summary>
    private void FillSpanned()
    {
        List<string> row = _rows[^1];
        while (row.Count < _spansLeft.Count && _spansLeft[row.Count] > 0)
        {
            _spansLeft[row.Count]--;
            row.Add("");
        }
    }

    public IEnumerable<string> Lines()
    {
        _rows.RemoveAll(static row => row.TrueForAll(static cell => cell.Length == 0));
        int columns = _rows.Count == 0 ? 0 : _rows.Max(static row => row.Count);
        for (int i = 0; i < _rows.Count; i++)
        {
            yield return "| " + string.Join(" | ", Enumerable.Range(0, columns).Select(c => c < _rows[i].Count ? _rows[i][c] : "")) + " |";
            if (i == 0)
            {
                yield return "| " + string.Join(" | ", Enumerable.Range(0, columns).Select(c => (c < _aligns.Count ? _aligns[c] : 0) switch
                {
                    (byte)'l' => ":---",
                    (byte)'c' => ":---:",
                    (byte)'r' => "---:",
                    _ => "---",
                })) + " |";
            }
        }
    }
}

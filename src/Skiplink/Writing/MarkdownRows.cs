using System.Diagnostics;
using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>
/// Where text goes while a table is open: to the cells of a <see cref="MarkdownTable"/>, or, without tables, to a line for each row. A
/// table in a cell is text of the cell.
/// </summary>
/// <param name="line">The line that is being written.</param>
/// <param name="table">The table.</param>
/// <param name="withTables">Whether tables are written as tables.</param>
internal sealed class MarkdownRows(MarkdownLine line, MarkdownTable table, bool withTables)
{
    // How many tables are open in each other.
    private int _depth;
    private bool _inCaption;
    private FlatRow _row;
    private int _rowStart = -1;

    /// <summary>Whether text goes to a cell, or to a row that is written as a line: whatever it is, it stays on one line.</summary>
    public bool IsInRow => _depth > 0 && !_inCaption;

    /// <summary>Whether text goes to a cell, where a bar would end it.</summary>
    public bool IsInCell => withTables && IsInRow;

    /// <summary>Whether a row that is written as a line begins here.</summary>
    public bool IsRowStart => _rowStart == line.Output.Count;

    /// <summary>What stands for a line break in a row.</summary>
    public ReadOnlySpan<byte> LineBreak => withTables ? "<br>"u8 : " "u8;

    public void StartTable()
    {
        if (_depth++ == 0)
            table.Clear();
    }

    /// <summary>Ends a table; true when there is one to write.</summary>
    public bool EndTable()
    {
        Debug.Assert(_depth > 0);
        return --_depth == 0 && withTables && !table.IsEmpty;
    }

    public void StartCaption() => _inCaption = _depth == 1;

    public void EndCaption() => _inCaption = false;

    /// <summary>Starts a row; true when a line begins with it.</summary>
    public bool StartRow()
    {
        if (!withTables)
            return _row.Start();
        if (_depth == 1)
            table.StartRow();
        return false;
    }

    /// <summary>Notes that the line of a row begins here.</summary>
    public void BeginLine() => _rowStart = line.Output.Count;

    public void EndRow()
    {
        if (!withTables)
            _row.End();
    }

    public void StartCell()
    {
        if (!withTables)
        {
            _row.StartCell(line.Output);
        }
        else if (_depth == 1)
        {
            table.StartCell();
            line.EnterCell(table.Text);
        }
    }

    public void EndCell(in ContentPart part)
    {
        if (!withTables || _depth > 1)
            return;
        line.LeaveCell();
        table.EndCell(part);
    }

    /// <summary>Starts a block in a row, apart from the one before it.</summary>
    public void StartBlock()
    {
        if (!withTables)
            _row.StartBlock(line.Output);
        else if (table.CellHasText)
            line.Output.Add(LineBreak);
        line.Begin();
        _row.HasText = true;
    }
}

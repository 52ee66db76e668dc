using System.Diagnostics;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// A table's row that is written as one paragraph, with bars between its cells. Rows of a table in one of its cells are part of the same
/// paragraph.
/// </summary>
internal struct FlatRow
{
    private int _depth;

    /// <summary>Whether a row is open: blocks are runs of its paragraph then.</summary>
    public readonly bool IsOpen => _depth > 0;

    /// <summary>Whether the row has text so far.</summary>
    public bool HasText { get; set; }

    /// <summary>Starts a row; true when its paragraph starts with it.</summary>
    public bool Start()
    {
        if (_depth++ > 0)
            return false;
        HasText = false;
        return true;
    }

    /// <summary>Ends a row; true when its paragraph ends with it.</summary>
    public bool End()
    {
        Debug.Assert(_depth > 0);
        return --_depth == 0;
    }

    /// <summary>Parts a cell from the one before it.</summary>
    public readonly void StartCell(ByteBuffer output)
    {
        if (HasText)
            output.Add(" | "u8);
    }

    /// <summary>Parts a block from the one before it.</summary>
    public readonly void StartBlock(ByteBuffer output)
    {
        if (HasText)
            output.AddSpaceBetween();
    }
}

using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// "In table body", "in row" and "in cell" (https://html.spec.whatwg.org/#parsing-main-intbody and the two sections after it).
/// </summary>
internal sealed partial class TreeBuilder
{
    private bool InTableBodyStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Tr:
                ClearBackTo(Tbody, Tfoot, Thead);
                InsertElement(tag);
                _mode = InsertionMode.InRow;
                return true;
            case Th or Td:
                ClearBackTo(Tbody, Tfoot, Thead);
                InsertImplied(Tr);
                _mode = InsertionMode.InRow;
                return false;
            case Caption or Col or Colgroup or Tbody or Tfoot or Thead:
                return !CloseTableBody();
            default:
                return InTableStartTag(tag);
        }
    }

    private bool InTableBodyEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Tbody or Tfoot or Thead:
                if (_open.HasInTableScope(tag.Name))
                {
                    ClearBackTo(Tbody, Tfoot, Thead);
                    Pop();
                    _mode = InsertionMode.InTable;
                }
                return true;
            case Table:
                return !CloseTableBody();
            case Body or Caption or Col or Colgroup or HtmlNames.Html or Td or Th or Tr:
                return true;
            default:
                return InTableEndTag(tag);
        }
    }

    private bool CloseTableBody()
    {
        if (!_open.HasInTableScope(Tbody) && !_open.HasInTableScope(Thead) && !_open.HasInTableScope(Tfoot))
            return false;
        ClearBackTo(Tbody, Tfoot, Thead);
        Pop();
        _mode = InsertionMode.InTable;
        return true;
    }

    private bool InRowStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Th or Td:
                ClearBackTo(Tr);
                InsertElement(tag);
                _mode = InsertionMode.InCell;
                _formatting.PushMarker();
                return true;
            case Caption or Col or Colgroup or Tbody or Tfoot or Thead or Tr:
                return !CloseRow();
            default:
                return InTableStartTag(tag);
        }
    }

    private bool InRowEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Tr:
                CloseRow();
                return true;
            case Table:
                return !CloseRow();
            case Tbody or Tfoot or Thead:
                return !_open.HasInTableScope(tag.Name) || !CloseRow();
            case Body or Caption or Col or Colgroup or HtmlNames.Html or Td or Th:
                return true;
            default:
                return InTableEndTag(tag);
        }
    }

    private bool CloseRow()
    {
        if (!_open.HasInTableScope(Tr))
            return false;
        ClearBackTo(Tr);
        Pop();
        _mode = InsertionMode.InTableBody;
        return true;
    }

    private bool InCellStartTag(in TagToken tag)
    {
        if (tag.Name is not (Caption or Col or Colgroup or Tbody or Td or Tfoot or Th or Thead or Tr))
            return InBodyStartTag(tag);
        return !CloseCell();
    }

    private bool InCellEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Td or Th:
                if (_open.HasInTableScope(tag.Name))
                {
                    GenerateImpliedEndTags();
                    PopUntil(tag.Name);
                    _formatting.ClearToMarker();
                    _mode = InsertionMode.InRow;
                }
                return true;
            case Body or Caption or Col or Colgroup or HtmlNames.Html:
                return true;
            case Table or Tbody or Tfoot or Thead or Tr:
                return !_open.HasInTableScope(tag.Name) || !CloseCell();
            default:
                return InBodyEndTag(tag);
        }
    }

    /// <summary>Close the cell; false when none is open.</summary>
    private bool CloseCell()
    {
        if (!_open.HasInTableScope(Td) && !_open.HasInTableScope(Th))
            return false;
        GenerateImpliedEndTags();
        while (_nodes[Pop()] is not { Namespace: HtmlNamespace.Html, Name: Td or Th })
        {
        }
        _formatting.ClearToMarker();
        _mode = InsertionMode.InRow;
        return true;
    }
}

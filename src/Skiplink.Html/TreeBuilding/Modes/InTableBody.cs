using Skiplink.Html.Tokenizing;

namespace Skiplink.Html.TreeBuilding;

/// <summary>"In table body", "in row" and "in cell" (https://html.spec.whatwg.org/#parsing-main-intbody and the two sections after it).</summary>
internal sealed partial class TreeBuilder
{
    private bool InTableBodyStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Tr:
                ClearBackTo(HtmlNames.Tbody, HtmlNames.Tfoot, HtmlNames.Thead);
                InsertElement(tag);
                _mode = InsertionMode.InRow;
                return true;
            case HtmlNames.Th or HtmlNames.Td:
                ClearBackTo(HtmlNames.Tbody, HtmlNames.Tfoot, HtmlNames.Thead);
                InsertImplied(HtmlNames.Tr);
                _mode = InsertionMode.InRow;
                return false;
            case HtmlNames.Caption or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Tbody or HtmlNames.Tfoot or HtmlNames.Thead:
                return !CloseTableBody();
            default:
                return InTableStartTag(tag);
        }
    }

    private bool InTableBodyEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Tbody or HtmlNames.Tfoot or HtmlNames.Thead:
                if (_open.HasInTableScope(tag.Name))
                {
                    ClearBackTo(HtmlNames.Tbody, HtmlNames.Tfoot, HtmlNames.Thead);
                    Pop();
                    _mode = InsertionMode.InTable;
                }
                return true;
            case HtmlNames.Table:
                return !CloseTableBody();
            case HtmlNames.Body or HtmlNames.Caption or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Html or HtmlNames.Td or HtmlNames.Th or HtmlNames.Tr:
                return true;
            default:
                return InTableEndTag(tag);
        }
    }

    private bool CloseTableBody()
    {
        if (!_open.HasInTableScope(HtmlNames.Tbody) && !_open.HasInTableScope(HtmlNames.Thead) && !_open.HasInTableScope(HtmlNames.Tfoot))
            return false;
        ClearBackTo(HtmlNames.Tbody, HtmlNames.Tfoot, HtmlNames.Thead);
        Pop();
        _mode = InsertionMode.InTable;
        return true;
    }

    private bool InRowStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Th or HtmlNames.Td:
                ClearBackTo(HtmlNames.Tr);
                InsertElement(tag);
                _mode = InsertionMode.InCell;
                _formatting.PushMarker();
                return true;
            case HtmlNames.Caption or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Tbody or HtmlNames.Tfoot or HtmlNames.Thead or HtmlNames.Tr:
                return !CloseRow();
            default:
                return InTableStartTag(tag);
        }
    }

    private bool InRowEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Tr:
                CloseRow();
                return true;
            case HtmlNames.Table:
                return !CloseRow();
            case HtmlNames.Tbody or HtmlNames.Tfoot or HtmlNames.Thead:
                return !_open.HasInTableScope(tag.Name) || !CloseRow();
            case HtmlNames.Body or HtmlNames.Caption or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Html or HtmlNames.Td or HtmlNames.Th:
                return true;
            default:
                return InTableEndTag(tag);
        }
    }

    private bool CloseRow()
    {
        if (!_open.HasInTableScope(HtmlNames.Tr))
            return false;
        ClearBackTo(HtmlNames.Tr);
        Pop();
        _mode = InsertionMode.InTableBody;
        return true;
    }

    private bool InCellStartTag(in TagToken tag)
    {
        if (tag.Name is not (HtmlNames.Caption or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Tbody or HtmlNames.Td or HtmlNames.Tfoot or HtmlNames.Th
            or HtmlNames.Thead or HtmlNames.Tr))
            return InBodyStartTag(tag);
        return !CloseCell();
    }

    private bool InCellEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Td or HtmlNames.Th:
                if (_open.HasInTableScope(tag.Name))
                {
                    GenerateImpliedEndTags();
                    PopUntil(tag.Name);
                    _formatting.ClearToMarker();
                    _mode = InsertionMode.InRow;
                }
                return true;
            case HtmlNames.Body or HtmlNames.Caption or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Html:
                return true;
            case HtmlNames.Table or HtmlNames.Tbody or HtmlNames.Tfoot or HtmlNames.Thead or HtmlNames.Tr:
                return !_open.HasInTableScope(tag.Name) || !CloseCell();
            default:
                return InBodyEndTag(tag);
        }
    }

    /// <summary>Close the cell; false when none is open.</summary>
    private bool CloseCell()
    {
        if (!_open.HasInTableScope(HtmlNames.Td) && !_open.HasInTableScope(HtmlNames.Th))
            return false;
        GenerateImpliedEndTags();
        while (_nodes[Pop()] is not { Namespace: HtmlNamespace.Html, Name: HtmlNames.Td or HtmlNames.Th })
        {
        }
        _formatting.ClearToMarker();
        _mode = InsertionMode.InRow;
        return true;
    }
}

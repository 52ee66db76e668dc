using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// "In table", "in caption" and "in column group" (https://html.spec.whatwg.org/#parsing-main-intable and the sections after it).
/// </summary>
internal sealed partial class TreeBuilder
{
    private bool InTableStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Caption:
                ClearBackTo(Table);
                _formatting.PushMarker();
                InsertElement(tag);
                _mode = InsertionMode.InCaption;
                return true;
            case Colgroup:
                ClearBackTo(Table);
                InsertElement(tag);
                _mode = InsertionMode.InColumnGroup;
                return true;
            case Col:
                ClearBackTo(Table);
                InsertImplied(Colgroup);
                _mode = InsertionMode.InColumnGroup;
                return false;
            case Tbody or Tfoot or Thead:
                ClearBackTo(Table);
                InsertElement(tag);
                _mode = InsertionMode.InTableBody;
                return true;
            case Td or Th or Tr:
                ClearBackTo(Table);
                InsertImplied(Tbody);
                _mode = InsertionMode.InTableBody;
                return false;
            case Table:
                if (!_open.HasInTableScope(Table))
                    return true;
                PopUntil(Table);
                ResetInsertionMode();
                return false;
            case Style or Script or Template:
                return InHeadStartTag(tag);
            case Input when IsHiddenInput(tag):
                InsertVoid(tag);
                return true;
            case Form:
                if (_templateCount == 0 && _form == 0)
                {
                    _form = InsertElement(tag);
                    Pop();
                }
                return true;
            default:
                _fosterParenting = true;
                InBodyStartTag(tag);
                _fosterParenting = false;
                return true;
        }
    }

    private bool IsHiddenInput(in TagToken tag)
    {
        for (int i = 0; i < tag.AttributeCount; i++)
        {
            AttributeRow row = _attributes[tag.FirstAttribute + i];
            if (row.Name == HtmlNames.Type)
                return Ascii.EqualsIgnoreCase(_text.BytesOf(row.Value), "hidden"u8);
        }
        return false;
    }

    private bool InTableEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Table:
                if (_open.HasInTableScope(Table))
                {
                    PopUntil(Table);
                    ResetInsertionMode();
                }
                return true;
            case Body or Caption or Col or Colgroup or HtmlNames.Html or Tbody or Td or Tfoot or Th or Thead or Tr:
                return true;
            case Template:
                return InHeadEndTag(tag);
            default:
                _fosterParenting = true;
                InBodyEndTag(tag);
                _fosterParenting = false;
                return true;
        }
    }

    private bool InCaptionStartTag(in TagToken tag)
    {
        if (tag.Name is Caption or Col or Colgroup or Tbody or Td or Tfoot or Th or Thead or Tr)
            return !CloseCaption();
        return InBodyStartTag(tag);
    }

    private bool InCaptionEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Caption:
                CloseCaption();
                return true;
            case Table:
                return !CloseCaption();
            case Body or Col or Colgroup or HtmlNames.Html or Tbody or Td or Tfoot or Th or Thead or Tr:
                return true;
            default:
                return InBodyEndTag(tag);
        }
    }

    /// <summary>Closes the caption; false when none is in table scope.</summary>
    private bool CloseCaption()
    {
        if (!_open.HasInTableScope(Caption))
            return false;
        GenerateImpliedEndTags();
        PopUntil(Caption);
        _formatting.ClearToMarker();
        _mode = InsertionMode.InTable;
        return true;
    }

    private bool InColumnGroupStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Html:
                return InBodyStartTag(tag);
            case Col:
                InsertVoid(tag);
                return true;
            case Template:
                return InHeadStartTag(tag);
            default:
                return InColumnGroupElse();
        }
    }

    private bool InColumnGroupEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Colgroup:
                InColumnGroupElse();
                return true;
            case Col:
                return true;
            case Template:
                return InHeadEndTag(tag);
            default:
                return InColumnGroupElse();
        }
    }

    private bool InColumnGroupElse()
    {
        if (!_open.CurrentIs(Colgroup))
            return true;
        Pop();
        _mode = InsertionMode.InTable;
        return false;
    }
}

using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;

namespace Skiplink.Html.TreeBuilding;

/// <summary>"In table", "in caption" and "in column group" (https://html.spec.whatwg.org/#parsing-main-intable and the sections after it).</summary>
internal sealed partial class TreeBuilder
{
    private bool InTableStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Caption:
                ClearBackTo(HtmlNames.Table);
                _formatting.PushMarker();
                InsertElement(tag);
                _mode = InsertionMode.InCaption;
                return true;
            case HtmlNames.Colgroup:
                ClearBackTo(HtmlNames.Table);
                InsertElement(tag);
                _mode = InsertionMode.InColumnGroup;
                return true;
            case HtmlNames.Col:
                ClearBackTo(HtmlNames.Table);
                InsertImplied(HtmlNames.Colgroup);
                _mode = InsertionMode.InColumnGroup;
                return false;
            case HtmlNames.Tbody or HtmlNames.Tfoot or HtmlNames.Thead:
                ClearBackTo(HtmlNames.Table);
                InsertElement(tag);
                _mode = InsertionMode.InTableBody;
                return true;
            case HtmlNames.Td or HtmlNames.Th or HtmlNames.Tr:
                ClearBackTo(HtmlNames.Table);
                InsertImplied(HtmlNames.Tbody);
                _mode = InsertionMode.InTableBody;
                return false;
            case HtmlNames.Table:
                if (!_open.HasInTableScope(HtmlNames.Table))
                    return true;
                PopUntil(HtmlNames.Table);
                ResetInsertionMode();
                return false;
            case HtmlNames.Style or HtmlNames.Script or HtmlNames.Template:
                return InHeadStartTag(tag);
            case HtmlNames.Input when IsHiddenInput(tag):
                InsertVoid(tag);
                return true;
            case HtmlNames.Form:
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
            case HtmlNames.Table:
                if (_open.HasInTableScope(HtmlNames.Table))
                {
                    PopUntil(HtmlNames.Table);
                    ResetInsertionMode();
                }
                return true;
            case HtmlNames.Body or HtmlNames.Caption or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Html or HtmlNames.Tbody or HtmlNames.Td or HtmlNames.Tfoot
                or HtmlNames.Th or HtmlNames.Thead or HtmlNames.Tr:
                return true;
            case HtmlNames.Template:
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
        if (tag.Name is HtmlNames.Caption or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Tbody or HtmlNames.Td or HtmlNames.Tfoot or HtmlNames.Th or HtmlNames.Thead
            or HtmlNames.Tr)
            return !CloseCaption();
        return InBodyStartTag(tag);
    }

    private bool InCaptionEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Caption:
                CloseCaption();
                return true;
            case HtmlNames.Table:
                return !CloseCaption();
            case HtmlNames.Body or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Html or HtmlNames.Tbody or HtmlNames.Td or HtmlNames.Tfoot or HtmlNames.Th
                or HtmlNames.Thead or HtmlNames.Tr:
                return true;
            default:
                return InBodyEndTag(tag);
        }
    }

    /// <summary>Closes the caption; false when none is in table scope.</summary>
    private bool CloseCaption()
    {
        if (!_open.HasInTableScope(HtmlNames.Caption))
            return false;
        GenerateImpliedEndTags();
        PopUntil(HtmlNames.Caption);
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
            case HtmlNames.Col:
                InsertVoid(tag);
                return true;
            case HtmlNames.Template:
                return InHeadStartTag(tag);
            default:
                return InColumnGroupElse();
        }
    }

    private bool InColumnGroupEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Colgroup:
                InColumnGroupElse();
                return true;
            case HtmlNames.Col:
                return true;
            case HtmlNames.Template:
                return InHeadEndTag(tag);
            default:
                return InColumnGroupElse();
        }
    }

    private bool InColumnGroupElse()
    {
        if (!_open.CurrentIs(HtmlNames.Colgroup))
            return true;
        Pop();
        _mode = InsertionMode.InTable;
        return false;
    }
}

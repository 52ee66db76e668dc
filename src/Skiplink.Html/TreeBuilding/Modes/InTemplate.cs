using Skiplink.Html.Tokenizing;

namespace Skiplink.Html.TreeBuilding;

/// <summary>"In template" (https://html.spec.whatwg.org/#parsing-main-intemplate).</summary>
internal sealed partial class TreeBuilder
{
    private bool InTemplateStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Base or HtmlNames.Basefont or HtmlNames.Bgsound or HtmlNames.Link or HtmlNames.Meta or HtmlNames.Noframes or HtmlNames.Script
                or HtmlNames.Style or HtmlNames.Template or HtmlNames.Title:
                return InHeadStartTag(tag);
            case HtmlNames.Caption or HtmlNames.Colgroup or HtmlNames.Tbody or HtmlNames.Tfoot or HtmlNames.Thead:
                return SwitchTemplateMode(InsertionMode.InTable);
            case HtmlNames.Col:
                return SwitchTemplateMode(InsertionMode.InColumnGroup);
            case HtmlNames.Tr:
                return SwitchTemplateMode(InsertionMode.InTableBody);
            case HtmlNames.Td or HtmlNames.Th:
                return SwitchTemplateMode(InsertionMode.InRow);
            default:
                return SwitchTemplateMode(InsertionMode.InBody);
        }
    }

    private bool SwitchTemplateMode(InsertionMode mode)
    {
        _templateModes[_templateCount - 1] = mode;
        _mode = mode;
        return false;
    }

    /// <summary>The page ends in an open template: closes it; false when there is none on the stack.</summary>
    private bool CloseTemplateAtEnd()
    {
        if (_open.FindName(HtmlNames.Template) < 0)
            return false;
        PopUntil(HtmlNames.Template);
        _formatting.ClearToMarker();
        _templateCount--;
        ResetInsertionMode();
        return true;
    }
}

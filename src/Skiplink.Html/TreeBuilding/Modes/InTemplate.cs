using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>"In template" (https://html.spec.whatwg.org/#parsing-main-intemplate).</summary>
internal sealed partial class TreeBuilder
{
    private bool InTemplateStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Base or Basefont or Bgsound or Link or Meta or Noframes or Script or Style or Template or Title:
                return InHeadStartTag(tag);
            case Caption or Colgroup or Tbody or Tfoot or Thead:
                return SwitchTemplateMode(InsertionMode.InTable);
            case Col:
                return SwitchTemplateMode(InsertionMode.InColumnGroup);
            case Tr:
                return SwitchTemplateMode(InsertionMode.InTableBody);
            case Td or Th:
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

    /// <summary>Closes a template that is open at the end of the page; false if none is open.</summary>
    private bool CloseTemplateAtEnd()
    {
        if (_open.FindName(Template) < 0)
            return false;
        PopUntil(Template);
        _formatting.ClearToMarker();
        _templateCount--;
        ResetInsertionMode();
        return true;
    }
}

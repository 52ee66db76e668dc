using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// The modes before the head: "initial", "before html" and "before head" (https://html.spec.whatwg.org/#the-initial-insertion-mode and the
/// two sections after it).
/// </summary>
internal sealed partial class TreeBuilder
{
    private bool InitialElse()
    {
        _nodes.QuirksMode = HtmlQuirksMode.Quirks;
        _mode = InsertionMode.BeforeHtml;
        return false;
    }

    private bool BeforeHtmlStartTag(in TagToken tag)
    {
        if (tag.Name != HtmlNames.Html)
            return BeforeHtmlElse();
        int node = CreateElement(tag, HtmlNamespace.Html);
        _nodes.Append(0, node);
        _open.Push(node);
        _mode = InsertionMode.BeforeHead;
        return true;
    }

    private bool BeforeHtmlEndTag(in TagToken tag) =>
        tag.Name is not (Head or Body or HtmlNames.Html or Br) || BeforeHtmlElse();

    private bool BeforeHtmlElse()
    {
        InsertImplied(HtmlNames.Html);
        _mode = InsertionMode.BeforeHead;
        return false;
    }

    private bool BeforeHeadStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Html:
                return InBodyStartTag(tag);
            case Head:
                _head = InsertElement(tag);
                _mode = InsertionMode.InHead;
                return true;
            default:
                return BeforeHeadElse();
        }
    }

    private bool BeforeHeadEndTag(in TagToken tag) =>
        tag.Name is not (Head or Body or HtmlNames.Html or Br) || BeforeHeadElse();

    private bool BeforeHeadElse()
    {
        _head = InsertImplied(Head);
        _mode = InsertionMode.InHead;
        return false;
    }
}

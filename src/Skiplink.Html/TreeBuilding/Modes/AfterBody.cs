using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// The modes after the body and those of framesets: "after body", "in frameset", "after frameset", "after after body" and "after after
/// frameset" (https://html.spec.whatwg.org/#parsing-main-afterbody and the sections after it).
/// </summary>
internal sealed partial class TreeBuilder
{
    private bool AfterBodyStartTag(in TagToken tag)
    {
        if (tag.Name == HtmlNames.Html)
            return InBodyStartTag(tag);
        _mode = InsertionMode.InBody;
        return false;
    }

    private bool AfterBodyEndTag(in TagToken tag)
    {
        if (_mode == InsertionMode.AfterBody && tag.Name == HtmlNames.Html)
        {
            if (_context == 0)
            {
                _mode = InsertionMode.AfterAfterBody;
                _nodes[_open[0]].SourceEnd = tag.SourceEnd;
            }
            return true;
        }
        _mode = InsertionMode.InBody;
        return false;
    }

    private bool InFramesetStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Html:
                return InBodyStartTag(tag);
            case Frameset:
                InsertElement(tag);
                return true;
            case Frame:
                InsertVoid(tag);
                return true;
            case Noframes:
                return InHeadStartTag(tag);
            default:
                return true;
        }
    }

    private bool InFramesetEndTag(in TagToken tag)
    {
        if (tag.Name != Frameset || _open.Count <= 1)
            return true;
        Pop();
        if (_context == 0 && !_open.CurrentIs(Frameset))
            _mode = InsertionMode.AfterFrameset;
        return true;
    }

    private bool AfterFramesetStartTag(in TagToken tag) => tag.Name switch
    {
        HtmlNames.Html => InBodyStartTag(tag),
        Noframes => InHeadStartTag(tag),
        _ => true,
    };

    private bool AfterFramesetEndTag(in TagToken tag)
    {
        if (tag.Name == HtmlNames.Html)
            _mode = InsertionMode.AfterAfterFrameset;
        return true;
    }
}

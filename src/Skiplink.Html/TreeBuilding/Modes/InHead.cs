using Skiplink.Html.Tokenizing;

namespace Skiplink.Html.TreeBuilding;

/// <summary>"In head", "in head noscript" and "after head" (https://html.spec.whatwg.org/#parsing-main-inhead and the two sections after it).</summary>
internal sealed partial class TreeBuilder
{
    private bool InHeadStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Html:
                return InBodyStartTag(tag);
            case HtmlNames.Base or HtmlNames.Basefont or HtmlNames.Bgsound or HtmlNames.Link or HtmlNames.Meta:
                InsertVoid(tag);
                return true;
            case HtmlNames.Title:
                StartText(tag, ContentModel.Rcdata);
                return true;
            case HtmlNames.Noscript when !_scripting:
                InsertElement(tag);
                _mode = InsertionMode.InHeadNoscript;
                return true;
            case HtmlNames.Noscript or HtmlNames.Noframes or HtmlNames.Style:
                StartText(tag, ContentModel.RawText);
                return true;
            case HtmlNames.Script:
                StartText(tag, ContentModel.ScriptData);
                return true;
            case HtmlNames.Template:
                int template = InsertElement(tag);
                _nodes.Append(template, _nodes.Add(HtmlNodeKind.Fragment, tag.SourceEnd, tag.SourceEnd));
                _formatting.PushMarker();
                _framesetOk = false;
                _mode = InsertionMode.InTemplate;
                PushTemplateMode(InsertionMode.InTemplate);
                return true;
            case HtmlNames.Head:
                return true;
            default:
                return InHeadElse();
        }
    }

    private bool InHeadEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Head:
                Pop();
                _mode = InsertionMode.AfterHead;
                return true;
            case HtmlNames.Body or HtmlNames.Html or HtmlNames.Br:
                return InHeadElse();
            case HtmlNames.Template:
                CloseTemplate();
                return true;
            default:
                return true;
        }
    }

    private bool InHeadElse()
    {
        Pop();
        _mode = InsertionMode.AfterHead;
        return false;
    }

    private void CloseTemplate()
    {
        if (_open.FindName(HtmlNames.Template) < 0)
            return;
        GenerateImpliedEndTagsThoroughly();
        PopUntil(HtmlNames.Template);
        _formatting.ClearToMarker();
        _templateCount--;
        ResetInsertionMode();
    }

    /// <summary>The generic raw text and RCDATA element parsing algorithms.</summary>
    private void StartText(in TagToken tag, ContentModel model)
    {
        InsertElement(tag);
        _next = model;
        _originalMode = _mode;
        _mode = InsertionMode.Text;
    }

    /// <summary>"Text": any end tag; the tokenizer lets only the right one through.</summary>
    private bool TextEndTag()
    {
        Pop();
        _mode = _originalMode;
        return true;
    }

    private bool InHeadNoscriptStartTag(in TagToken tag) => tag.Name switch
    {
        HtmlNames.Html => InBodyStartTag(tag),
        HtmlNames.Basefont or HtmlNames.Bgsound or HtmlNames.Link or HtmlNames.Meta or HtmlNames.Noframes or HtmlNames.Style => InHeadStartTag(tag),
        HtmlNames.Head or HtmlNames.Noscript => true,
        _ => InHeadNoscriptElse(),
    };

    private bool InHeadNoscriptEndTag(in TagToken tag)
    {
        if (tag.Name == HtmlNames.Br)
            return InHeadNoscriptElse();
        if (tag.Name == HtmlNames.Noscript)
            InHeadNoscriptElse();
        return true;
    }

    private bool InHeadNoscriptElse()
    {
        Pop();
        _mode = InsertionMode.InHead;
        return false;
    }

    private bool AfterHeadStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Html:
                return InBodyStartTag(tag);
            case HtmlNames.Body:
                InsertElement(tag);
                _framesetOk = false;
                _mode = InsertionMode.InBody;
                return true;
            case HtmlNames.Frameset:
                InsertElement(tag);
                _mode = InsertionMode.InFrameset;
                return true;
            case HtmlNames.Base or HtmlNames.Basefont or HtmlNames.Bgsound or HtmlNames.Link or HtmlNames.Meta or HtmlNames.Noframes or HtmlNames.Script
                or HtmlNames.Style or HtmlNames.Template or HtmlNames.Title:
                _open.Push(_head);
                InHeadStartTag(tag);
                int place = _open.IndexOf(_head);
                if (place >= 0)
                    _open.RemoveAt(place);
                return true;
            case HtmlNames.Head:
                return true;
            default:
                return AfterHeadElse();
        }
    }

    private bool AfterHeadEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Template:
                return InHeadEndTag(tag);
            case HtmlNames.Body or HtmlNames.Html or HtmlNames.Br:
                return AfterHeadElse();
            default:
                return true;
        }
    }

    private bool AfterHeadElse()
    {
        InsertImplied(HtmlNames.Body);
        _mode = InsertionMode.InBody;
        return false;
    }
}

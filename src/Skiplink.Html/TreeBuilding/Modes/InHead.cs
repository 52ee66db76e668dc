using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// "In head", "in head noscript" and "after head" (https://html.spec.whatwg.org/#parsing-main-inhead and the two sections after it).
/// </summary>
internal sealed partial class TreeBuilder
{
    private bool InHeadStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Html:
                return InBodyStartTag(tag);
            case Base or Basefont or Bgsound or Link or Meta:
                InsertVoid(tag);
                return true;
            case Title:
                StartText(tag, ContentModel.Rcdata);
                return true;
            case Noscript when !_scripting:
                InsertElement(tag);
                _mode = InsertionMode.InHeadNoscript;
                return true;
            case Noscript or Noframes or Style:
                StartText(tag, ContentModel.RawText);
                return true;
            case Script:
                StartText(tag, ContentModel.ScriptData);
                return true;
            case Template:
                int template = InsertElement(tag);
                _nodes.Append(template, _nodes.Add(HtmlNodeKind.Fragment, tag.SourceEnd, tag.SourceEnd));
                _formatting.PushMarker();
                _framesetOk = false;
                _mode = InsertionMode.InTemplate;
                PushTemplateMode(InsertionMode.InTemplate);
                return true;
            case Head:
                return true;
            default:
                return InHeadElse();
        }
    }

    private bool InHeadEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Head:
                Pop();
                _mode = InsertionMode.AfterHead;
                return true;
            case Body or HtmlNames.Html or Br:
                return InHeadElse();
            case Template:
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
        if (_open.FindName(Template) < 0)
            return;
        GenerateImpliedEndTagsThoroughly();
        PopUntil(Template);
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

    /// <summary>"Text", end tag: the tokenizer emits only the appropriate one.</summary>
    private bool TextEndTag()
    {
        Pop();
        _mode = _originalMode;
        return true;
    }

    private bool InHeadNoscriptStartTag(in TagToken tag) => tag.Name switch
    {
        HtmlNames.Html => InBodyStartTag(tag),
        Basefont or Bgsound or Link or Meta or Noframes or Style =>
            InHeadStartTag(tag),
        Head or Noscript => true,
        _ => InHeadNoscriptElse(),
    };

    private bool InHeadNoscriptEndTag(in TagToken tag)
    {
        if (tag.Name == Br)
            return InHeadNoscriptElse();
        if (tag.Name == Noscript)
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
            case Body:
                InsertElement(tag);
                _framesetOk = false;
                _mode = InsertionMode.InBody;
                return true;
            case Frameset:
                InsertElement(tag);
                _mode = InsertionMode.InFrameset;
                return true;
            case Base or Basefont or Bgsound or Link or Meta or Noframes or Script or Style or Template or Title:
                _open.Push(_head);
                InHeadStartTag(tag);
                int place = _open.IndexOf(_head);
                if (place >= 0)
                    _open.RemoveAt(place);
                return true;
            case Head:
                return true;
            default:
                return AfterHeadElse();
        }
    }

    private bool AfterHeadEndTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case Template:
                return InHeadEndTag(tag);
            case Body or HtmlNames.Html or Br:
                return AfterHeadElse();
            default:
                return true;
        }
    }

    private bool AfterHeadElse()
    {
        InsertImplied(Body);
        _mode = InsertionMode.InBody;
        return false;
    }
}

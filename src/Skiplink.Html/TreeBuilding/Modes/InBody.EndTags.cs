using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;

namespace Skiplink.Html.TreeBuilding;

/// <summary>"In body", end tags (https://html.spec.whatwg.org/#parsing-main-inbody).</summary>
internal sealed partial class TreeBuilder
{
    private bool InBodyEndTag(in TagToken tag)
    {
        if (ClosesCurrent(tag.Name))
            return true;
        switch (tag.Name)
        {
            case HtmlNames.Template:
                return InHeadEndTag(tag);
            case HtmlNames.Body or HtmlNames.Html:
                if (!_open.HasInScope(HtmlNames.Body))
                    return true;
                _mode = InsertionMode.AfterBody;
                _nodes[_open[1]].SourceEnd = tag.SourceEnd;
                return tag.Name == HtmlNames.Body;
            case HtmlNames.Address or HtmlNames.Article or HtmlNames.Aside or HtmlNames.Blockquote or HtmlNames.Button or HtmlNames.Center or HtmlNames.Details
                or HtmlNames.Dialog or HtmlNames.Dir or HtmlNames.Div or HtmlNames.Dl or HtmlNames.Fieldset or HtmlNames.Figcaption or HtmlNames.Figure or HtmlNames.Footer
                or HtmlNames.Header or HtmlNames.Hgroup or HtmlNames.Listing or HtmlNames.Main or HtmlNames.Menu or HtmlNames.Nav or HtmlNames.Ol or HtmlNames.Pre
                or HtmlNames.Search or HtmlNames.Section or HtmlNames.Select or HtmlNames.Summary or HtmlNames.Ul:
                if (_open.HasInScope(tag.Name))
                {
                    GenerateImpliedEndTags();
                    PopUntil(tag.Name);
                }
                return true;
            case HtmlNames.Form:
                EndForm();
                return true;
            case HtmlNames.P:
                if (!_open.HasInButtonScope(HtmlNames.P))
                    InsertImplied(HtmlNames.P);
                CloseParagraph();
                return true;
            case HtmlNames.Li:
                if (_open.HasInListItemScope(HtmlNames.Li))
                {
                    GenerateImpliedEndTags(except: HtmlNames.Li);
                    PopUntil(HtmlNames.Li);
                }
                return true;
            case HtmlNames.Dd or HtmlNames.Dt:
                if (_open.HasInScope(tag.Name))
                {
                    GenerateImpliedEndTags(except: tag.Name);
                    PopUntil(tag.Name);
                }
                return true;
            case HtmlNames.H1 or HtmlNames.H2 or HtmlNames.H3 or HtmlNames.H4 or HtmlNames.H5 or HtmlNames.H6:
                if (_open.HasHeadingInScope())
                {
                    GenerateImpliedEndTags();
                    while (_nodes[Pop()] is not { Namespace: HtmlNamespace.Html, Name: >= HtmlNames.H1 and <= HtmlNames.H6 })
                    {
                    }
                }
                return true;
            case HtmlNames.A or HtmlNames.B or HtmlNames.Big or HtmlNames.Code or HtmlNames.Em or HtmlNames.Font or HtmlNames.I or HtmlNames.Nobr or HtmlNames.S
                or HtmlNames.Small or HtmlNames.Strike or HtmlNames.Strong or HtmlNames.Tt or HtmlNames.U:
                AdoptionAgency(tag.Name);
                return true;
            case HtmlNames.Applet or HtmlNames.Marquee or HtmlNames.Object:
                if (_open.HasInScope(tag.Name))
                {
                    GenerateImpliedEndTags();
                    PopUntil(tag.Name);
                    _formatting.ClearToMarker();
                }
                return true;
            case HtmlNames.Br:
                ReconstructFormatting();
                InsertImplied(HtmlNames.Br);
                Pop();
                _framesetOk = false;
                return true;
            default:
                AnyOtherEndTag(tag.Name);
                return true;
        }
    }

    /// <summary>
    /// Closes the current node where the end tag is its own, as nearly all are: then every rule of this mode comes to the same, but for names that end more than themselves. Of formatting elements that is so
    /// where the node is the last of the list.
    /// </summary>
    private bool ClosesCurrent(int name)
    {
        NameTraits traits = HtmlNames.TraitsOf(name);
        if ((traits & NameTraits.EndsMore) != 0 || !_open.CurrentIs(name))
            return false;
        if ((traits & NameTraits.Formatting) != 0)
        {
            if (_formatting.Count == 0 || _formatting[_formatting.Count - 1] != _open.Current)
                return false;
            _formatting.RemoveAt(_formatting.Count - 1);
        }
        Pop();
        return true;
    }

    private void AnyOtherEndTag(int name)
    {
        for (int height = _open.Count - 1; height >= 0; height--)
        {
            ref NodeRow row = ref _nodes[_open[height]];
            if (row.Name == name && row.Namespace == HtmlNamespace.Html)
            {
                int node = _open[height];
                GenerateImpliedEndTags(except: name);
                while (_open.Count > 0 && Pop() != node)
                {
                }
                return;
            }
            if (IsSpecial(row))
                return;
        }
    }

    private void EndForm()
    {
        if (_templateCount > 0)
        {
            if (_open.HasInScope(HtmlNames.Form))
            {
                GenerateImpliedEndTags();
                PopUntil(HtmlNames.Form);
            }
            return;
        }
        int form = _form;
        _form = 0;
        if (form == 0 || !_open.HasNodeInScope(form))
            return;
        GenerateImpliedEndTags();
        Close(form);
        _open.RemoveAt(_open.IndexOf(form));
    }
}

using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

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
            case Template:
                return InHeadEndTag(tag);
            case Body or HtmlNames.Html:
                if (!_open.HasInScope(Body))
                    return true;
                _mode = InsertionMode.AfterBody;
                _nodes[_open[1]].SourceEnd = tag.SourceEnd;
                return tag.Name == Body;
            case Address or Article or Aside or Blockquote or Button or Center or Details or Dialog or Dir or Div or Dl or Fieldset
                or Figcaption or Figure or Footer or Header or Hgroup or Listing or Main or Menu or Nav or Ol or Pre or Search or Section
                or Select or Summary or Ul:
                if (_open.HasInScope(tag.Name))
                {
                    GenerateImpliedEndTags();
                    PopUntil(tag.Name);
                }
                return true;
            case Form:
                EndForm();
                return true;
            case P:
                if (!_open.HasInButtonScope(P))
                    InsertImplied(P);
                CloseParagraph();
                return true;
            case Li:
                if (_open.HasInListItemScope(Li))
                {
                    GenerateImpliedEndTags(except: Li);
                    PopUntil(Li);
                }
                return true;
            case Dd or Dt:
                if (_open.HasInScope(tag.Name))
                {
                    GenerateImpliedEndTags(except: tag.Name);
                    PopUntil(tag.Name);
                }
                return true;
            case H1 or H2 or H3 or H4 or H5 or H6:
                if (_open.HasHeadingInScope())
                {
                    GenerateImpliedEndTags();
                    while (_nodes[Pop()] is not { Namespace: HtmlNamespace.Html, Name: >= H1 and <= H6 })
                    {
                    }
                }
                return true;
            case A or B or Big or Code or Em or Font or I or Nobr or S or Small or Strike or Strong or Tt or U:
                AdoptionAgency(tag.Name);
                return true;
            case Applet or Marquee or HtmlNames.Object:
                if (_open.HasInScope(tag.Name))
                {
                    GenerateImpliedEndTags();
                    PopUntil(tag.Name);
                    _formatting.ClearToMarker();
                }
                return true;
            case Br:
                ReconstructFormatting();
                InsertImplied(Br);
                Pop();
                _framesetOk = false;
                return true;
            default:
                AnyOtherEndTag(tag.Name);
                return true;
        }
    }

    /// <summary>
    /// Closes the current node if the end tag has its name, as nearly all have: then all rules of this mode give the same result, except
    /// for names whose end tag does more. For formatting elements that holds if the node is also the last of the list.
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
            if (_open.HasInScope(Form))
            {
                GenerateImpliedEndTags();
                PopUntil(Form);
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

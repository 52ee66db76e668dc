using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>"In body", start tags (https://html.spec.whatwg.org/#parsing-main-inbody).</summary>
internal sealed partial class TreeBuilder
{
    private bool InBodyStartTag(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.Html:
                if (_templateCount == 0 && _open.Count > 0)
                    AddMissingAttributes(_open[0], tag);
                break;
            case Base or Basefont or Bgsound or Link or Meta or Noframes or Script or Style or Template or Title:
                return InHeadStartTag(tag);
            case Body:
                if (_open.Count > 1 && _open.IsHtml(1, Body) && _templateCount == 0)
                {
                    _framesetOk = false;
                    AddMissingAttributes(_open[1], tag);
                }
                break;
            case Frameset:
                ReplaceBodyByFrameset(tag);
                break;
            case Address or Article or Aside or Blockquote or Center or Details or Dialog or Dir or Div or Dl or Fieldset or Figcaption
                or Figure or Footer or Header or Hgroup or Main or Menu or Nav or Ol or P or Search or Section or Summary or Ul:
                CloseOpenParagraph();
                InsertElement(tag);
                break;
            case H1 or H2 or H3 or H4 or H5 or H6:
                CloseOpenParagraph();
                if (_nodes[_open.Current] is { Namespace: HtmlNamespace.Html, Name: >= H1 and <= H6 })
                    Pop();
                InsertElement(tag);
                break;
            case Pre or Listing:
                CloseOpenParagraph();
                InsertElement(tag);
                _skipNewline = true;
                _framesetOk = false;
                break;
            case Form:
                StartForm(tag);
                break;
            case Li:
                StartListItem(tag, Li, Li);
                break;
            case Dd or Dt:
                StartListItem(tag, Dd, Dt);
                break;
            case Plaintext:
                CloseOpenParagraph();
                InsertElement(tag);
                _next = ContentModel.PlainText;
                break;
            case Button:
                if (_open.HasInScope(Button))
                {
                    GenerateImpliedEndTags();
                    PopUntil(Button);
                }
                ReconstructFormatting();
                InsertElement(tag);
                _framesetOk = false;
                break;
            case A:
                if (_formatting.FindAfterMarker(A) is var anchor && anchor != 0)
                {
                    AdoptionAgency(A);
                    _formatting.Remove(anchor);
                    if (_open.IndexOf(anchor) is var height && height >= 0)
                        _open.RemoveAt(height);
                }
                StartFormatting(tag);
                break;
            case B or Big or Code or Em or Font or I or S or Small or Strike or Strong or Tt or U:
                StartFormatting(tag);
                break;
            case Nobr:
                ReconstructFormatting();
                if (_open.HasInScope(Nobr))
                {
                    AdoptionAgency(Nobr);
                    ReconstructFormatting();
                }
                _formatting.Push(InsertElement(tag));
                break;
            case Applet or Marquee or HtmlNames.Object:
                ReconstructFormatting();
                InsertElement(tag);
                _formatting.PushMarker();
                _framesetOk = false;
                break;
            case Table:
                if (_nodes.QuirksMode != HtmlQuirksMode.Quirks)
                    CloseOpenParagraph();
                InsertElement(tag);
                _framesetOk = false;
                _mode = InsertionMode.InTable;
                break;
            case Area or Br or Embed or Img or Keygen or Wbr:
                ReconstructFormatting();
                InsertVoid(tag);
                _framesetOk = false;
                break;
            case Image:
                return InBodyStartTag(new()
                {
                    Name = Img,
                    FirstAttribute = tag.FirstAttribute,
                    AttributeCount = tag.AttributeCount,
                    SourceStart = tag.SourceStart,
                    SourceEnd = tag.SourceEnd,
                });
            case Input:
                StartInput(tag);
                break;
            case Param or Source or Track:
                InsertVoid(tag);
                break;
            case Hr:
                CloseOpenParagraph();
                if (_open.HasInScope(Select))
                    GenerateImpliedEndTags();
                InsertVoid(tag);
                _framesetOk = false;
                break;
            case Textarea:
                StartText(tag, ContentModel.Rcdata);
                _skipNewline = true;
                _framesetOk = false;
                break;
            case Xmp:
                CloseOpenParagraph();
                ReconstructFormatting();
                _framesetOk = false;
                StartText(tag, ContentModel.RawText);
                break;
            case Iframe:
                _framesetOk = false;
                StartText(tag, ContentModel.RawText);
                break;
            case Noembed:
                StartText(tag, ContentModel.RawText);
                break;
            case Noscript when _scripting:
                StartText(tag, ContentModel.RawText);
                break;
            case Select:
                StartSelect(tag);
                break;
            case Option or Optgroup:
                StartOption(tag);
                break;
            case Selectedcontent:
                ReconstructFormatting();
                NoteSelectedContent(InsertElement(tag));
                break;
            case Rb or Rtc:
                if (_open.HasInScope(Ruby))
                    GenerateImpliedEndTags();
                InsertElement(tag);
                break;
            case Rp or Rt:
                if (_open.HasInScope(Ruby))
                    GenerateImpliedEndTags(except: Rtc);
                InsertElement(tag);
                break;
            case HtmlNames.Math:
                ReconstructFormatting();
                InsertForeignElement(tag, HtmlNamespace.MathML);
                break;
            case Svg:
                ReconstructFormatting();
                InsertForeignElement(tag, HtmlNamespace.Svg);
                break;
            case Caption or Col or Colgroup or Frame or Head or Tbody or Td or Tfoot or Th or Thead or Tr:
                break;
            default:
                ReconstructFormatting();
                InsertElement(tag);
                break;
        }
        return true;
    }

    private void CloseOpenParagraph()
    {
        if (_open.HasInButtonScope(P))
            CloseParagraph();
    }

    /// <summary>Close a p element.</summary>
    private void CloseParagraph()
    {
        GenerateImpliedEndTags(except: P);
        PopUntil(P);
    }

    private void StartFormatting(in TagToken tag)
    {
        ReconstructFormatting();
        _formatting.Push(InsertElement(tag));
    }

    private void StartForm(in TagToken tag)
    {
        if (_form != 0 && _templateCount == 0)
            return;
        CloseOpenParagraph();
        int form = InsertElement(tag);
        if (_templateCount == 0)
            _form = form;
    }

    private void StartListItem(in TagToken tag, int name, int otherName)
    {
        _framesetOk = false;
        for (int height = _open.Count - 1; height >= 0; height--)
        {
            ref NodeRow row = ref _nodes[_open[height]];
            if (row.Namespace == HtmlNamespace.Html && (row.Name == name || row.Name == otherName))
            {
                int open = row.Name;
                GenerateImpliedEndTags(except: open);
                PopUntil(open);
                break;
            }
            if (IsSpecial(row) && !(row.Namespace == HtmlNamespace.Html && row.Name is Address or Div or P
                && row.Namespace == HtmlNamespace.Html))
                break;
        }
        CloseOpenParagraph();
        InsertElement(tag);
    }

    private void StartInput(in TagToken tag)
    {
        if (IsContext(Select))
            return;
        if (_open.HasInScope(Select))
            PopUntil(Select);
        ReconstructFormatting();
        if (!IsHiddenInput(tag))
            _framesetOk = false;
        InsertVoid(tag);
    }

    private bool IsContext(int name) => _context != 0 && _nodes[_context].Name == name && _nodes[_context].Namespace == HtmlNamespace.Html;

    private void StartSelect(in TagToken tag)
    {
        if (IsContext(Select))
            return;
        if (_open.HasInScope(Select))
        {
            PopUntil(Select);
            return;
        }
        ReconstructFormatting();
        InsertElement(tag);
        _selectedContent = 0;
        _framesetOk = false;
    }

    private void StartOption(in TagToken tag)
    {
        if (_open.HasInScope(Select))
            GenerateImpliedEndTags(except: tag.Name == Option ? Optgroup : 0);
        else if (_open.CurrentIs(Option))
            Pop();
        ReconstructFormatting();
        InsertElement(tag);
    }

    /// <summary>
    /// Adds the attributes of a repeated tag to html or body, except those that the element has: its rows are copied with the new ones
    /// appended. The number of compared names is limited in proportion to the length of the page; beyond that, repeated tags add nothing.
    /// </summary>
    private void AddMissingAttributes(int node, in TagToken tag)
    {
        long comparisons = (_nodes[node].DataLength + 1L) * tag.AttributeCount;
        if (comparisons > _mergeBudget)
            return;
        _mergeBudget -= (int)comparisons;
        AttributeTable table = _attributes;
        ref NodeRow row = ref _nodes[node];
        int first = table.Count, added = 0;
        for (int i = 0; i < row.DataLength; i++)
            table.Repeat(row.DataStart + i);
        for (int i = tag.FirstAttribute; i < tag.FirstAttribute + tag.AttributeCount; i++)
        {
            bool has = false;
            for (int k = 0; k < row.DataLength && !has; k++)
                has = table[row.DataStart + k].Name == table[i].Name;
            if (has)
                continue;
            table.Repeat(i);
            added++;
        }
        if (added == 0)
            return;
        row.DataStart = first;
        row.DataLength += added;
        table.Commit();
    }

    private void ReplaceBodyByFrameset(in TagToken tag)
    {
        if (_open.Count < 2 || !_open.IsHtml(1, Body) || !_framesetOk)
            return;
        int body = _open[1];
        while (_open.Count > 1)
            Pop();
        _nodes.Remove(body);
        InsertElement(tag);
        _mode = InsertionMode.InFrameset;
    }
}

using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;

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
            case HtmlNames.Base or HtmlNames.Basefont or HtmlNames.Bgsound or HtmlNames.Link or HtmlNames.Meta or HtmlNames.Noframes or HtmlNames.Script
                or HtmlNames.Style or HtmlNames.Template or HtmlNames.Title:
                return InHeadStartTag(tag);
            case HtmlNames.Body:
                if (_open.Count > 1 && _open.IsHtml(1, HtmlNames.Body) && _templateCount == 0)
                {
                    _framesetOk = false;
                    AddMissingAttributes(_open[1], tag);
                }
                break;
            case HtmlNames.Frameset:
                ReplaceBodyByFrameset(tag);
                break;
            case HtmlNames.Address or HtmlNames.Article or HtmlNames.Aside or HtmlNames.Blockquote or HtmlNames.Center or HtmlNames.Details or HtmlNames.Dialog or HtmlNames.Dir
                or HtmlNames.Div or HtmlNames.Dl or HtmlNames.Fieldset or HtmlNames.Figcaption or HtmlNames.Figure or HtmlNames.Footer or HtmlNames.Header or HtmlNames.Hgroup
                or HtmlNames.Main or HtmlNames.Menu or HtmlNames.Nav or HtmlNames.Ol or HtmlNames.P or HtmlNames.Search or HtmlNames.Section or HtmlNames.Summary
                or HtmlNames.Ul:
                CloseOpenParagraph();
                InsertElement(tag);
                break;
            case HtmlNames.H1 or HtmlNames.H2 or HtmlNames.H3 or HtmlNames.H4 or HtmlNames.H5 or HtmlNames.H6:
                CloseOpenParagraph();
                if (_nodes[_open.Current] is { Namespace: HtmlNamespace.Html, Name: >= HtmlNames.H1 and <= HtmlNames.H6 })
                    Pop();
                InsertElement(tag);
                break;
            case HtmlNames.Pre or HtmlNames.Listing:
                CloseOpenParagraph();
                InsertElement(tag);
                _skipNewline = true;
                _framesetOk = false;
                break;
            case HtmlNames.Form:
                StartForm(tag);
                break;
            case HtmlNames.Li:
                StartListItem(tag, HtmlNames.Li, HtmlNames.Li);
                break;
            case HtmlNames.Dd or HtmlNames.Dt:
                StartListItem(tag, HtmlNames.Dd, HtmlNames.Dt);
                break;
            case HtmlNames.Plaintext:
                CloseOpenParagraph();
                InsertElement(tag);
                _next = ContentModel.PlainText;
                break;
            case HtmlNames.Button:
                if (_open.HasInScope(HtmlNames.Button))
                {
                    GenerateImpliedEndTags();
                    PopUntil(HtmlNames.Button);
                }
                ReconstructFormatting();
                InsertElement(tag);
                _framesetOk = false;
                break;
            case HtmlNames.A:
                if (_formatting.FindBehindMarker(HtmlNames.A) is var anchor && anchor != 0)
                {
                    AdoptionAgency(HtmlNames.A);
                    _formatting.Remove(anchor);
                    if (_open.IndexOf(anchor) is var height && height >= 0)
                        _open.RemoveAt(height);
                }
                StartFormatting(tag);
                break;
            case HtmlNames.B or HtmlNames.Big or HtmlNames.Code or HtmlNames.Em or HtmlNames.Font or HtmlNames.I or HtmlNames.S or HtmlNames.Small or HtmlNames.Strike
                or HtmlNames.Strong or HtmlNames.Tt or HtmlNames.U:
                StartFormatting(tag);
                break;
            case HtmlNames.Nobr:
                ReconstructFormatting();
                if (_open.HasInScope(HtmlNames.Nobr))
                {
                    AdoptionAgency(HtmlNames.Nobr);
                    ReconstructFormatting();
                }
                _formatting.Push(InsertElement(tag));
                break;
            case HtmlNames.Applet or HtmlNames.Marquee or HtmlNames.Object:
                ReconstructFormatting();
                InsertElement(tag);
                _formatting.PushMarker();
                _framesetOk = false;
                break;
            case HtmlNames.Table:
                if (_nodes.QuirksMode != HtmlQuirksMode.Quirks)
                    CloseOpenParagraph();
                InsertElement(tag);
                _framesetOk = false;
                _mode = InsertionMode.InTable;
                break;
            case HtmlNames.Area or HtmlNames.Br or HtmlNames.Embed or HtmlNames.Img or HtmlNames.Keygen or HtmlNames.Wbr:
                ReconstructFormatting();
                InsertVoid(tag);
                _framesetOk = false;
                break;
            case HtmlNames.Image:
                return InBodyStartTag(new()
                {
                    Name = HtmlNames.Img,
                    FirstAttribute = tag.FirstAttribute,
                    AttributeCount = tag.AttributeCount,
                    SourceStart = tag.SourceStart,
                    SourceEnd = tag.SourceEnd,
                });
            case HtmlNames.Input:
                StartInput(tag);
                break;
            case HtmlNames.Param or HtmlNames.Source or HtmlNames.Track:
                InsertVoid(tag);
                break;
            case HtmlNames.Hr:
                CloseOpenParagraph();
                if (_open.HasInScope(HtmlNames.Select))
                    GenerateImpliedEndTags();
                InsertVoid(tag);
                _framesetOk = false;
                break;
            case HtmlNames.Textarea:
                StartText(tag, ContentModel.Rcdata);
                _skipNewline = true;
                _framesetOk = false;
                break;
            case HtmlNames.Xmp:
                CloseOpenParagraph();
                ReconstructFormatting();
                _framesetOk = false;
                StartText(tag, ContentModel.RawText);
                break;
            case HtmlNames.Iframe:
                _framesetOk = false;
                StartText(tag, ContentModel.RawText);
                break;
            case HtmlNames.Noembed:
                StartText(tag, ContentModel.RawText);
                break;
            case HtmlNames.Noscript when _scripting:
                StartText(tag, ContentModel.RawText);
                break;
            case HtmlNames.Select:
                StartSelect(tag);
                break;
            case HtmlNames.Option or HtmlNames.Optgroup:
                StartOption(tag);
                break;
            case HtmlNames.Selectedcontent:
                ReconstructFormatting();
                NoteSelectedContent(InsertElement(tag));
                break;
            case HtmlNames.Rb or HtmlNames.Rtc:
                if (_open.HasInScope(HtmlNames.Ruby))
                    GenerateImpliedEndTags();
                InsertElement(tag);
                break;
            case HtmlNames.Rp or HtmlNames.Rt:
                if (_open.HasInScope(HtmlNames.Ruby))
                    GenerateImpliedEndTags(except: HtmlNames.Rtc);
                InsertElement(tag);
                break;
            case HtmlNames.Math:
                ReconstructFormatting();
                InsertForeignElement(tag, HtmlNamespace.MathML);
                break;
            case HtmlNames.Svg:
                ReconstructFormatting();
                InsertForeignElement(tag, HtmlNamespace.Svg);
                break;
            case HtmlNames.Caption or HtmlNames.Col or HtmlNames.Colgroup or HtmlNames.Frame or HtmlNames.Head or HtmlNames.Tbody or HtmlNames.Td or HtmlNames.Tfoot
                or HtmlNames.Th or HtmlNames.Thead or HtmlNames.Tr:
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
        if (_open.HasInButtonScope(HtmlNames.P))
            CloseParagraph();
    }

    /// <summary>Close a p element.</summary>
    private void CloseParagraph()
    {
        GenerateImpliedEndTags(except: HtmlNames.P);
        PopUntil(HtmlNames.P);
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
            if (IsSpecial(row) && !(row.Namespace == HtmlNamespace.Html && row.Name is HtmlNames.Address or HtmlNames.Div or HtmlNames.P && row.Namespace == HtmlNamespace.Html))
                break;
        }
        CloseOpenParagraph();
        InsertElement(tag);
    }

    private void StartInput(in TagToken tag)
    {
        if (IsContext(HtmlNames.Select))
            return;
        if (_open.HasInScope(HtmlNames.Select))
            PopUntil(HtmlNames.Select);
        ReconstructFormatting();
        if (!IsHiddenInput(tag))
            _framesetOk = false;
        InsertVoid(tag);
    }

    private bool IsContext(int name) => _context != 0 && _nodes[_context].Name == name && _nodes[_context].Namespace == HtmlNamespace.Html;

    private void StartSelect(in TagToken tag)
    {
        if (IsContext(HtmlNames.Select))
            return;
        if (_open.HasInScope(HtmlNames.Select))
        {
            PopUntil(HtmlNames.Select);
            return;
        }
        ReconstructFormatting();
        InsertElement(tag);
        _selectedContent = 0;
        _framesetOk = false;
    }

    private void StartOption(in TagToken tag)
    {
        if (_open.HasInScope(HtmlNames.Select))
            GenerateImpliedEndTags(except: tag.Name == HtmlNames.Option ? HtmlNames.Optgroup : 0);
        else if (_open.CurrentIs(HtmlNames.Option))
            Pop();
        ReconstructFormatting();
        InsertElement(tag);
    }

    /// <summary>
    /// Gives html or body the attributes of a second tag that it does not have yet: its rows are written anew, with the new ones appended.
    /// A page may compare as many names for that as its length allows; after that, further tags add nothing.
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
        if (_open.Count < 2 || !_open.IsHtml(1, HtmlNames.Body) || !_framesetOk)
            return;
        int body = _open[1];
        while (_open.Count > 1)
            Pop();
        _nodes.Remove(body);
        InsertElement(tag);
        _mode = InsertionMode.InFrameset;
    }
}

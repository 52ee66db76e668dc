using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>Parsing fragments (https://html.spec.whatwg.org/#parsing-html-fragments), and resetting the insertion mode.</summary>
internal sealed partial class TreeBuilder
{
    /// <summary>Starts a fragment and returns the tokenizer's state for its context element.</summary>
    public ContentModel StartFragment(string contextName, HtmlNamespace contextNamespace)
    {
        StartDocument();
        Begin(0, 0, 0);
        _context = _nodes.Add(HtmlNodeKind.Element, 0, 0);
        int name = _names.Intern(System.Text.Encoding.UTF8.GetBytes(contextName));
        _nodes[_context].Name = name;
        _nodes[_context].Namespace = contextNamespace;
        int html = _nodes.Add(HtmlNodeKind.Element, 0, 0);
        _nodes[html].Name = HtmlNames.Html;
        _nodes.Append(0, html);
        _open.Push(html);
        if (contextNamespace == HtmlNamespace.Html && name == Template)
            PushTemplateMode(InsertionMode.InTemplate);
        if (contextNamespace == HtmlNamespace.Html && name == Form)
            _form = _context;
        ResetInsertionMode();
        return contextNamespace != HtmlNamespace.Html ? ContentModel.Data : name switch
        {
            Title or Textarea => ContentModel.Rcdata,
            Style or Xmp or Iframe or Noembed or Noframes => ContentModel.RawText,
            Script => ContentModel.ScriptData,
            Noscript => _scripting ? ContentModel.RawText : ContentModel.Data,
            Plaintext => ContentModel.PlainText,
            _ => ContentModel.Data,
        };
    }

    /// <summary>Makes the fragment's nodes the children of the document's root.</summary>
    public void FinishFragment()
    {
        int html = _nodes[0].FirstChild;
        _nodes.Remove(html);
        _nodes.MoveChildren(html, 0);
    }

    /// <summary>Reset the insertion mode appropriately (https://html.spec.whatwg.org/#reset-the-insertion-mode-appropriately).</summary>
    private void ResetInsertionMode()
    {
        for (int height = _open.Count - 1; height >= 0; height--)
        {
            bool last = height == 0;
            ref NodeRow row = ref _nodes[last && _context != 0 ? _context : _open[height]];
            InsertionMode? mode = row.Namespace != HtmlNamespace.Html ? null : row.Name switch
            {
                Td or Th when !last => InsertionMode.InCell,
                Tr => InsertionMode.InRow,
                Tbody or Thead or Tfoot => InsertionMode.InTableBody,
                Caption => InsertionMode.InCaption,
                Colgroup => InsertionMode.InColumnGroup,
                Table => InsertionMode.InTable,
                Template => _templateModes[_templateCount - 1],
                Head when !last => InsertionMode.InHead,
                Body => InsertionMode.InBody,
                Frameset => InsertionMode.InFrameset,
                HtmlNames.Html => _head == 0 ? InsertionMode.BeforeHead : InsertionMode.AfterHead,
                _ => null,
            };
            if (mode is { } found)
            {
                _mode = found;
                return;
            }
        }
        _mode = InsertionMode.InBody;
    }

    private void PushTemplateMode(InsertionMode mode)
    {
        if (_templateCount == _templateModes.Length)
            Array.Resize(ref _templateModes, _templateModes.Length * 2);
        _templateModes[_templateCount++] = mode;
    }
}

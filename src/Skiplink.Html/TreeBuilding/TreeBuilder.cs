using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;
using Skiplink.Html.Names;
using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// The tree construction stage (https://html.spec.whatwg.org/#tree-construction). The method of a mode returns false to reprocess the token
/// in the mode that is then current.
/// </summary>
internal sealed partial class TreeBuilder
{
    private readonly NodeTable _nodes;
    private readonly AttributeTable _attributes;
    private readonly NameTable _names;
    private readonly Utf8Storage _text;
    private readonly bool _scripting;
    private readonly int _maxDepth;
    private readonly OpenElements _open;
    private readonly FormattingList _formatting;

    private InsertionMode[] _templateModes = new InsertionMode[16];
    private int _templateCount;
    private InsertionMode _mode;
    private InsertionMode _originalMode;
    private ContentModel _next;
    private int _head;
    private int _form;
    private int _context;
    private bool _framesetOk;
    private bool _fosterParenting;
    private bool _skipNewline;

    // What a page may cost beyond its own length, so that time and memory are linear for any page: nodes that are cloned, and names that
    // are compared when a second html or body tag adds its attributes.
    private int _cloneBudget;
    private int _mergeBudget;

    // The current token: its range in the source, and the name of an end tag.
    private int _tokenStart;
    private int _tokenEnd;
    private int _endTagName;

    public TreeBuilder(NodeTable nodes, AttributeTable attributes, NameTable names, Utf8Storage text, bool scripting, int maxDepth)
    {
        _nodes = nodes;
        _attributes = attributes;
        _names = names;
        _text = text;
        _scripting = scripting;
        _maxDepth = maxDepth;
        _open = new OpenElements(nodes);
        _formatting = new FormattingList(nodes, attributes, text);
    }

    /// <summary>Whether the adjusted current node is not an HTML element.</summary>
    public bool AllowsCData => AdjustedCurrent is var node && node != 0 && _nodes[node].Namespace != HtmlNamespace.Html;

    /// <summary>The id of the current node's name, or 0.</summary>
    public int CurrentName => _nodes[_open.Current].Name;

    private int AdjustedCurrent => _open.Count == 1 && _context != 0 ? _context : _open.Current;

    public void StartDocument()
    {
        _open.Clear();
        _formatting.Clear();
        _pending.Clear();
        _templateCount = 0;
        _mode = InsertionMode.Initial;
        _head = _form = _context = 0;
        _framesetOk = true;
        _fosterParenting = _skipNewline = false;
        _cloneBudget = 4096 + (_text.Source.Length / 4);
        _mergeBudget = 65536 + (_text.Source.Length / 2);
    }

    public ContentModel StartTag(in TagToken tag)
    {
        Begin(tag.SourceStart, tag.SourceEnd, 0);
        _next = ContentModel.Data;
        if (!UsesHtmlRules(tag.Name, isStartTag: true))
            ForeignStartTag(tag);
        else if (_mode != InsertionMode.InBody || !InBodyStartTag(tag))
            ProcessStartTag(tag);
        return _next;
    }

    public void EndTag(in TagToken tag)
    {
        Begin(tag.SourceStart, tag.SourceEnd, tag.Name);
        if (!UsesHtmlRules(0, isStartTag: false))
            ForeignEndTag(tag);
        else if (_mode != InsertionMode.InBody || !InBodyEndTag(tag))
            ProcessEndTag(tag);
    }

    public void Comment(Utf8Slice data, int sourceStart, int sourceEnd)
    {
        Begin(sourceStart, sourceEnd, 0);
        FlushTableText();
        int node = _nodes.Add(HtmlNodeKind.Comment, sourceStart, sourceEnd);
        _nodes[node].DataStart = data.Start;
        _nodes[node].DataLength = data.Length;
        if (_mode is InsertionMode.Initial or InsertionMode.BeforeHtml or InsertionMode.AfterAfterBody or InsertionMode.AfterAfterFrameset)
            _nodes.Append(0, node);
        else if (_mode == InsertionMode.AfterBody && !AllowsCData)
            _nodes.Append(_open[0], node);
        else
            Insert(node, AppropriatePlace(_open.Current));
    }

    public void Doctype(in DoctypeToken doctype)
    {
        Begin(doctype.SourceStart, doctype.SourceEnd, 0);
        FlushTableText();
        if (_mode != InsertionMode.Initial)
            return;
        InsertDoctype(doctype);
        _nodes.QuirksMode = QuirksModes.Of(_text, doctype);
        _mode = InsertionMode.BeforeHtml;
    }

    public void EndOfFile(int position)
    {
        Begin(position, position, 0);
        while (!ProcessEndOfFile())
        {
        }
        while (_open.Count > 0)
            Pop();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Begin(int start, int end, int endTagName)
    {
        _tokenStart = start;
        _tokenEnd = end;
        _endTagName = endTagName;
        _skipNewline = false;
    }

    /// <summary>
    /// The tree construction dispatcher: whether a tag is processed by the insertion mode instead of by the rules for foreign content. With
    /// an empty stack the document counts as HTML.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool UsesHtmlRules(int name, bool isStartTag)
    {
        ref NodeRow row = ref _nodes[AdjustedCurrent];
        return row.Namespace == HtmlNamespace.Html || (isStartTag && IsIntegrationPoint(row, name));
    }

    private static bool IsIntegrationPoint(in NodeRow row, int name) =>
        (IsMathMLTextIntegrationPoint(row) && name is not (Mglyph or Malignmark))
        || (row is { Namespace: HtmlNamespace.MathML, Name: AnnotationXml } && name == Svg)
        || IsHtmlIntegrationPoint(row);

    private void ProcessStartTag(in TagToken tag)
    {
        FlushTableText();
        while (!ProcessStartTag(tag, _mode))
        {
        }
    }

    private bool ProcessStartTag(in TagToken tag, InsertionMode mode) => mode switch
    {
        InsertionMode.Initial => InitialElse(),
        InsertionMode.BeforeHtml => BeforeHtmlStartTag(tag),
        InsertionMode.BeforeHead => BeforeHeadStartTag(tag),
        InsertionMode.InHead => InHeadStartTag(tag),
        InsertionMode.InHeadNoscript => InHeadNoscriptStartTag(tag),
        InsertionMode.AfterHead => AfterHeadStartTag(tag),
        InsertionMode.InBody => InBodyStartTag(tag),
        InsertionMode.InTable => InTableStartTag(tag),
        InsertionMode.InCaption => InCaptionStartTag(tag),
        InsertionMode.InColumnGroup => InColumnGroupStartTag(tag),
        InsertionMode.InTableBody => InTableBodyStartTag(tag),
        InsertionMode.InRow => InRowStartTag(tag),
        InsertionMode.InCell => InCellStartTag(tag),
        InsertionMode.InTemplate => InTemplateStartTag(tag),
        InsertionMode.AfterBody or InsertionMode.AfterAfterBody => AfterBodyStartTag(tag),
        InsertionMode.InFrameset => InFramesetStartTag(tag),
        InsertionMode.AfterFrameset or InsertionMode.AfterAfterFrameset => AfterFramesetStartTag(tag),
        _ => true,
    };

    private void ProcessEndTag(in TagToken tag)
    {
        FlushTableText();
        while (!ProcessEndTag(tag, _mode))
        {
        }
    }

    private bool ProcessEndTag(in TagToken tag, InsertionMode mode) => mode switch
    {
        InsertionMode.Initial => InitialElse(),
        InsertionMode.BeforeHtml => BeforeHtmlEndTag(tag),
        InsertionMode.BeforeHead => BeforeHeadEndTag(tag),
        InsertionMode.InHead => InHeadEndTag(tag),
        InsertionMode.InHeadNoscript => InHeadNoscriptEndTag(tag),
        InsertionMode.AfterHead => AfterHeadEndTag(tag),
        InsertionMode.InBody => InBodyEndTag(tag),
        InsertionMode.Text => TextEndTag(),
        InsertionMode.InTable => InTableEndTag(tag),
        InsertionMode.InCaption => InCaptionEndTag(tag),
        InsertionMode.InColumnGroup => InColumnGroupEndTag(tag),
        InsertionMode.InTableBody => InTableBodyEndTag(tag),
        InsertionMode.InRow => InRowEndTag(tag),
        InsertionMode.InCell => InCellEndTag(tag),
        InsertionMode.InTemplate => tag.Name != Template || InHeadEndTag(tag),
        InsertionMode.AfterBody or InsertionMode.AfterAfterBody => AfterBodyEndTag(tag),
        InsertionMode.InFrameset => InFramesetEndTag(tag),
        InsertionMode.AfterFrameset => AfterFramesetEndTag(tag),
        _ => true,
    };

    /// <summary>Processes the end of the page; false to process it again in the mode that is then current.</summary>
    private bool ProcessEndOfFile()
    {
        FlushTableText();
        switch (_mode)
        {
            case InsertionMode.Initial:
                return InitialElse();
            case InsertionMode.BeforeHtml:
                return BeforeHtmlElse();
            case InsertionMode.BeforeHead:
                return BeforeHeadElse();
            case InsertionMode.InHead:
                return InHeadElse();
            case InsertionMode.InHeadNoscript:
                return InHeadNoscriptElse();
            case InsertionMode.AfterHead:
                return AfterHeadElse();
            case InsertionMode.Text:
                Pop();
                _mode = _originalMode;
                return false;
            default:
                // All other modes stop parsing, after open templates are closed.
                return _templateCount == 0 || !CloseTemplateAtEnd();
        }
    }
}

using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;

namespace Skiplink.Html.TreeBuilding;

/// <summary>The rules for parsing tokens in foreign content (https://html.spec.whatwg.org/#parsing-main-inforeign).</summary>
internal sealed partial class TreeBuilder
{
    private static bool IsMathMLTextIntegrationPoint(in NodeRow row) =>
        row.Namespace == HtmlNamespace.MathML && row.Name is HtmlNames.Mi or HtmlNames.Mo or HtmlNames.Mn or HtmlNames.Ms or HtmlNames.Mtext
        && row.Namespace == HtmlNamespace.MathML;

    private static bool IsHtmlIntegrationPoint(in NodeRow row) =>
        (row.Namespace == HtmlNamespace.Svg && row.Name is HtmlNames.ForeignObject or HtmlNames.Desc or HtmlNames.Title && row.Namespace == HtmlNamespace.Svg)
        || (row.Flags & NodeFlags.HtmlIntegrationPoint) != 0;

    private void ForeignStartTag(in TagToken tag)
    {
        if (BreaksOut(tag))
        {
            LeaveForeignContent();
            ProcessStartTag(tag);
            return;
        }
        InsertForeignElement(tag, _nodes[AdjustedCurrent].Namespace);
    }

    /// <summary>Inserts a foreign element, its names adjusted; a self-closing one is popped again.</summary>
    private void InsertForeignElement(in TagToken tag, HtmlNamespace ns)
    {
        AttributeTable attributes = _attributes;
        for (int i = tag.FirstAttribute; i < tag.FirstAttribute + tag.AttributeCount; i++)
        {
            ref AttributeRow row = ref attributes[i];
            row.Name = ns == HtmlNamespace.Svg ? HtmlNames.SvgAttribute(row.Name) : HtmlNames.MathMLAttribute(row.Name);
            row.Namespace = HtmlNames.ForeignAttribute(row.Name);
        }
        int node = InsertElement(tag, ns);
        ref NodeRow element = ref _nodes[node];
        if (ns == HtmlNamespace.MathML && element.Name == HtmlNames.AnnotationXml && HasHtmlEncoding(element))
            element.Flags |= NodeFlags.HtmlIntegrationPoint;
        if (tag.SelfClosing)
        {
            Pop();
            _nodes[node].SourceEnd = tag.SourceEnd;
        }
    }

    private bool HasHtmlEncoding(in NodeRow element)
    {
        foreach (ref readonly AttributeRow row in _attributes.Span(element.DataStart, element.DataLength))
        {
            if (row.Name != HtmlNames.Encoding)
                continue;
            ReadOnlySpan<byte> value = _text.BytesOf(row.Value);
            return Ascii.EqualsIgnoreCase(value, "text/html"u8) || Ascii.EqualsIgnoreCase(value, "application/xhtml+xml"u8);
        }
        return false;
    }

    private bool BreaksOut(in TagToken tag)
    {
        switch (tag.Name)
        {
            case HtmlNames.B or HtmlNames.Big or HtmlNames.Blockquote or HtmlNames.Body or HtmlNames.Br or HtmlNames.Center or HtmlNames.Code or HtmlNames.Dd or HtmlNames.Div
                or HtmlNames.Dl or HtmlNames.Dt or HtmlNames.Em or HtmlNames.Embed or HtmlNames.H1 or HtmlNames.H2 or HtmlNames.H3 or HtmlNames.H4 or HtmlNames.H5
                or HtmlNames.H6 or HtmlNames.Head or HtmlNames.Hr or HtmlNames.I or HtmlNames.Img or HtmlNames.Li or HtmlNames.Listing or HtmlNames.Menu or HtmlNames.Meta
                or HtmlNames.Nobr or HtmlNames.Ol or HtmlNames.P or HtmlNames.Pre or HtmlNames.Ruby or HtmlNames.S or HtmlNames.Small or HtmlNames.Span or HtmlNames.Strong
                or HtmlNames.Strike or HtmlNames.Sub or HtmlNames.Sup or HtmlNames.Table or HtmlNames.Tt or HtmlNames.U or HtmlNames.Ul or HtmlNames.Var:
                return true;
            case HtmlNames.Font:
                for (int i = 0; i < tag.AttributeCount; i++)
                {
                    if (_attributes[tag.FirstAttribute + i].Name is HtmlNames.Color or HtmlNames.Face or HtmlNames.Size)
                        return true;
                }
                return false;
            default:
                return false;
        }
    }

    private void LeaveForeignContent()
    {
        while (_open.Count > 0)
        {
            ref NodeRow row = ref _nodes[_open.Current];
            if (row.Namespace == HtmlNamespace.Html || IsMathMLTextIntegrationPoint(row) || IsHtmlIntegrationPoint(row))
                return;
            Pop();
        }
    }

    private void ForeignEndTag(in TagToken tag)
    {
        if (tag.Name is HtmlNames.Br or HtmlNames.P)
        {
            LeaveForeignContent();
            ProcessEndTag(tag);
            return;
        }
        int svgName = HtmlNames.SvgElement(tag.Name);
        for (int height = _open.Count - 1; height > 0; height--)
        {
            ref NodeRow row = ref _nodes[_open[height]];
            if (row.Namespace == HtmlNamespace.Html)
            {
                ProcessEndTag(tag);
                return;
            }
            // Names are compared in lower case: an adjusted SVG name is the token's name adjusted.
            if (row.Name == tag.Name || (row.Namespace == HtmlNamespace.Svg && row.Name == svgName))
            {
                _endTagName = row.Name;
                while (_open.Count > height)
                    Pop();
                return;
            }
        }
    }
}

using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>The rules for parsing tokens in foreign content (https://html.spec.whatwg.org/#parsing-main-inforeign).</summary>
internal sealed partial class TreeBuilder
{
    private static bool IsMathMLTextIntegrationPoint(in NodeRow row) =>
        row.Namespace == HtmlNamespace.MathML && row.Name is Mi or Mo or Mn or Ms or Mtext
        && row.Namespace == HtmlNamespace.MathML;

    private static bool IsHtmlIntegrationPoint(in NodeRow row) =>
        (row.Namespace == HtmlNamespace.Svg && row.Name is ForeignObject or Desc or Title
            && row.Namespace == HtmlNamespace.Svg)
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

    /// <summary>Inserts a foreign element with adjusted names; a self-closing one is popped at once.</summary>
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
        if (ns == HtmlNamespace.MathML && element.Name == AnnotationXml && HasHtmlEncoding(element))
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
            case B or Big or Blockquote or Body or Br or Center or Code or Dd or Div or Dl or Dt or Em or Embed or H1 or H2 or H3 or H4
                or H5 or H6 or Head or Hr or I or Img or Li or Listing or Menu or Meta or Nobr or Ol or P or Pre or Ruby or S or Small
                or Span or Strong or Strike or Sub or Sup or Table or Tt or U or Ul or Var:
                return true;
            case Font:
                for (int i = 0; i < tag.AttributeCount; i++)
                {
                    if (_attributes[tag.FirstAttribute + i].Name is Color or Face or Size)
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
        if (tag.Name is Br or P)
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
            // Names are compared in lower case, so the name of the token is adjusted as that of the element was.
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

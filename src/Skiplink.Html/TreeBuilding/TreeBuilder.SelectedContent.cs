using Skiplink.Html.Arena;

namespace Skiplink.Html.TreeBuilding;

/// <summary>Customizable selects: the selected option's content is copied into the select's <c>selectedcontent</c> (https://html.spec.whatwg.org/#the-selectedcontent-element).</summary>
internal sealed partial class TreeBuilder
{
    /// <summary>The <c>selectedcontent</c> of the select that is open, or 0; and whether an option's content stands in it.</summary>
    private int _selectedContent;
    private bool _hasSelectedContent;

    private void NoteSelectedContent(int node)
    {
        if (_selectedContent == 0 && _open.FindName(HtmlNames.Select) >= 0)
            (_selectedContent, _hasSelectedContent) = (node, false);
    }

    private void CloneIntoSelectedContent(int option)
    {
        if (_selectedContent == 0 || _open.FindName(HtmlNames.Select) < 0)
            return;
        ref NodeRow row = ref _nodes[option];
        bool selected = false;
        foreach (ref readonly AttributeRow attribute in _attributes.Span(row.DataStart, row.DataLength))
            selected |= attribute.Name == HtmlNames.Selected;
        if (_hasSelectedContent && !selected)
            return;
        _hasSelectedContent = true;
        while (_nodes[_selectedContent].FirstChild is var old && old != 0)
            _nodes.Remove(old);
        CloneChildren(option, _selectedContent);
    }

    private void CloneChildren(int from, int to)
    {
        int source = _nodes[from].FirstChild, target = to;
        while (source != 0)
        {
            int copy = _nodes.Add(_nodes[source].Kind, _nodes[source].SourceStart, _nodes[source].SourceEnd);
            ref NodeRow row = ref _nodes[copy];
            ref NodeRow original = ref _nodes[source];
            (row.Name, row.Namespace, row.Flags, row.DataStart, row.DataLength) =
                (original.Name, original.Namespace, original.Flags, original.DataStart, original.DataLength);
            _nodes.Append(target, copy);
            if (original.FirstChildOrNone != 0)
            {
                (source, target) = (original.FirstChild, copy);
                continue;
            }
            while (_nodes[source].NextSibling == 0)
            {
                source = _nodes[source].Parent;
                if (source == from)
                    return;
                target = _nodes[target].Parent;
            }
            source = _nodes[source].NextSibling;
        }
    }
}

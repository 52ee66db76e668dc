using Skiplink.Html.Arena;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// Customizable selects: the content of the selected option is copied into the select's <c>selectedcontent</c>
/// (https://html.spec.whatwg.org/#the-selectedcontent-element).
/// </summary>
internal sealed partial class TreeBuilder
{
    // The selectedcontent of the open select, or 0, and whether it already has the content of an option.
    private int _selectedContent;
    private bool _hasSelectedContent;

    /// <summary>
    /// Remembers the first enabled <c>selectedcontent</c> of a select. One within an option or within another selectedcontent is disabled,
    /// since it would be copied into itself.
    /// </summary>
    private void NoteSelectedContent(int node)
    {
        if (_selectedContent == 0 && _open.FindName(Select) >= 0 && !IsInOption(node))
            (_selectedContent, _hasSelectedContent) = (node, false);
    }

    private bool IsInOption(int node)
    {
        for (int height = _open.Count - 1; height >= 0; height--)
        {
            if (_open[height] != node && (_open.IsHtml(height, Option) || _open.IsHtml(height, Selectedcontent)))
                return true;
        }
        return false;
    }

    private void CloneIntoSelectedContent(int option)
    {
        if (_selectedContent == 0 || _cloneBudget <= 0 || _open.FindName(Select) < 0 || IsWithin(_selectedContent, option))
            return;
        ref NodeRow row = ref _nodes[option];
        bool selected = false;
        foreach (ref readonly AttributeRow attribute in _attributes.Span(row.DataStart, row.DataLength))
            selected |= attribute.Name == Selected;
        if (_hasSelectedContent && !selected)
            return;
        _hasSelectedContent = true;
        while (_nodes[_selectedContent].FirstChild is var old && old != 0)
            _nodes.Remove(old);
        CloneChildren(option, _selectedContent);
    }

    private bool IsWithin(int node, int ancestor)
    {
        for (; node != 0; node = _nodes[node].Parent)
        {
            if (node == ancestor)
                return true;
        }
        return false;
    }

    /// <summary>Copies the descendants of a node to another node outside of it, within the page's budget of clones.</summary>
    private void CloneChildren(int from, int to)
    {
        int source = _nodes[from].FirstChild, target = to;
        while (source != 0 && _cloneBudget-- > 0)
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

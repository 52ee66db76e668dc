using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;
using Skiplink.Html.Tokenizing;
using static Skiplink.Html.HtmlNames;

namespace Skiplink.Html.TreeBuilding;

/// <summary>Creating and inserting nodes (https://html.spec.whatwg.org/#creating-and-inserting-nodes).</summary>
internal sealed partial class TreeBuilder
{
    /// <summary>An insertion location: under a parent, before one of its children or (0) at the end.</summary>
    private readonly record struct InsertionPlace(int Parent, int Before);

    /// <summary>The appropriate place for inserting a node.</summary>
    private InsertionPlace AppropriatePlace(int target)
    {
        if (_fosterParenting && IsTableContext(target) && !_open.CurrentIs(Template))
            return FosterPlace();
        return new(ContentOf(target), 0);
    }

    private InsertionPlace FosterPlace()
    {
        int template = _open.FindName(Template), table = _open.FindName(Table);
        if (template >= 0 && template > table)
            return new(ContentOf(_open[template]), 0);
        if (table < 0)
            return new(_open[0], 0);
        ref NodeRow row = ref _nodes[_open[table]];
        return IsLinked(_open[table], row) ? new(row.Parent, _open[table]) : new(ContentOf(_open[table - 1]), 0);
    }

    private bool IsLinked(int node, in NodeRow row) => row.Parent != 0 || row.PreviousSibling != 0 || _nodes[0].FirstChild == node;

    /// <summary>A template's contents, or the node itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ContentOf(int node)
    {
        ref NodeRow row = ref _nodes[node];
        return row is { Name: Template, Namespace: HtmlNamespace.Html, Kind: HtmlNodeKind.Element } ? row.FirstChild : node;
    }

    private bool IsTableContext(int node)
    {
        ref NodeRow row = ref _nodes[node];
        return row.Namespace == HtmlNamespace.Html
            && row.Name is Table or Tbody or Tfoot or Thead or Tr or Template;
    }

    private void Insert(int node, InsertionPlace place)
    {
        if (place.Before == 0)
            _nodes.Append(place.Parent, node);
        else
            _nodes.InsertBefore(place.Before, node);
    }

    /// <summary>Inserts an element for a start tag and makes it the current node.</summary>
    private int InsertElement(in TagToken tag, HtmlNamespace ns = HtmlNamespace.Html)
    {
        int node = CreateElement(tag, ns);
        MakeRoom();
        Insert(node, AppropriatePlace(_open.Current));
        _open.Push(node);
        return node;
    }

    /// <summary>Inserts an element without content, which is not pushed.</summary>
    private void InsertVoid(in TagToken tag)
    {
        int node = CreateElement(tag, HtmlNamespace.Html);
        Insert(node, AppropriatePlace(_open.Current));
    }

    /// <summary>Inserts an element that has no tag in the source.</summary>
    private int InsertImplied(int name)
    {
        int node = _nodes.Add(HtmlNodeKind.Element, _tokenStart, _tokenStart);
        _nodes[node].Name = name;
        MakeRoom();
        Insert(node, _open.Count == 0 ? new(0, 0) : AppropriatePlace(_open.Current));
        _open.Push(node);
        return node;
    }

    /// <summary>Pops the current node at the maximum depth, so that the next node becomes its sibling.</summary>
    private void MakeRoom()
    {
        if (_open.Count >= _maxDepth)
            Pop();
    }

    private int CreateElement(in TagToken tag, HtmlNamespace ns)
    {
        int node = _nodes.Add(HtmlNodeKind.Element, tag.SourceStart, tag.SourceEnd);
        ref NodeRow row = ref _nodes[node];
        row.Name = ns == HtmlNamespace.Svg ? HtmlNames.SvgElement(tag.Name) : tag.Name;
        row.Namespace = ns;
        row.DataStart = tag.FirstAttribute;
        row.DataLength = tag.AttributeCount;
        _attributes.Commit();
        return node;
    }

    /// <summary>
    /// Creates an element like another, for reconstruction and the adoption agency. Both share their attributes, which never change.
    /// </summary>
    private int Clone(int original)
    {
        int node = _nodes.Add(HtmlNodeKind.Element, _tokenStart, _tokenStart);
        ref NodeRow row = ref _nodes[node];
        ref NodeRow from = ref _nodes[original];
        row.Name = from.Name;
        row.Namespace = from.Namespace;
        row.DataStart = from.DataStart;
        row.DataLength = from.DataLength;
        _cloneBudget--;
        return node;
    }

    private void InsertDoctype(in DoctypeToken doctype)
    {
        int node = _nodes.Add(HtmlNodeKind.Doctype, doctype.SourceStart, doctype.SourceEnd);
        AttributeTable rows = _attributes;
        rows.Rollback();
        _nodes[node].DataStart = rows.Count;
        _nodes[node].DataLength = 3;
        _nodes[node].Flags = (doctype.HasPublicId ? NodeFlags.HasPublicId : 0) | (doctype.HasSystemId ? NodeFlags.HasSystemId : 0);
        rows.Add(HtmlNames.Html, doctype.Name);
        rows.Add(HtmlNames.Html, doctype.PublicId);
        rows.Add(HtmlNames.Html, doctype.SystemId);
        rows.Commit();
        _nodes.Append(0, node);
    }

    /// <summary>Inserts characters: appended to the text before the insertion location, otherwise as a new text node.</summary>
    private void InsertText(Utf8Slice text)
    {
        InsertionPlace place = AppropriatePlace(_open.Current);
        if (_nodes[place.Parent].Kind == HtmlNodeKind.Document)
            return;
        int previous = place.Before == 0 ? _nodes[place.Parent].LastChild : _nodes[place.Before].PreviousSibling;
        if (previous != 0 && _nodes[previous].Kind == HtmlNodeKind.Text)
        {
            AppendText(ref _nodes[previous], text);
            _nodes[previous].SourceEnd = _tokenEnd;
            return;
        }
        int node = _nodes.Add(HtmlNodeKind.Text, _tokenStart, _tokenEnd);
        _nodes[node].DataStart = text.Start;
        _nodes[node].DataLength = text.Length;
        Insert(node, place);
    }

    /// <summary>
    /// Appends to a text: in place if both parts are adjacent in memory, otherwise in a copy in the decoded buffer. The copy has as much
    /// capacity again, so that a text of many parts is copied a bounded number of times.
    /// </summary>
    private void AppendText(ref NodeRow row, Utf8Slice text)
    {
        bool isAdjacent = row.DataStart >= 0
            ? text.Start == row.DataStart + row.DataLength
            : row.FirstChild == 0 && text.Start < 0 && ~text.Start == ~row.DataStart + row.DataLength;
        if (isAdjacent)
        {
            row.DataLength += text.Length;
            return;
        }
        int length = row.DataLength + text.Length;
        if (row.DataStart >= 0 || length > row.FirstChild)
        {
            int reserved = length * 2;
            int start = _text.Decoded.Reserve(reserved);
            _text.BytesOf(new(row.DataStart, row.DataLength)).CopyTo(_text.Decoded.Writable(start, row.DataLength));
            row.DataStart = ~start;
            row.FirstChild = reserved;
        }
        _text.BytesOf(text).CopyTo(_text.Decoded.Writable(~row.DataStart + row.DataLength, text.Length));
        row.DataLength = length;
    }

    /// <summary>Pops the current node and sets its end in the source.</summary>
    private int Pop()
    {
        int node = _open.Pop();
        Close(node);
        return node;
    }

    private void Close(int node)
    {
        ref NodeRow row = ref _nodes[node];
        row.SourceEnd = int.Max(row.SourceEnd, row.Name == _endTagName ? _tokenEnd : _tokenStart);
        if (row is { Name: Option, Namespace: HtmlNamespace.Html })
            CloneIntoSelectedContent(node);
    }

    private void PopUntil(int name)
    {
        while (_open.Count > 0)
        {
            ref NodeRow row = ref _nodes[Pop()];
            if (row.Name == name && row.Namespace == HtmlNamespace.Html)
                return;
        }
    }

    /// <summary>Pops until the current node is one of those that a mode clears the stack back to.</summary>
    private void ClearBackTo(int first, int second = 0, int third = 0)
    {
        while (_open.Count > 1)
        {
            ref NodeRow row = ref _nodes[_open.Current];
            if (row.Namespace == HtmlNamespace.Html
                && (row.Name == first || row.Name == second || row.Name == third || row.Name is Template or HtmlNames.Html))
                return;
            Pop();
        }
    }

    private void GenerateImpliedEndTags(int except = 0)
    {
        while (_open.Count > 0)
        {
            ref NodeRow row = ref _nodes[_open.Current];
            if (row.Namespace != HtmlNamespace.Html || row.Name == except || (HtmlNames.TraitsOf(row.Name) & NameTraits.ImpliedEnd) == 0)
                return;
            Pop();
        }
    }

    private void GenerateImpliedEndTagsThoroughly()
    {
        while (_open.Count > 0)
        {
            ref NodeRow row = ref _nodes[_open.Current];
            if (row.Namespace != HtmlNamespace.Html || (HtmlNames.TraitsOf(row.Name) & NameTraits.ImpliedEndThorough) == 0)
                return;
            Pop();
        }
    }
}

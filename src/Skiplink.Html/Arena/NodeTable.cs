using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Skiplink.Html.Arena;

/// <summary>The rows of a document's nodes and the operations that relink them. Row 0 is the document.</summary>
internal sealed class NodeTable
{
    private NodeRow[] _rows = new NodeRow[256];

    public int Count { get; private set; }

    public ref NodeRow this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((uint)index < (uint)Count);
            return ref _rows[index];
        }
    }

    /// <summary>The quirks mode of the document.</summary>
    public HtmlQuirksMode QuirksMode { get; set; }

    /// <summary>The rows in the order of creation, which is document order for all nodes that were not moved.</summary>
    public ReadOnlySpan<NodeRow> Rows => new(_rows, 0, Count);

    /// <summary>Removes all nodes and starts again with the document alone.</summary>
    public void Clear()
    {
        Count = 0;
        QuirksMode = HtmlQuirksMode.NoQuirks;
        Add(HtmlNodeKind.Document, 0, 0);
    }

    /// <summary>Creates a node without a parent and returns its index.</summary>
    public int Add(HtmlNodeKind kind, int sourceStart, int sourceEnd)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        ref NodeRow row = ref _rows[Count];
        row = default;
        row.Kind = kind;
        row.SourceStart = sourceStart;
        row.SourceEnd = sourceEnd;
        return Count++;
    }

    public void Append(int parent, int child)
    {
        NodeRow[] rows = _rows;
        ref NodeRow p = ref rows[parent];
        ref NodeRow c = ref rows[child];
        Debug.Assert(c is { Parent: 0, PreviousSibling: 0, NextSibling: 0 });
        int last = p.LastChild;
        c.Parent = parent;
        c.PreviousSibling = last;
        if (last == 0)
            p.FirstChild = child;
        else
            rows[last].NextSibling = child;
        p.LastChild = child;
    }

    /// <summary>Inserts <paramref name="child"/> before its future sibling <paramref name="next"/>.</summary>
    public void InsertBefore(int next, int child)
    {
        ref NodeRow n = ref this[next];
        ref NodeRow c = ref this[child];
        Debug.Assert(c is { Parent: 0, PreviousSibling: 0, NextSibling: 0 });
        int previous = n.PreviousSibling;
        c.Parent = n.Parent;
        c.NextSibling = next;
        c.PreviousSibling = previous;
        n.PreviousSibling = child;
        if (previous == 0)
            this[n.Parent].FirstChild = child;
        else
            this[previous].NextSibling = child;
    }

    /// <summary>Removes a node, with its children, from its parent. Does nothing to a node without a parent.</summary>
    public void Remove(int child)
    {
        ref NodeRow c = ref this[child];
        // The document is row 0, so Parent is 0 for its children too: only the links tell whether the node has a parent.
        ref NodeRow p = ref this[c.Parent];
        if (c.PreviousSibling != 0)
            this[c.PreviousSibling].NextSibling = c.NextSibling;
        else if (p.FirstChild == child)
            p.FirstChild = c.NextSibling;
        if (c.NextSibling != 0)
            this[c.NextSibling].PreviousSibling = c.PreviousSibling;
        else if (p.LastChild == child)
            p.LastChild = c.PreviousSibling;
        c.Parent = c.PreviousSibling = c.NextSibling = 0;
    }

    /// <summary>Moves all children of one node to the end of another.</summary>
    public void MoveChildren(int from, int to)
    {
        ref NodeRow f = ref this[from];
        int first = f.FirstChild;
        if (first == 0)
            return;
        for (int child = first; child != 0; child = this[child].NextSibling)
            this[child].Parent = to;
        ref NodeRow t = ref this[to];
        this[first].PreviousSibling = t.LastChild;
        if (t.LastChild == 0)
            t.FirstChild = first;
        else
            this[t.LastChild].NextSibling = first;
        t.LastChild = f.LastChild;
        f.FirstChild = f.LastChild = 0;
    }
}

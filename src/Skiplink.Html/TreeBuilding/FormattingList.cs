using Skiplink.Html.Arena;
using Skiplink.Html.References;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// The list of active formatting elements (https://html.spec.whatwg.org/#the-list-of-active-formatting-elements).
/// An entry is a node, or 0 for a marker. It holds at most <see cref="MaxCount"/> entries, which keeps every search of it short:
/// beyond that the earliest entry is forgotten.
/// </summary>
internal sealed class FormattingList(NodeTable nodes, AttributeTable attributes, Utf8Storage text)
{
    private const int MaxCount = 256;

    /// <summary>The maximum number of attributes that are compared in any order.</summary>
    private const int MaxUnordered = 32;

    private readonly int[] _entries = new int[MaxCount];

    public int Count { get; private set; }

    public int this[int index]
    {
        get => _entries[index];
        set => _entries[index] = value;
    }

    public void Clear() => Count = 0;

    public void PushMarker() => Add(0);

    /// <summary>
    /// Adds an element. If three like it follow the last marker already, the earliest of them is removed (the Noah's Ark clause).
    /// </summary>
    public void Push(int node)
    {
        int alike = 0, earliest = -1;
        for (int i = Count - 1; i >= 0 && _entries[i] != 0; i--)
        {
            if (IsAlike(_entries[i], node))
            {
                alike++;
                earliest = i;
            }
        }
        if (alike >= 3)
            RemoveAt(earliest);
        Add(node);
    }

    public void RemoveAt(int index)
    {
        Count--;
        _entries.AsSpan(index + 1, Count - index).CopyTo(_entries.AsSpan(index));
    }

    public void Remove(int node)
    {
        int index = IndexOf(node);
        if (index >= 0)
            RemoveAt(index);
    }

    public void InsertAt(int index, int node)
    {
        Add(0);
        index = Math.Min(index, Count - 1);
        _entries.AsSpan(index, Count - 1 - index).CopyTo(_entries.AsSpan(index + 1));
        _entries[index] = node;
    }

    public int IndexOf(int node) => _entries.AsSpan(0, Count).LastIndexOf(node);

    /// <summary>The last element of a name after the last marker, or 0.</summary>
    public int FindAfterMarker(int name)
    {
        for (int i = Count - 1; i >= 0 && _entries[i] != 0; i--)
        {
            if (nodes[_entries[i]].Name == name)
                return _entries[i];
        }
        return 0;
    }

    public void ClearToMarker()
    {
        while (Count > 0 && _entries[--Count] != 0)
        {
        }
    }

    /// <summary>Removes all entries after the last marker.</summary>
    public void DropAfterMarker()
    {
        while (Count > 0 && _entries[Count - 1] != 0)
            Count--;
    }

    private void Add(int node)
    {
        if (Count == MaxCount)
            RemoveAt(0);
        _entries[Count++] = node;
    }

    private bool IsAlike(int left, int right)
    {
        ref NodeRow a = ref nodes[left];
        ref NodeRow b = ref nodes[right];
        if (a.Name != b.Name || a.Namespace != b.Namespace || a.DataLength != b.DataLength)
            return false;
        if (a.DataStart == b.DataStart)
            return true;
        int inOrder = 0;
        while (inOrder < a.DataLength && IsSame(a.DataStart + inOrder, b.DataStart + inOrder))
            inOrder++;
        if (inOrder == a.DataLength)
            return true;
        // The order of attributes does not matter. Elements with very many of them count as different if it differs, to keep time linear.
        if (a.DataLength > MaxUnordered)
            return false;
        for (int i = a.DataStart; i < a.DataStart + a.DataLength; i++)
        {
            bool found = false;
            for (int k = b.DataStart; k < b.DataStart + b.DataLength && !found; k++)
                found = IsSame(i, k);
            if (!found)
                return false;
        }
        return true;
    }

    private bool IsSame(int left, int right) =>
        attributes[left].Name == attributes[right].Name && ValueOf(left).SequenceEqual(ValueOf(right));

    private ReadOnlySpan<byte> ValueOf(int attribute) => AttributeValues.Of(attributes, attribute, text);
}

using Skiplink.Html.Arena;
using Skiplink.Html.References;

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// The list of active formatting elements (https://html.spec.whatwg.org/#the-list-of-active-formatting-elements). An entry is a node, or 0 for a marker. It holds no
/// more than <see cref="Most"/> entries: past that the earliest is forgotten, which keeps every search of it short.
/// </summary>
internal sealed class FormattingList(NodeTable nodes, AttributeTable attributes, Utf8Storage text)
{
    private const int Most = 256;

    private readonly int[] _entries = new int[Most];

    public int Count { get; private set; }

    public int this[int index]
    {
        get => _entries[index];
        set => _entries[index] = value;
    }

    public void Clear() => Count = 0;

    public void PushMarker() => Add(0);

    /// <summary>Adds an element, unless three like it stand behind the last marker already: then the earliest of them goes (the Noah's Ark clause).</summary>
    public void Push(int node)
    {
        int alike = 0, earliest = -1;
        for (int i = Count - 1; i >= 0 && _entries[i] != 0; i--)
        {
            if (Alike(_entries[i], node))
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

    /// <summary>The last element of a name behind the last marker, or 0.</summary>
    public int FindBehindMarker(int name)
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

    /// <summary>Forgets all entries behind the last marker.</summary>
    public void DropBehindMarker()
    {
        while (Count > 0 && _entries[Count - 1] != 0)
            Count--;
    }

    private void Add(int node)
    {
        if (Count == Most)
            RemoveAt(0);
        _entries[Count++] = node;
    }

    private bool Alike(int left, int right)
    {
        ref NodeRow a = ref nodes[left];
        ref NodeRow b = ref nodes[right];
        if (a.Name != b.Name || a.Namespace != b.Namespace || a.DataLength != b.DataLength)
            return false;
        if (a.DataStart == b.DataStart)
            return true;
        for (int i = a.DataStart; i < a.DataStart + a.DataLength; i++)
        {
            bool found = false;
            for (int k = b.DataStart; k < b.DataStart + b.DataLength; k++)
                found |= attributes[k].Name == attributes[i].Name && ValueOf(k).SequenceEqual(ValueOf(i));
            if (!found)
                return false;
        }
        return true;
    }

    private ReadOnlySpan<byte> ValueOf(int attribute) => AttributeValues.Of(attributes, attribute, text);
}

using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Skiplink.Html.Arena;

/// <summary>
/// One attribute: the id of its name, its namespace (only adjusted foreign attributes have one), and the slice of its value. The value of a
/// name that is not known at compile time may be raw, a slice of the source that AttributeValues decodes on first use.
/// </summary>
internal struct AttributeRow
{
    public int Name;
    public AttributeNamespace Namespace;
    public bool IsRaw;
    public int ValueStart;
    public int ValueLength;

    /// <summary>The decoded value; only for rows that are not raw.</summary>
    public readonly Utf8Slice Value
    {
        get
        {
            Debug.Assert(!IsRaw, "AttributeValues.Of decodes raw values.");
            return new(ValueStart, ValueLength);
        }
    }
}

/// <summary>
/// The attributes of all elements, each element's in one run. The tokenizer appends the attributes of a tag; whoever uses the tag commits
/// them, and the next tag overwrites uncommitted ones.
/// </summary>
internal sealed class AttributeTable
{
    private AttributeRow[] _rows = new AttributeRow[256];

    /// <summary>The number of rows, including those of the current tag.</summary>
    public int Count { get; private set; }

    /// <summary>The number of rows that belong to elements.</summary>
    public int Committed { get; private set; }

    public ref AttributeRow this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _rows[index];
    }

    public void Clear() => Count = Committed = 0;

    public ReadOnlySpan<AttributeRow> Span(int start, int count) => new(_rows, start, count);

    /// <summary>Removes the rows of the last tag unless they were committed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Rollback() => Count = Committed;

    /// <summary>Keeps the rows written so far.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Commit() => Committed = Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int name, Utf8Slice value, bool isRaw = false)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        ref AttributeRow row = ref _rows[Count++];
        row.Name = name;
        row.Namespace = AttributeNamespace.None;
        row.IsRaw = isRaw;
        row.ValueStart = value.Start;
        row.ValueLength = value.Length;
    }

    /// <summary>Appends a copy of a row.</summary>
    public void Repeat(int index)
    {
        AttributeRow row = _rows[index];
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        _rows[Count++] = row;
    }
}

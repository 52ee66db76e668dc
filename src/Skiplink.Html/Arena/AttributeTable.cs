using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Skiplink.Html.Arena;

/// <summary>
/// One attribute: its name's id, its namespace (for adjusted foreign attributes), and the slice that holds its decoded value. The value of a name that is not known at compile time may be raw, a slice of the
/// source that still has to be decoded: <see cref="HtmlDocument.ValueOf"/> does so when it is asked for.
/// </summary>
internal struct AttributeRow
{
    public int Name;
    public AttributeNamespace Namespace;
    public bool IsRaw;
    public int ValueStart;
    public int ValueLength;

    /// <summary>The value of a name that is known at compile time, or one that was decoded.</summary>
    public readonly Utf8Slice Value
    {
        get
        {
            Debug.Assert(!IsRaw, "Ask the document for the value of this row.");
            return new(ValueStart, ValueLength);
        }
    }
}

/// <summary>
/// The attributes of all elements, each element's in one run. The tokenizer writes a tag's attributes behind the committed rows; whoever keeps the tag commits
/// them, and what is not committed is overwritten by the next tag.
/// </summary>
internal sealed class AttributeTable
{
    private AttributeRow[] _rows = new AttributeRow[256];

    /// <summary>All rows, those of the tag in progress included.</summary>
    public int Count { get; private set; }

    /// <summary>The rows that belong to elements.</summary>
    public int Committed { get; private set; }

    public ref AttributeRow this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _rows[index];
    }

    public void Clear() => Count = Committed = 0;

    public ReadOnlySpan<AttributeRow> Span(int start, int count) => new(_rows, start, count);

    /// <summary>Forgets the rows of the last tag unless they were committed.</summary>
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

    /// <summary>Adds a row once more, decoded or not.</summary>
    public void Repeat(int index)
    {
        AttributeRow row = _rows[index];
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        _rows[Count++] = row;
    }
}

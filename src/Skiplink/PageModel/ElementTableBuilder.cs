using System.Runtime.CompilerServices;

namespace Skiplink.PageModel;

/// <summary>The elements of the page that is being read. Its memory is used again for each page.</summary>
internal sealed class ElementTableBuilder
{
    private ElementRow[] _rows = new ElementRow[512];

    /// <summary>How many elements there are.</summary>
    public int Count { get; private set; }

    /// <summary>The values of the attributes that name elements.</summary>
    public AttributeInterner Values { get; } = new();

    /// <summary>An element.</summary>
    public ref ElementRow this[int element]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _rows[element];
    }

    /// <summary>All elements.</summary>
    public Span<ElementRow> Rows => new(_rows, 0, Count);

    /// <summary>Starts a page.</summary>
    public void Clear()
    {
        Count = 0;
        Values.Clear();
    }

    /// <summary>
    /// Appends an uninitialised row, which holds what stood there on an earlier page: the caller sets all fields except those that are set
    /// when the element is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add()
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        return Count++;
    }

    /// <summary>The table of the page; good until the next page is begun.</summary>
    public ElementTable Build() => new(_rows, Count, Values);
}

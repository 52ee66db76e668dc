using System.Runtime.CompilerServices;

namespace Skiplink.PageModel;

/// <summary>
/// The elements of a page's body, in document order. It does not change; its memory is that of the <see cref="ElementTableBuilder"/> that
/// made it.
/// </summary>
internal sealed class ElementTable
{
    private readonly ElementRow[] _rows;

    internal ElementTable(ElementRow[] rows, int count, AttributeInterner values) => (_rows, Count, Values) = (rows, count, values);

    /// <summary>How many elements there are.</summary>
    public int Count { get; }

    /// <summary>An element.</summary>
    public ref readonly ElementRow this[int element]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _rows[element];
    }

    /// <summary>All elements.</summary>
    public ReadOnlySpan<ElementRow> Rows => new(_rows, 0, Count);

    /// <summary>The values of the attributes that name elements.</summary>
    public AttributeInterner Values { get; }

    /// <summary>The ids of an element's values in <see cref="Values"/>.</summary>
    public ReadOnlySpan<int> ValuesOf(int element) =>
        Values.Uses(_rows[element].FirstValue, element + 1 < Count ? _rows[element + 1].FirstValue : Values.UseCount);
}

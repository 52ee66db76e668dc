using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.PageModel;

/// <summary>
/// One element of the page's body, in document order, so that a parent stands before its children. The subtree sums are complete once the walk has left the element.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ElementRow
{
    /// <summary>The element's node in the document.</summary>
    public int Node;

    /// <summary>The row of the parent element; the first row is its own parent.</summary>
    public int Parent;

    /// <summary>The row behind the last one of its subtree.</summary>
    public int End;

    /// <summary>How many elements stand above it.</summary>
    public int Depth;

    /// <summary>The id of its name.</summary>
    public int Name;

    /// <summary>The first of its values in the page's <see cref="MarkupValues"/>; those of the next element begin where its own end.</summary>
    public int FirstValue;

    /// <summary>What holds of it or of an element above it.</summary>
    public Surroundings Surroundings;

    /// <summary>A hash of its name and its <c>class</c>, for finding repeated structure.</summary>
    public uint Signature;

    /// <summary>A hash of its own signature and those above it.</summary>
    public uint PathSignature;

    /// <summary>A hash of its name and those above it, whatever their classes.</summary>
    public uint TagSignature;

    /// <summary>Blocks in the subtree: the first, and how many.</summary>
    public int FirstBlock;
    public int Blocks;

    /// <summary>Words in the subtree, those in links, and those in long blocks that are not mostly links.</summary>
    public int Words;
    public int LinkWords;
    public int LongWords;

    /// <summary>Blocks in the subtree with a year.</summary>
    public int Years;

    /// <summary>Images, headings and links in the subtree.</summary>
    public int Images;
    public int Headings;
    public int Links;

    /// <summary>How many of its parent's children share its signature, itself included.</summary>
    public int Alike;

    /// <summary>What a reader-mode script would give it: commas and length of the paragraphs right below, half of it from one level further down.</summary>
    public float ReaderScore;

    /// <summary>
    /// The seven sums over the subtree, from <see cref="Words"/> to <see cref="Links"/>, which stand side by side in this order so that a child's are added to its parent's at once. The eighth number is
    /// <see cref="Alike"/>, which is 0 until all sums are made.
    /// </summary>
    [UnscopedRef]
    public ref Vector256<int> Sums
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.As<int, Vector256<int>>(ref Words);
    }
}

/// <summary>What an element stands in, itself included: each holds from the element that brings it down to its last descendant.</summary>
[Flags]
internal enum Surroundings
{
    None = 0,
    Nav = 1 << 0,
    Header = 1 << 1,
    Footer = 1 << 2,
    Aside = 1 << 3,
    Main = 1 << 4,
    Article = 1 << 5,
    Form = 1 << 6,
    Figure = 1 << 7,
    Table = 1 << 8,
    List = 1 << 9,
    Quotation = 1 << 10,
    Preformatted = 1 << 11,
    Button = 1 << 12,
    Link = 1 << 13,
    Heading = 1 << 14,
    Dialog = 1 << 15,
    Hidden = 1 << 16,
    AriaHidden = 1 << 17,
    NoScript = 1 << 18,
    Select = 1 << 19,
    Definition = 1 << 20,
    Label = 1 << 21,
    Caption = 1 << 22,
    Details = 1 << 23,
    Section = 1 << 24,
    Paragraph = 1 << 25,
    Inline = 1 << 26,
}

/// <summary>The elements of a page's body.</summary>
internal sealed class ElementTable
{
    private ElementRow[] _rows = new ElementRow[512];

    public int Count { get; private set; }

    public ref ElementRow this[int element]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _rows[element];
    }

    public Span<ElementRow> Rows => new(_rows, 0, Count);

    /// <summary>The values of their attributes.</summary>
    public MarkupValues Values { get; } = new();

    /// <summary>The numbers of an element's values.</summary>
    public ReadOnlySpan<int> ValuesOf(int element) => Values.Numbers(_rows[element].FirstValue, element + 1 < Count ? _rows[element + 1].FirstValue : Values.Uses);

    public void Clear()
    {
        Count = 0;
        Values.Clear();
    }

    /// <summary>Adds a row, which is not empty: whoever adds it writes all of it but what is known when the element is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add()
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        return Count++;
    }
}

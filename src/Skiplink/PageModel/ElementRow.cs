using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.PageModel;

/// <summary>
/// One element of the page's body, in document order, so that a parent stands before its children. The subtree sums are complete once the
/// walk has left the element.
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

    /// <summary>
    /// The first of its values among the uses of <see cref="AttributeInterner"/>; those of the next element begin where its own end.
    /// </summary>
    public int FirstValue;

    /// <summary>What holds of it or of an element above it.</summary>
    public ContextFlags Context;

    /// <summary>A hash of its name and its <c>class</c>, for finding repeated structure.</summary>
    public uint Signature;

    /// <summary>A hash of its own signature and those above it.</summary>
    public uint PathSignature;

    /// <summary>A hash of its name and those above it, whatever their classes.</summary>
    public uint TagSignature;

    /// <summary>The first block of the subtree; where it has none, the next block behind it.</summary>
    public int FirstBlock;

    /// <summary>How many blocks the subtree has.</summary>
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

    /// <summary>How many elements its <see cref="SiblingRuns">run of siblings</see> has that look like it, itself included.</summary>
    public int SiblingRun;

    /// <summary>
    /// What a reader-mode script would give it: commas and length of the paragraphs right below, half of it from one level further down.
    /// </summary>
    public float ReaderScore;

    /// <summary>Whether it begins and ends blocks.</summary>
    public readonly bool IsBlockLevel => BlockLevel.Of(Name) == BlockLevel.Role.Block;

    /// <summary>
    /// The seven sums over the subtree, from <see cref="Words"/> to <see cref="Links"/>, which stand side by side in this order so that a
    /// child's are added to its parent's at once. The eighth number is <see cref="SiblingRun"/>, which is 0 until all sums are made.
    /// </summary>
    [UnscopedRef]
    public ref Vector256<int> Sums
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.As<int, Vector256<int>>(ref Words);
    }
}

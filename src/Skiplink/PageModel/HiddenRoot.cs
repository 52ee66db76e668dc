namespace Skiplink.PageModel;

/// <summary>An element whose markup says that its text is not shown, at least not at first.</summary>
/// <param name="Element">The row of the element.</param>
/// <param name="Reason">What its markup says.</param>
/// <param name="Outer">The root that it stands in, or -1.</param>
internal readonly record struct HiddenRoot(int Element, HiddenReason Reason, int Outer);

/// <summary>A text that is not shown, amid a block that is: no block has it.</summary>
/// <param name="FirstNode">Its first text node.</param>
/// <param name="LastNode">Its last text node.</param>
/// <param name="Block">The block around it.</param>
/// <param name="Root">What hides it, a number of a <see cref="HiddenRoot"/>.</param>
internal readonly record struct HiddenPiece(int FirstNode, int LastNode, int Block, int Root);

/// <summary>A text that is not shown amid a block that is, and why.</summary>
/// <param name="FirstNode">Its first text node.</param>
/// <param name="LastNode">Its last text node.</param>
/// <param name="Block">The block around it.</param>
/// <param name="Reason">What hides it.</param>
internal readonly record struct HiddenText(int FirstNode, int LastNode, int Block, HiddenReason Reason);

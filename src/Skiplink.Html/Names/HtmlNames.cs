using System.Runtime.CompilerServices;

namespace Skiplink.Html;

public static partial class HtmlNames
{
    /// <summary>
    /// The number of names that this version knows, which have the ids 1 to this number. A document gives higher ids to its other names.
    /// Not a constant, since it grows from version to version.
    /// </summary>
    public static int KnownCount => LastKnown;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static NameTraits TraitsOf(int id)
    {
        ReadOnlySpan<byte> traits = TraitBytes;
        return (uint)id < (uint)traits.Length ? (NameTraits)traits[id] : NameTraits.None;
    }
}

/// <summary>What the tree construction stage needs to know of an HTML element's name. Holds for the HTML namespace only.</summary>
[Flags]
internal enum NameTraits : byte
{
    None = 0,

    /// <summary>Special category (13.2.4.2).</summary>
    Special = 1,

    /// <summary>Formatting category (13.2.4.2).</summary>
    Formatting = 2,

    /// <summary>Popped by "generate implied end tags" (13.2.6.3).</summary>
    ImpliedEnd = 4,

    /// <summary>Popped by "generate all implied end tags thoroughly" (13.2.6.3).</summary>
    ImpliedEndThorough = 8,

    /// <summary>Has no end tag (13.1.2).</summary>
    Void = 16,

    /// <summary>In body, its end tag does more than close the element (13.2.6.4.7).</summary>
    EndsMore = 32,
}

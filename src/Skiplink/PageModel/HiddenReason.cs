namespace Skiplink.PageModel;

/// <summary>Why a reader of the page does not see a text, told by its markup alone.</summary>
internal enum HiddenReason : byte
{
    /// <summary>It is shown.</summary>
    None,

    /// <summary>The <c>hidden</c> attribute.</summary>
    Attribute,

    /// <summary><c>display: none</c> in an inline style.</summary>
    Display,

    /// <summary><c>visibility: hidden</c> or <c>collapse</c> in an inline style.</summary>
    Visibility,

    /// <summary><c>opacity: 0</c> in an inline style.</summary>
    Opacity,

    /// <summary>A box without height or width whose overflow is hidden.</summary>
    Collapsed,

    /// <summary>A box of a pixel, or one that is clipped to nothing.</summary>
    Clipped,

    /// <summary>A place far off the page, by position, indent, margin or transformation.</summary>
    OffPage,

    /// <summary>A font size of nothing, or nearly nothing.</summary>
    FontSize,

    /// <summary>The colour of the ground that the text stands on, or no colour.</summary>
    Color,

    /// <summary>Text of a <c>noscript</c> element on a page that shows its text.</summary>
    NoScript,

    /// <summary>Values of microdata that are written for machines: addresses, sizes, dates run together.</summary>
    Microdata,
}

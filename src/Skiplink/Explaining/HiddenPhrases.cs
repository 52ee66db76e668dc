using Skiplink.PageModel;

namespace Skiplink.Explaining;

/// <summary>What hides a text from readers, in words.</summary>
internal static class HiddenPhrases
{
    /// <summary>The words for a reason; null for what is shown.</summary>
    public static string? Of(HiddenReason reason) => reason switch
    {
        HiddenReason.None => null,
        HiddenReason.Attribute => "the attribute hidden",
        HiddenReason.Display => "display: none in an inline style",
        HiddenReason.Visibility => "visibility: hidden in an inline style",
        HiddenReason.Opacity => "opacity: 0 in an inline style",
        HiddenReason.Collapsed => "a box without height or width",
        HiddenReason.Clipped => "a box of a pixel, or one clipped to nothing",
        HiddenReason.OffPage => "a place far off the page",
        HiddenReason.FontSize => "a font too small to be read",
        HiddenReason.Color => "the colour of the ground, or none",
        HiddenReason.NoScript => "noscript on a page that shows its text",
        HiddenReason.Microdata => "values of microdata for machines",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };
}

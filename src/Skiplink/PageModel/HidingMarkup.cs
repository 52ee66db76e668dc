using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>The attributes of one element that may hide its text, as they are met.</summary>
internal ref struct HidingMarkup
{
    /// <summary>The value of its <c>style</c>.</summary>
    public ReadOnlySpan<byte> Style;

    /// <summary>The value of its <c>color</c>.</summary>
    public ReadOnlySpan<byte> Color;

    /// <summary>The value of its <c>bgcolor</c>.</summary>
    public ReadOnlySpan<byte> Ground;

    /// <summary>The ids of the elements that it opens, or the fragment of the page that it leads to; empty for most.</summary>
    public Utf8Slice Controls;

    /// <summary>Whether it has <c>hidden</c>, and not <c>hidden="until-found"</c>, which a search of the page shows.</summary>
    public bool IsHidden;

    /// <summary>Whether it has a class or an id, by which a style sheet may give it another colour or size.</summary>
    public bool IsNamed;

    /// <summary>Whether it has any of these that change how its text is shown.</summary>
    public readonly bool IsAny => IsHidden || !Style.IsEmpty || !Color.IsEmpty || !Ground.IsEmpty;

    /// <summary>Takes in a <c>hidden</c> attribute.</summary>
    public void AddHidden(ReadOnlySpan<byte> value) => IsHidden = !Ascii.EqualsIgnoreCase(value.TrimWhiteSpace(), "until-found"u8);
}

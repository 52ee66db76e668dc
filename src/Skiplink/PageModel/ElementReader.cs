using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>Reads the attributes of an element's start tag: the context flags that it brings, and its signature.</summary>
internal static class ElementReader
{
    /// <summary>The hash of a name.</summary>
    public static uint HashOf(int name) => (uint)name * 0x9E3779B1;

    /// <summary>Reads an element's attributes; whether they may say something of the page as a whole.</summary>
    /// <param name="page">The page.</param>
    /// <param name="attributes">The attributes.</param>
    /// <param name="values">Is given the values of those that name the element.</param>
    /// <param name="own">What the element brings; what its attributes bring is added.</param>
    /// <param name="signature">The hash of its name; its class is added.</param>
    /// <param name="hiding">Is given what may hide its text.</param>
    public static bool ReadAttributes(
        in PageBytes page, ReadOnlySpan<AttributeRow> attributes, AttributeInterner values, ref ContextFlags own, ref uint signature,
        ref HidingMarkup hiding)
    {
        bool isMetadata = false;
        foreach (ref readonly AttributeRow attribute in attributes)
        {
            if ((uint)attribute.Name >= (uint)Meanings.Length)
                continue;
            switch (Meanings[attribute.Name])
            {
                case Meaning.None:
                    break;
                case Meaning.Class:
                    signature = Fnv1a.Combine(signature, values.Add(page, attribute).Signature);
                    hiding.IsNamed = true;
                    break;
                case Meaning.Id:
                    values.Add(page, attribute);
                    hiding.IsNamed = true;
                    break;
                case Meaning.Role:
                    values.Add(page, attribute);
                    own |= OfRole(page.Of(attribute.Value));
                    break;
                case Meaning.Hidden:
                    own |= ContextFlags.Hidden;
                    hiding.AddHidden(page.Of(attribute.Value));
                    break;
                case Meaning.AriaHidden:
                    if (page.Of(attribute.Value).SequenceEqual("true"u8))
                        own |= ContextFlags.AriaHidden;
                    break;
                case Meaning.Modal:
                    own |= ContextFlags.Dialog;
                    break;
                case Meaning.Style:
                    hiding.Style = page.Of(attribute.Value);
                    if (HidesByStyle(hiding.Style))
                        own |= ContextFlags.Hidden;
                    break;
                case Meaning.Controls:
                    hiding.Controls = attribute.Value;
                    break;
                case Meaning.Fragment:
                    if (attribute.ValueLength > 1 && page.From(attribute.ValueStart)[0] == '#')
                        hiding.Controls = attribute.Value;
                    break;
                case Meaning.Color:
                    hiding.Color = page.Of(attribute.Value);
                    break;
                case Meaning.Ground:
                    hiding.Ground = page.Of(attribute.Value);
                    break;
                case Meaning.Itemprop:
                    values.Add(page, attribute);
                    isMetadata = true;
                    break;
                case Meaning.Metadata:
                    isMetadata = true;
                    break;
                default:
                    isMetadata |= attribute.ValueLength >= "author".Length;
                    break;
            }
        }
        return isMetadata;
    }

    private enum Meaning : byte
    {
        None,
        Class,
        Id,
        Role,
        Hidden,
        AriaHidden,
        Modal,
        Style,
        Controls,
        Fragment,
        Color,
        Ground,
        Itemprop,
        Metadata,
        Rel,
    }

    private static readonly Meaning[] Meanings = MakeMeanings();

    private static Meaning[] MakeMeanings()
    {
        Meaning[] meanings = new Meaning[HtmlNames.KnownCount + 1];
        meanings[HtmlNames.Class] = Meaning.Class;
        meanings[HtmlNames.Id] = Meaning.Id;
        meanings[HtmlNames.Role] = Meaning.Role;
        meanings[HtmlNames.Hidden] = Meaning.Hidden;
        meanings[HtmlNames.AriaHidden] = Meaning.AriaHidden;
        meanings[HtmlNames.AriaModal] = Meaning.Modal;
        meanings[HtmlNames.Style] = Meaning.Style;
        meanings[HtmlNames.AriaControls] = Meaning.Controls;
        meanings[HtmlNames.DataTarget] = meanings[HtmlNames.Href] = Meaning.Fragment;
        meanings[HtmlNames.Color] = Meaning.Color;
        meanings[HtmlNames.Bgcolor] = Meaning.Ground;
        meanings[HtmlNames.Itemprop] = Meaning.Itemprop;
        meanings[HtmlNames.Typeof] = meanings[HtmlNames.Property] = Meaning.Metadata;
        meanings[HtmlNames.Rel] = Meaning.Rel;
        return meanings;
    }

    private static ContextFlags OfRole(ReadOnlySpan<byte> role) =>
        role.SequenceEqual("navigation"u8) || role.SequenceEqual("menu"u8) || role.SequenceEqual("menubar"u8) ? ContextFlags.Nav
        : role.SequenceEqual("banner"u8) ? ContextFlags.Header
        : role.SequenceEqual("contentinfo"u8) ? ContextFlags.Footer
        : role.SequenceEqual("complementary"u8) ? ContextFlags.Aside
        : role.SequenceEqual("main"u8) ? ContextFlags.Main
        : role.SequenceEqual("article"u8) ? ContextFlags.Article
        : role.SequenceEqual("dialog"u8) || role.SequenceEqual("alertdialog"u8) ? ContextFlags.Dialog
        : role.SequenceEqual("heading"u8) ? ContextFlags.Heading
        : role.SequenceEqual("button"u8) ? ContextFlags.Button
        : role.SequenceEqual("search"u8) ? ContextFlags.Form
        : ContextFlags.None;

    /// <summary>Whether a <c>style</c> says <c>display: none</c> or <c>visibility: hidden</c>, white space apart.</summary>
    private static bool HidesByStyle(ReadOnlySpan<byte> style) =>
        Says(style, "display"u8, "none"u8) || Says(style, "visibility"u8, "hidden"u8);

    private static bool Says(ReadOnlySpan<byte> style, ReadOnlySpan<byte> property, ReadOnlySpan<byte> value)
    {
        int at = style.IndexOf(property);
        if (at < 0)
            return false;
        ReadOnlySpan<byte> rest = style[(at + property.Length)..].TrimWhiteSpaceStart();
        return rest.StartsWith(":"u8) && rest[1..].TrimWhiteSpaceStart().StartsWith(value);
    }
}

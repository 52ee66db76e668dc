using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Blocks;

/// <summary>Reads what an element's start tag says of itself: what it brings its descendants to stand in, and its signature.</summary>
internal static class ElementReader
{
    private const uint Prime = 16777619;

    /// <summary>Reads an element; whether it may say something of the page as a whole.</summary>
    public static bool Read(HtmlDocument document, ref ElementRow element, in ElementRow parent, MarkupValues values)
    {
        ref NodeRow row = ref document.Nodes[element.Node];
        Surroundings own = OfName(row.Name);
        bool isNote = row.Name is HtmlNames.H1 or HtmlNames.Time or HtmlNames.Abbr;
        uint signature = (uint)row.Name * 0x9E3779B1;
        element.FirstValue = values.Uses;
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            switch (attribute.Name)
            {
                case HtmlNames.Class:
                    signature = (signature ^ values.Add(document, attribute).Signature) * Prime;
                    break;
                case HtmlNames.Id:
                    values.Add(document, attribute);
                    break;
                case HtmlNames.Role:
                    values.Add(document, attribute);
                    own |= OfRole(document.BytesOf(attribute.Value));
                    break;
                case HtmlNames.Hidden:
                    own |= Surroundings.Hidden;
                    break;
                case HtmlNames.AriaHidden:
                    if (document.BytesOf(attribute.Value).SequenceEqual("true"u8))
                        own |= Surroundings.AriaHidden;
                    break;
                case HtmlNames.AriaModal:
                    own |= Surroundings.Dialog;
                    break;
                case HtmlNames.Style:
                    if (HidesByStyle(document.BytesOf(attribute.Value)))
                        own |= Surroundings.Hidden;
                    break;
                case HtmlNames.Itemprop:
                    values.Add(document, attribute);
                    isNote = true;
                    break;
                case HtmlNames.Typeof or HtmlNames.Property:
                    isNote = true;
                    break;
                case HtmlNames.Rel:
                    isNote |= attribute.ValueLength >= "author".Length;
                    break;
                default:
                    break;
            }
        }
        element.Name = row.Name;
        element.Signature = signature;
        element.PathSignature = (parent.PathSignature ^ signature) * Prime;
        element.TagSignature = (parent.TagSignature ^ ((uint)row.Name * 0x9E3779B1)) * Prime;
        element.Surroundings = parent.Surroundings | own;
        return isNote;
    }

    private static Surroundings OfName(int name) => name switch
    {
        HtmlNames.Nav => Surroundings.Nav,
        HtmlNames.Header => Surroundings.Header,
        HtmlNames.Footer => Surroundings.Footer,
        HtmlNames.Aside => Surroundings.Aside,
        HtmlNames.Main => Surroundings.Main,
        HtmlNames.Article => Surroundings.Article,
        HtmlNames.Form => Surroundings.Form,
        HtmlNames.Figure => Surroundings.Figure,
        HtmlNames.Figcaption or HtmlNames.Caption => Surroundings.Caption,
        HtmlNames.Table => Surroundings.Table,
        HtmlNames.Ul or HtmlNames.Ol or HtmlNames.Menu => Surroundings.List,
        HtmlNames.Dl => Surroundings.Definition,
        HtmlNames.Blockquote => Surroundings.Quotation,
        HtmlNames.Pre => Surroundings.Preformatted,
        HtmlNames.Button => Surroundings.Button,
        HtmlNames.A => Surroundings.Link,
        HtmlNames.H1 or HtmlNames.H2 or HtmlNames.H3 or HtmlNames.H4 or HtmlNames.H5 or HtmlNames.H6 => Surroundings.Heading,
        HtmlNames.Dialog => Surroundings.Dialog,
        HtmlNames.Noscript => Surroundings.NoScript,
        HtmlNames.Select => Surroundings.Select,
        HtmlNames.Label => Surroundings.Label,
        HtmlNames.Details => Surroundings.Details,
        HtmlNames.Section => Surroundings.Section,
        HtmlNames.P => Surroundings.Paragraph,
        _ => Surroundings.None,
    };

    private static Surroundings OfRole(ReadOnlySpan<byte> role) =>
        role.SequenceEqual("navigation"u8) || role.SequenceEqual("menu"u8) || role.SequenceEqual("menubar"u8) ? Surroundings.Nav
        : role.SequenceEqual("banner"u8) ? Surroundings.Header
        : role.SequenceEqual("contentinfo"u8) ? Surroundings.Footer
        : role.SequenceEqual("complementary"u8) ? Surroundings.Aside
        : role.SequenceEqual("main"u8) ? Surroundings.Main
        : role.SequenceEqual("article"u8) ? Surroundings.Article
        : role.SequenceEqual("dialog"u8) || role.SequenceEqual("alertdialog"u8) ? Surroundings.Dialog
        : role.SequenceEqual("heading"u8) ? Surroundings.Heading
        : role.SequenceEqual("button"u8) ? Surroundings.Button
        : role.SequenceEqual("search"u8) ? Surroundings.Form
        : Surroundings.None;

    /// <summary>Whether a <c>style</c> says <c>display: none</c> or <c>visibility: hidden</c>, white space apart.</summary>
    private static bool HidesByStyle(ReadOnlySpan<byte> style) => Says(style, "display"u8, "none"u8) || Says(style, "visibility"u8, "hidden"u8);

    private static bool Says(ReadOnlySpan<byte> style, ReadOnlySpan<byte> property, ReadOnlySpan<byte> value)
    {
        int at = style.IndexOf(property);
        if (at < 0)
            return false;
        ReadOnlySpan<byte> rest = style[(at + property.Length)..].TrimStart(" \t\n"u8);
        return rest.StartsWith(":"u8) && rest[1..].TrimStart(" \t\n"u8).StartsWith(value);
    }
}

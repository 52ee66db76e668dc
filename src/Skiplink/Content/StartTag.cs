using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>What the walk wants to know of most start tags, read in one pass over the attributes.</summary>
internal readonly ref struct StartTag
{
    public TextDirection Direction { get; }

    public StartTag(HtmlDocument document, in NodeRow row, uint signature, ClassMeaningCache meanings)
    {
        foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(row.DataStart, row.DataLength))
        {
            switch (attribute.Name)
            {
                case HtmlNames.Class:
                    Meaning = meanings.Of(signature, document.BytesOf(attribute.Value));
                    break;
                case HtmlNames.Dir:
                    Direction = DirectionOf(document.BytesOf(attribute.Value));
                    break;
                case HtmlNames.Href:
                    Href = document.BytesOf(attribute.Value);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Where a link leads, as it is written.</summary>
    public ReadOnlySpan<byte> Href { get; }

    /// <summary>What the words of the class say.</summary>
    public ClassMeaning Meaning { get; }

    public static TextDirection DirectionOf(ReadOnlySpan<byte> value) =>
        Ascii.EqualsIgnoreCase(value, "rtl"u8) ? TextDirection.RightToLeft : Ascii.EqualsIgnoreCase(value, "ltr"u8)
            ? TextDirection.LeftToRight : TextDirection.Unknown;
}

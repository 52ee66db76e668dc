using System.Buffers;
using Skiplink.Html;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// Finds blocks that are values of microdata for machines and nothing else, run together: the address of a logo, its width and height, a
/// date with its time zone. Pages hide them by style sheets, which are not read.
/// </summary>
internal static class MachineValues
{
    /// <summary>A block of such values has no more texts than this.</summary>
    private const int MaxTexts = 24;

    private static readonly SearchValues<byte> NumberSigns = SearchValues.Create("0123456789.-"u8);

    /// <summary>Marks the blocks as hidden.</summary>
    public static void Hide(HtmlDocument document, BlockTableBuilder blocks)
    {
        if (!HasMicrodata(blocks.Elements.Values))
            return;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].IsHidden && blocks[i].Links == 0 && IsMachineBlock(document, blocks, i))
                blocks[i].Hidden = HiddenReason.Microdata;
        }
    }

    private static bool HasMicrodata(AttributeInterner values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].Attribute == HtmlNames.Itemprop)
                return true;
        }
        return false;
    }

    private static bool IsMachineBlock(HtmlDocument document, BlockTableBuilder blocks, int block)
    {
        int texts = 0;
        bool isPlain = false;
        for (int node = blocks[block].FirstNode; node <= blocks[block].LastNode; node++)
        {
            if (!blocks.IsAssigned(node, block))
                continue;
            HtmlNode text = new(document, node);
            ReadOnlySpan<byte> value = text.Utf8Text.TrimWhiteSpace();
            if (value.IsEmpty)
                continue;
            bool isForMachines = IsAddress(value) || IsMoment(value);
            if (++texts > MaxTexts || !(isForMachines || IsNumber(value)) || !text.Parent.HasAttribute(HtmlNames.Itemprop))
                return false;
            isPlain |= isForMachines;
        }
        // Numbers alone may be a rating or a price, which readers see.
        return isPlain;
    }

    private static bool IsAddress(ReadOnlySpan<byte> value) =>
        (value.StartsWith("https://"u8) || value.StartsWith("http://"u8) || value.StartsWith("//"u8))
        && value.IndexOfAny(Characters.AsciiWhiteSpace) < 0;

    /// <summary>A date with a time behind it, as ISO 8601 writes them: nobody writes that for people.</summary>
    private static bool IsMoment(ReadOnlySpan<byte> value) =>
        value.Length >= 16 && value[4] == '-' && value[7] == '-' && value[10] == 'T' && value[13] == ':'
        && !value[..4].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool IsNumber(ReadOnlySpan<byte> value)
    {
        value = value.EndsWith("px"u8) ? value[..^2] : value;
        return value.Length is > 0 and <= 8 && value.IndexOfAnyExcept(NumberSigns) < 0;
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Addresses;

/// <summary>
/// Rewrites an address as a browser reads it (URL standard, 4.4), with every character percent-encoded that a writer, a reader of Markdown
/// or an XML parser might drop, trim or take for markup. The result has no white space but spaces inside, no control or format character,
/// and none of <c>" &lt; &gt; \ ` |</c>.
/// </summary>
internal static class AddressText
{
    private static readonly SearchValues<byte> Unchanged =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static i => (byte)i).Except("\"<>\\`|"u8.ToArray())]);

    /// <summary>Whether an address is written as it is.</summary>
    public static bool IsNormal(ReadOnlySpan<byte> address) => !address.ContainsAnyExcept(Unchanged);

    /// <summary>The address as it is written; it is the address itself, or stands in the buffer.</summary>
    /// <param name="address">An address as the page writes it, in UTF-8.</param>
    /// <param name="buffer">Room for the result; it is cleared first, and must not hold the address.</param>
    public static ReadOnlySpan<byte> Normalize(ReadOnlySpan<byte> address, ByteBuffer buffer)
    {
        address = TrimControls(address);
        if (IsNormal(address))
            return address;
        buffer.Clear();
        bool isBeforeQuery = true;
        while (!address.IsEmpty)
        {
            int length = 1;
            switch (address[0])
            {
                case (byte)'\t' or (byte)'\n' or (byte)'\r':
                    break;
                case (byte)'\\' when isBeforeQuery && IsHierarchical(buffer.Span(0, buffer.Count)):
                    buffer.Add((byte)'/');
                    break;
                case < (byte)' ' or 0x7F or (byte)'"' or (byte)'<' or (byte)'>' or (byte)'\\' or (byte)'`' or (byte)'|':
                    AddEncoded(address[0], buffer);
                    break;
                case >= 0x80:
                    length = AddRune(address, buffer);
                    break;
                default:
                    isBeforeQuery &= address[0] is not ((byte)'?' or (byte)'#');
                    buffer.Add(address[0]);
                    break;
            }
            address = address[length..];
        }
        return buffer.Span(0, buffer.Count);
    }

    private static ReadOnlySpan<byte> TrimControls(ReadOnlySpan<byte> address)
    {
        int start = 0, end = address.Length;
        while (start < end && address[start] <= ' ')
            start++;
        while (end > start && address[end - 1] <= ' ')
            end--;
        return address[start..end];
    }

    /// <summary>
    /// Whether a backslash behind this is read as a slash: in addresses of the web, and in those that are relative to one.
    /// </summary>
    private static bool IsHierarchical(ReadOnlySpan<byte> before)
    {
        ReadOnlySpan<byte> scheme = SafeAddress.SchemeOf(before);
        return scheme.IsEmpty || SafeAddress.IsWeb(scheme) || Ascii.EqualsIgnoreCase(scheme, "ftp"u8);
    }

    private static int AddRune(ReadOnlySpan<byte> address, ByteBuffer buffer)
    {
        bool isVisible = Rune.DecodeFromUtf8(address, out Rune rune, out int length) == OperationStatus.Done && IsVisible(rune);
        foreach (byte b in address[..length])
        {
            if (isVisible)
                buffer.Add(b);
            else
                AddEncoded(b, buffer);
        }
        return length;
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    private static void AddEncoded(byte value, ByteBuffer buffer)
    {
        buffer.Add((byte)'%');
        buffer.Add("0123456789ABCDEF"u8[value >> 4]);
        buffer.Add("0123456789ABCDEF"u8[value & 15]);
    }
}

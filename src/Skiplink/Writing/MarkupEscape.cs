using System.Buffers;
using System.Diagnostics;
using Skiplink.Addresses;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Writes text into HTML and XML. Characters that XML 1.0 does not allow are left out, so that the same text is sound in both.
/// </summary>
internal static class MarkupEscape
{
    // Beside the four: controls, and EF, which begins U+FFFE and U+FFFF.
    private static readonly SearchValues<byte> Special =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(static i => (byte)i), .. "<>&\""u8, 0x7F, 0xEF]);

    public static void Write(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        int from = 0;
        for (int at = text.IndexOfAny(Special); at >= 0; at = text[from..].IndexOfAny(Special) is >= 0 and var next ? from + next : -1)
        {
            output.Add(text[from..at]);
            int length = 1;
            switch (text[at])
            {
                case (byte)'<':
                    output.Add("&lt;"u8);
                    break;
                case (byte)'>':
                    output.Add("&gt;"u8);
                    break;
                case (byte)'&':
                    output.Add("&amp;"u8);
                    break;
                case (byte)'"':
                    output.Add("&quot;"u8);
                    break;
                case (byte)'\n' or (byte)'\t':
                    output.Add(text[at]);
                    break;
                case 0xEF when text[at..].StartsWith("\uFFFE"u8) || text[at..].StartsWith("\uFFFF"u8):
                    length = 3;
                    break;
                case 0xEF:
                    output.Add(text[at]);
                    break;
                default:
                    break;
            }
            from = at + length;
        }
        output.Add(text[from..]);
    }

    /// <summary>Writes an address that <see cref="SafeAddress"/> made as <c> name="value"</c>: nothing in it is dropped here.</summary>
    public static void Address(ByteBuffer output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> address)
    {
        Debug.Assert(!address.ContainsAnyInRange((byte)0, (byte)0x1F) && !address.Contains((byte)0x7F));
        Debug.Assert(address.IndexOf("\uFFFE"u8) < 0 && address.IndexOf("\uFFFF"u8) < 0);
        Attribute(output, name, address);
    }

    /// <summary>Writes <c> name="value"</c>.</summary>
    public static void Attribute(ByteBuffer output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        output.Add((byte)' ');
        output.Add(name);
        output.Add("=\""u8);
        Write(value, output);
        output.Add((byte)'"');
    }
}

using System.Globalization;

namespace Skiplink.Archives.Mhtml;

/// <summary>Undoes the quoted-printable encoding (RFC 2045, 6.7).</summary>
internal static class QuotedPrintable
{
    public static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[text.Length];
        int count = 0;
        while (!text.IsEmpty)
        {
            int plain = text.IndexOf((byte)'=');
            ReadOnlySpan<byte> run = plain < 0 ? text : text[..plain];
            run.CopyTo(bytes.AsSpan(count));
            count += run.Length;
            if (plain < 0)
                break;
            text = text[(plain + 1)..];
            ReadOnlySpan<byte> afterSpace = text.TrimStart(" \t"u8);
            if (afterSpace.StartsWith("\r\n"u8))
                text = afterSpace[2..];
            else if (afterSpace.StartsWith("\n"u8))
                text = afterSpace[1..];
            else if (text.Length >= 2 && byte.TryParse(text[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                out byte value))
            {
                bytes[count++] = value;
                text = text[2..];
            }
            else
            {
                // An equals sign that stands for itself is a fault of the writer, and kept.
                bytes[count++] = (byte)'=';
            }
        }
        return bytes.AsMemory(0, count);
    }
}

using System.Text;

namespace Skiplink.Html.Encodings;

/// <summary>Decodes an encoding whose bytes below 80 are ASCII and whose other bytes are one character each.</summary>
/// <param name="high">The characters of bytes 80 to FF.</param>
internal sealed class SingleByteDecoder(string high) : Decoder
{
    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (int i = 0; i < byteCount; i++)
        {
            byte b = bytes[byteIndex + i];
            chars[charIndex + i] = b < 0x80 ? (char)b : high[b - 0x80];
        }
        return byteCount;
    }
}

using Skiplink.Html.Arena;
using Skiplink.Html.Scanning;

namespace Skiplink.Html.References;

/// <summary>Decodes text and attribute values that differ from the source.</summary>
internal static class TextDecoder
{
    public static ReadOnlySpan<byte> ReplacementCharacter => "\uFFFD"u8;

    /// <summary>
    /// Appends text to a buffer: CR and CR LF as LF (13.2.3.5), U+0000 as U+FFFD, and the characters of character references.
    /// </summary>
    public static void Decode(ReadOnlySpan<byte> source, int start, int end, bool decodeReferences, bool inAttribute, ByteBuffer decoded)
    {
        byte reference = decodeReferences ? (byte)'&' : (byte)0;
        int i = start;
        while (true)
        {
            i = PlainCopy.Run(source, i, end, reference, decoded);
            if (i == end)
                return;
            switch (source[i])
            {
                case (byte)'&':
                    int taken = CharacterReferences.Decode(source[i..end], inAttribute, decoded);
                    if (taken == 0)
                        decoded.Add((byte)'&');
                    i += Math.Max(taken, 1);
                    break;
                case (byte)'\r':
                    decoded.Add((byte)'\n');
                    i += i + 1 < end && source[i + 1] == '\n' ? 2 : 1;
                    break;
                default:
                    decoded.Add(ReplacementCharacter);
                    i++;
                    break;
            }
        }
    }

    /// <summary>Appends the decoded value of an attribute to the decoded buffer and returns its slice.</summary>
    public static Utf8Slice DecodeValue(ReadOnlySpan<byte> source, int start, int end, ByteBuffer decoded)
    {
        int written = decoded.Count;
        Decode(source, start, end, decodeReferences: true, inAttribute: true, decoded);
        return Utf8Slice.OfDecoded(written, decoded.Count - written);
    }
}

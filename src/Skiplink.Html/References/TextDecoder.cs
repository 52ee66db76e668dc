using Skiplink.Html.Arena;
using Skiplink.Html.Scanning;

namespace Skiplink.Html.References;

/// <summary>Decodes what cannot stay a slice of the source.</summary>
internal static class TextDecoder
{
    public static ReadOnlySpan<byte> ReplacementCharacter => "\uFFFD"u8;

    /// <summary>Writes text to the side buffer: CR and CR LF as LF (13.2.3.5), U+0000 as U+FFFD, character references as what they stand for.</summary>
    public static void Decode(ReadOnlySpan<byte> source, int start, int end, bool decodeReferences, bool inAttribute, ByteBuffer side)
    {
        byte reference = decodeReferences ? (byte)'&' : (byte)0;
        int i = start;
        while (true)
        {
            i = PlainCopy.Run(source, i, end, reference, side);
            if (i == end)
                return;
            switch (source[i])
            {
                case (byte)'&':
                    int taken = CharacterReferences.Decode(source[i..end], inAttribute, side);
                    if (taken == 0)
                        side.Add((byte)'&');
                    i += Math.Max(taken, 1);
                    break;
                case (byte)'\r':
                    side.Add((byte)'\n');
                    i += i + 1 < end && source[i + 1] == '\n' ? 2 : 1;
                    break;
                default:
                    side.Add(ReplacementCharacter);
                    i++;
                    break;
            }
        }
    }

    /// <summary>Writes an attribute's value to the side buffer and returns where it stands.</summary>
    public static Utf8Slice DecodeValue(ReadOnlySpan<byte> source, int start, int end, ByteBuffer side)
    {
        int written = side.Count;
        Decode(source, start, end, decodeReferences: true, inAttribute: true, side);
        return Utf8Slice.OfDecoded(written, side.Count - written);
    }
}

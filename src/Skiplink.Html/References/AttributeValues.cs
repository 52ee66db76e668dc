using Skiplink.Html.Arena;

namespace Skiplink.Html.References;

/// <summary>The values of attributes, decoded on first use.</summary>
internal static class AttributeValues
{
    /// <summary>The decoded value of a row. Safe to call from several threads while nobody parses.</summary>
    public static ReadOnlySpan<byte> Of(AttributeTable attributes, int index, Utf8Storage text)
    {
        ref AttributeRow row = ref attributes[index];
        if (Volatile.Read(ref row.IsRaw))
            Decode(ref row, text);
        return text.BytesOf(row.Value);
    }

    /// <summary>
    /// Decodes a raw value and replaces it in its row. Other threads may read meanwhile: bytes that they got from the buffer stay valid,
    /// and the row is marked as decoded last.
    /// </summary>
    private static void Decode(ref AttributeRow row, Utf8Storage text)
    {
        lock (text)
        {
            if (!row.IsRaw)
                return;
            Utf8Slice decoded = TextDecoder.DecodeValue(text.Source.Span, row.ValueStart, row.ValueStart + row.ValueLength, text.Decoded);
            row.ValueStart = decoded.Start;
            row.ValueLength = decoded.Length;
            Volatile.Write(ref row.IsRaw, false);
        }
    }
}

using System.Collections.Frozen;
using System.Text;

namespace Skiplink.Html.Encodings;

/// <summary>
/// Finds encodings by label and creates their decoders. Single-byte encodings that the base class library lacks are tables here.
/// </summary>
internal static class PageEncodings
{
    public const string Utf8 = "UTF-8";
    public const string Windows1252 = "windows-1252";

    private static readonly FrozenDictionary<string, int> Labels = EncodingTable.Rows
        .SelectMany(static (row, index) => row.Labels.Split(' ').Select(label => (label, index)))
        .ToFrozenDictionary(static pair => pair.label, static pair => pair.index, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> CodePages =
        EncodingTable.Rows.ToFrozenDictionary(static row => row.Name, static row => row.CodePage, StringComparer.Ordinal);

    /// <summary>The name of the encoding of a label ("get an encoding" of the standard), or null if the label is unknown.</summary>
    public static string? ByLabel(ReadOnlySpan<char> label) =>
        Labels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label.Trim(" \t\n\f\r"), out int index)
            ? EncodingTable.Rows[index].Name
            : null;

    /// <inheritdoc cref="ByLabel(ReadOnlySpan{char})"/>
    public static string? ByLabel(ReadOnlySpan<byte> label)
    {
        Span<char> characters = stackalloc char[64];
        return label.Length <= characters.Length ? ByLabel(characters[..Encoding.Latin1.GetChars(label, characters)]) : null;
    }

    /// <summary>A decoder for an encoding by its name. Invalid bytes become U+FFFD.</summary>
    public static Decoder DecoderOf(string name)
    {
        int codePage = CodePages[name];
        if (codePage == 65001)
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetDecoder();
        if (codePage != 0)
        {
            Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
            encoding = (Encoding)encoding.Clone();
            encoding.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
            return encoding.GetDecoder();
        }
        return new SingleByteDecoder(name switch
        {
            "ISO-8859-10" => Latin6,
            "ISO-8859-14" => Latin8,
            "ISO-8859-16" => Latin10,
            _ => UserDefined,
        });
    }

    // Bytes A0 to FF of ISO-8859-10; 80 to 9F are the C1 controls.
    private static string Latin6 =>
        High("\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ");

    // Bytes A0 to FF of ISO-8859-14; 80 to 9F are the C1 controls.
    private static string Latin8 =>
        High("\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ");

    // Bytes A0 to FF of ISO-8859-16; 80 to 9F are the C1 controls.
    private static string Latin10 =>
        High("\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ");

    // x-user-defined: bytes 80 to FF are U+F780 to U+F7FF.
    private static string UserDefined => string.Create(128, 0, static (high, _) =>
    {
        for (int i = 0; i < high.Length; i++)
            high[i] = (char)(0xF780 + i);
    });

    private static string High(string fromA0) => string.Create(128, fromA0, static (high, from) =>
    {
        for (int i = 0; i < 32; i++)
            high[i] = (char)(0x80 + i);
        from.CopyTo(high[32..]);
    });
}

using System.Text;
using System.Text.Unicode;

namespace Skiplink.Html.Encodings;

/// <summary>Whether the bytes of a page can be in the encoding that is declared for it; if not, the encoding that they are in.</summary>
internal static class DeclaredEncoding
{
    /// <summary>So many UTF-8 sequences in a page without an invalid one are no chance: in single-byte encodings, and in others.</summary>
    private const int ChanceSequences = 3, ChanceSequencesEastAsian = 8;

    /// <summary>Up to so many bits for a byte beyond ASCII, the declared encoding explains the page well.</summary>
    private const double WellExplained = 6;

    /// <summary>An encoding must explain so many bytes, and each of them so many bits better, to be believed instead.</summary>
    private const double MinBytes = 60, MinGain = 1.5;

    public static string Check(ReadOnlySpan<byte> page, string declared)
    {
        if (declared is "UTF-16BE" or "UTF-16LE" or "replacement" or "x-user-defined" || Ascii.IsValid(page))
            return declared;
        if (declared == PageEncodings.Utf8)
            return Utf8.IsValid(page) || !Utf8Sequences.Count(page).AreAbsent ? declared : EncodingDetector.Detect(page).Name;
        if (Utf8.IsValid(page))
        {
            int atLeast = declared is "GBK" or "gb18030" or "Big5" or "EUC-JP" or "Shift_JIS" or "EUC-KR" or "ISO-2022-JP"
                ? ChanceSequencesEastAsian
                : ChanceSequences;
            return Utf8Sequences.Count(page).Valid >= atLeast ? PageEncodings.Utf8 : declared;
        }
        if (EncodingDetector.BitsPerByte(page, declared) is not > WellExplained)
            return declared;
        DetectedEncoding detected = EncodingDetector.Detect(page, declared);
        return detected.HighBytes >= MinBytes && detected.Gain >= MinGain ? detected.Name : declared;
    }
}

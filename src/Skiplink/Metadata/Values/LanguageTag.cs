using System.Buffers;
using Skiplink.Text;

namespace Skiplink.Metadata.Values;

/// <summary>Language tags (BCP 47) as pages write them.</summary>
internal static class LanguageTag
{
    private const int MostCharacters = 35;

    /// <summary>The tag with its usual letters, <c>en-GB</c> of <c>EN_gb</c>; empty when it is none.</summary>
    public static ReadOnlyMemory<char> Tidy(ReadOnlySpan<char> text, TextArena texts)
    {
        text = text.Trim();
        int end = text.IndexOfAny(',', ';', ' ');
        text = end >= 0 ? text[..end] : text;
        if (text.Length is 0 or > MostCharacters)
            return default;
        Span<char> tag = texts.Reserve(MostCharacters);
        int length = 0;
        foreach (Range range in text.SplitAny('-', '_'))
        {
            ReadOnlySpan<char> part = text[range];
            if (length == 0)
            {
                if (part.Length is < 2 or > 3 || part.IndexOfAnyExcept(Letters) >= 0 || IsNone(part))
                    return default;
                length = Write(part, tag, isUpper: false);
                continue;
            }
            if (part.Length is 0 or > 8 || part.IndexOfAnyExcept(LettersAndDigits) >= 0)
                return texts.Keep(tag[..length].IndexOf('-') is > 0 and int primary ? primary : length);
            tag[length++] = '-';
            int start = length;
            length += Write(part, tag[length..], isUpper: part.Length == 2);
            if (part.Length == 4)
                tag[start] = char.ToUpperInvariant(part[0]);
        }
        return texts.Keep(length);
    }

    private static bool IsNone(ReadOnlySpan<char> language) =>
        language.Equals("und", StringComparison.OrdinalIgnoreCase) || language.Equals("mul", StringComparison.OrdinalIgnoreCase)
            || language.Equals("zxx", StringComparison.OrdinalIgnoreCase) || language.Equals("xx", StringComparison.OrdinalIgnoreCase);

    private static int Write(ReadOnlySpan<char> part, Span<char> tag, bool isUpper) =>
        isUpper ? part.ToUpperInvariant(tag) : part.ToLowerInvariant(tag);

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The language alone, without script and region.</summary>
    public static ReadOnlySpan<char> Primary(ReadOnlySpan<char> tag) => tag.IndexOf('-') is > 0 and int end ? tag[..end] : tag;

    /// <summary>Whether 5/6/2024 is a day of May in a language: in the United States and the Philippines.</summary>
    public static bool PutsMonthFirst(ReadOnlySpan<char> tag) => tag is "en" or "en-US" or "en-PH" or "es-US" or "fil" or "fil-PH" or "tl";
}

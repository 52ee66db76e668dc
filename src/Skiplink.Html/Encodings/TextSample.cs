using System.Text;

namespace Skiplink.Html.Encodings;

/// <summary>
/// The words of a page that hold bytes beyond ASCII, with the bytes beside them, without knowing the encoding: tags, scripts and styles are
/// left out. No encoding that is told apart by this uses the bytes of <c>&lt;</c> and <c>&gt;</c> within a character.
/// </summary>
internal static class TextSample
{
    /// <summary>How many bytes of a word are kept before and behind its bytes beyond ASCII.</summary>
    private const int Margin = 2;

    /// <summary>The sample of a page's text, with at most <paramref name="maxHigh"/> bytes beyond ASCII.</summary>
    public static byte[] Of(ReadOnlySpan<byte> page, int maxHigh, out int high)
    {
        List<byte> sample = [];
        high = 0;
        int i = 0;
        while (i < page.Length && high < maxHigh)
        {
            if (page[i] == '<')
            {
                i = EndOfTag(page, i);
                continue;
            }
            int end = page[i..].IndexOf((byte)'<');
            end = end < 0 ? page.Length : i + end;
            Append(page[i..end], sample, ref high, maxHigh);
            i = end;
        }
        return [.. sample];
    }

    /// <summary>The primary language that the page's first element with <c>lang</c> names, or null.</summary>
    public static string? Language(ReadOnlySpan<byte> page)
    {
        ReadOnlySpan<byte> head = page.Length > 2048 ? page[..2048] : page;
        int at = head.IndexOf("lang="u8);
        if (at < 0)
            return null;
        ReadOnlySpan<byte> value = head[(at + 5)..].TrimStart("\"' "u8);
        int length = 0;
        while (length < value.Length && length < 3 && char.IsAsciiLetter((char)value[length]))
            length++;
        return length >= 2 ? Encoding.ASCII.GetString(value[..length]) : null;
    }

    private static void Append(ReadOnlySpan<byte> text, List<byte> sample, ref int high, int maxHigh)
    {
        int written = 0;
        while (written < text.Length && high < maxHigh)
        {
            int found = text[written..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (found < 0)
                break;
            int first = written + found, start = Math.Max(written, first - Margin), end = first;
            // A run ends after three ASCII bytes: fewer may be second bytes of characters.
            for (int ascii = 0; end < text.Length && ascii < 3; end++)
            {
                ascii = text[end] < 0x80 ? ascii + 1 : 0;
                high += text[end] >= 0x80 ? 1 : 0;
            }
            if (start > written && sample.Count > 0)
                sample.Add((byte)' ');
            sample.AddRange(text[start..end]);
            written = end;
        }
        if (sample.Count > 0 && sample[^1] != '\n')
            sample.Add((byte)'\n');
    }

    /// <summary>The place behind a tag; behind the end tag of a script, a style or a comment.</summary>
    private static int EndOfTag(ReadOnlySpan<byte> page, int start)
    {
        ReadOnlySpan<byte> rest = page[start..];
        ReadOnlySpan<byte> close = ">"u8;
        if (rest.StartsWith("<!--"u8))
            close = "-->"u8;
        else if (StartsWithName(rest, "script"u8))
            close = "</script"u8;
        else if (StartsWithName(rest, "style"u8))
            close = "</style"u8;
        int at = rest.IndexOf(close);
        if (at < 0 && close.Length > 1)
            at = rest.IndexOf(">"u8);
        return at < 0 ? page.Length : start + at + close.Length;
    }

    private static bool StartsWithName(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name) =>
        tag.Length > name.Length && Ascii.EqualsIgnoreCase(tag[1..(1 + name.Length)], name);
}

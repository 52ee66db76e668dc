using System.Text;
using CsCheck;
using Skiplink.Html.Arena;
using Skiplink.Text;
using Xunit;

namespace Skiplink.Tests;

/// <summary>Texts are read 64 bytes at a time, or 32 characters: what comes out is what a look at each character gives.</summary>
[Trait("Category", "HotPath")]
public sealed class WhiteSpaceTests
{
    // Long enough for several vectors, and full of what is left out or made a space of.
    private static readonly Gen<string> Texts = Gen.Frequency(
        (8, Gen.Char['a', 'z'].Array[1, 40].Select(static letters => new string(letters))),
        (5, Of(" ", "  ", "\n", "\t\r\n   ", "\u00A0", "\u2003", "\u2029", "\u202F", "\u205F", "\u3000")),
        (2, Of("\u00AD", "\u200B", "\u2060", "\uFEFF", "\u0001", "\u007F", "\u0085", "\u0090")),
        (3, Of("é", "’", "“", "–", "…", "中", "😀", "\uFF0C", "\u00A3", "&", "&amp;", "\\", "$"))).List[0, 24].Select(
            static parts => string.Concat(parts));

    [Fact]
    public void Collapsing_many_bytes_at_a_time_is_collapsing_one_by_one() => Gen.Select(Texts, Texts).Sample(static (text, behind) =>
    {
        byte[] memory = Encoding.UTF8.GetBytes(text + behind);
        int length = Encoding.UTF8.GetByteCount(text);
        ByteBuffer alone = new(), within = new();
        alone.Add("x"u8);
        bool hasSigns = WhiteSpace.Collapse(memory.AsSpan(0, length), alone);
        Assert.Equal(hasSigns, WhiteSpace.Collapse(memory, length, within));
        Assert.Equal(text.AsSpan().ContainsAny('\\', '$'), hasSigns);
        Assert.Equal("x" + Collapsed(text), Encoding.UTF8.GetString(alone.Span(0, alone.Count)));
        Assert.Equal(Collapsed(text), Encoding.UTF8.GetString(within.Span(0, within.Count)));
    });

    [Fact]
    public void A_value_is_tidied_alike_as_bytes_and_as_characters() => Texts.Sample(static text =>
    {
        TextArena texts = new();
        string tidy = Tidy.Text(text);
        Assert.Equal(tidy, Tidy.Text(Encoding.UTF8.GetBytes(text), texts).ToString());
        Assert.Equal(tidy, Tidy.Text(text.AsMemory(), texts).ToString());
        Assert.Equal(Tidied(System.Net.WebUtility.HtmlDecode(text)), tidy);
    });

    private static Gen<string> Of(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Collapsed(string text)
    {
        StringBuilder collapsed = new();
        foreach (char c in text)
        {
            if (IsSpace(c) && (collapsed.Length == 0 || collapsed[^1] != ' '))
                collapsed.Append(' ');
            else if (!IsSpace(c) && !IsInvisible(c))
                collapsed.Append(c);
        }
        return collapsed.ToString();
    }

    private static string Tidied(string text)
    {
        StringBuilder tidied = new();
        foreach (char c in text.Where(static c => !IsInvisible(c)))
        {
            bool isSpace = IsSpace(c) || c == '\u3000';
            if (!isSpace || (tidied.Length > 0 && tidied[^1] != ' '))
                tidied.Append(isSpace ? ' ' : c);
        }
        return tidied.ToString().TrimEnd(' ');
    }

    private static bool IsSpace(char c) =>
        c is (>= '\t' and <= '\r') or ' ' or '\u0085' or '\u00A0' or (>= '\u2000' and <= '\u200A')
            or '\u2028' or '\u2029' or '\u202F' or '\u205F';

    private static bool IsInvisible(char c) =>
        c is (< ' ' and not (>= '\t' and <= '\r')) or '\u007F' or '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';
}

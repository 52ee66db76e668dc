using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;
using Xunit;

namespace Skiplink.Tests;

/// <summary>What reads a page's text and values many bytes at a time, against the same done one by one.</summary>
[Trait("Category", "HotPath")]
public sealed partial class BlockReadingTests
{
    private static readonly string[] Parts =
        ["a", "Zeta", "é", "Ž", "語", "’", "\u00A0", "1911", "2099", "1899", "0042", "20", "_", " ", " ", ", ", ". ", "! ", "$", "£5",
        "x-9.com", "-", "\n", "extraordinarily", "İ"];
    private static readonly Gen<string> Texts = Gen.Int[0, Parts.Length - 1].Array[0, 120].Select(
        static parts => string.Concat(parts.Select(static p => Parts[p])));

    [GeneratedRegex(@"[\p{L}\p{Nd}\p{Nl}\p{No}_]+")]
    private static partial Regex Words();

    [Fact]
    public void Counts_of_a_text_are_those_of_its_characters() => Texts.Sample(text =>
    {
        (uint[] words, TextShape shape) = Read(Encoding.UTF8.GetBytes(text));
        // Chinese characters end words of their own accord, which is another matter.
        if (!text.Contains('語'))
        {
            Assert.Equal(Words().Matches(text).Select(static m => HashOf(m.Value)), words);
            Assert.Equal(
                Words().Matches(text)
                .Count(static m => m.Value.Length == 4 && int.TryParse(m.Value, out int year) && year is >= 1900 and < 2100), shape.Years);
        }
        Assert.Equal(text.Count(char.IsAsciiLetterUpper), shape.Upper);
        Assert.Equal(text.Count(char.IsAsciiDigit), shape.Digits);
        Assert.Equal(text.Count(static c => c == ','), shape.Commas);
        Assert.Equal(text.Count(static c => c is '.' or '!'), shape.Stops);
        Assert.Equal(text.Count(static c => c is '$' or '£'), shape.Currencies);
        Assert.Equal(text.Count(static c => c == '-'), shape.Symbols);
        Assert.Equal(text.Count(static c => c >= 128 && c != '\u00A0'), shape.Wide);
        Assert.Equal(
            Encoding.UTF8.GetByteCount(text.Replace("\u00A0", "", StringComparison.Ordinal)) - text.Count(static c => c is ' ' or '\n'),
            shape.Bytes);
    });

    [Fact]
    public void A_hash_depends_on_each_of_its_bytes_and_on_their_number() =>
        Gen.Select(Gen.Byte.Array[1, 200], Gen.Int[0, 199]).Sample((bytes, change) =>
    {
        ulong hash = BytesHash.Secret.Of(bytes);
        Assert.Equal(hash, BytesHash.Secret.Of([.. bytes]));
        Assert.NotEqual(hash, BytesHash.Secret.Of(bytes.AsSpan(1)));
        Assert.NotEqual(hash, BytesHash.Secret.Of([.. bytes, 0]));
        bytes[change % bytes.Length] ^= 1;
        Assert.NotEqual(hash, BytesHash.Secret.Of(bytes));
    });

    [Fact]
    public void Values_that_differ_have_hashes_that_differ()
    {
        HashSet<ulong> hashes = [];
        for (int i = 0; i < 200_000; i++)
            Assert.True(hashes.Add(BytesHash.Fixed.Of(Encoding.UTF8.GetBytes($"field_{i}_{i % 7}"))));
    }

    [Fact]
    public void Digits_are_found_and_taken_out() => Gen.Byte.Array[0, 150].Sample(static bytes =>
    {
        byte[] without = new byte[bytes.Length];
        int left = Digits.Remove(bytes, without);
        Assert.Equal(bytes.Where(static b => !char.IsAsciiDigit((char)b)), without[..left]);
        Assert.Equal(bytes.Any(static b => char.IsAsciiDigit((char)b)), Digits.Any(bytes));
    });

    [Fact]
    public void An_element_is_alike_to_the_nearest_of_seven_siblings_with_its_class() => Gen.Int[0, 9].Array[1, 60].Sample(classes =>
    {
        string page = string.Concat(classes.Select(static c => $"<p class={(char)('a' + c)}>x<b>y</b></p>"));
        BlockTable blocks = TestPage.Of(page).Blocks;
        int[] group = new int[classes.Length];
        for (int i = 0; i < classes.Length; i++)
        {
            int before = Enumerable.Range(1, 7).Select(back => i - back).FirstOrDefault(k => k >= 0 && classes[k] == classes[i], -1);
            group[i] = before < 0 ? i : group[before];
        }
        Assert.Equal(
            group.Select(g => group.Count(other => other == g)),
            blocks.Elements.Rows.ToArray().Where(static e => e.Name == HtmlNames.P).Select(static e => e.SiblingRun));
    });

    private static uint HashOf(string word)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(word);
        if (Ascii.IsValid(utf8))
            return WordHash.From(WordHash.TextSeed, Encoding.UTF8.GetBytes(word.ToLowerInvariant()));
        (uint[] words, _) = Read(utf8);
        return Assert.Single(words);
    }

    private static (uint[] Words, TextShape Shape) Read(byte[] text)
    {
        WordBuffer words = new();
        TextShape shape = default;
        TextScanner scanner = new(words);
        scanner.Read(text, ref shape);
        scanner.EndWord(ref shape);
        return (words.Slice(0, words.Count).ToArray(), shape);
    }
}

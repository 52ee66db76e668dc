using System.Text;
using CsCheck;
using Skiplink.PageModel;
using Skiplink.Text;
using Xunit;

namespace Skiplink.Tests;

[Trait("Category", "HotPath")]
public sealed class WordTests
{
    private static readonly string[] Parts =
        ["a", "Z", "e", "9", "_", " ", ",", ".", "-", "\n", "é", "ß", "語", "mill", "Wheelwright", "extraordinarily long "];
    private static readonly Gen<string> Texts = Gen.Int[0, Parts.Length - 1].Array[0, 60].Select(
        static parts => string.Concat(parts.Select(static p => Parts[p])));

    [Fact]
    public void A_text_has_the_same_words_in_one_piece_and_in_many() => Gen.Select(Texts, Gen.Int[1, 40]).Sample((text, length) =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        List<byte[]> pieces = [];
        for (int i = 0; i < bytes.Length;)
        {
            int end = Math.Min(bytes.Length, i + length);
            while (end < bytes.Length && (bytes[end] & 0xC0) == 0x80)
                end++;
            pieces.Add(bytes[i..end]);
            i = end;
        }
        (uint[] whole, TextShape shape) = Read([bytes]);
        (uint[] inPieces, TextShape shapeInPieces) = Read(pieces);
        Assert.Equal(whole, inPieces);
        Assert.Equal(shape.First, shapeInPieces.First);
        Assert.Equal(shape.Last, shapeInPieces.Last);
        Assert.Equal(
            (shape.Bytes, shape.Upper, shape.Wide, shape.Stops),
            (shapeInPieces.Bytes, shapeInPieces.Upper, shapeInPieces.Wide, shapeInPieces.Stops));
    });

    [Fact]
    public void What_stands_behind_a_text_does_not_count()
    {
        byte[] page = Encoding.UTF8.GetBytes(
            "The mill, 1911<b>Wheel, é! $</b> and what else stands there, for more than sixty-four bytes all in all");
        WordBuffer buffer = new();
        TextShape shape = default;
        TextScanner scanner = new(buffer);
        scanner.Read(page, 14, ref shape);
        scanner.EndWord(ref shape);
        (uint[] words, TextShape alone) = Read([page[..14]]);
        Assert.Equal(words, buffer.Slice(0, buffer.Count).ToArray());
        Assert.Equal(alone, shape);
    }

    [Fact]
    public void A_text_begins_and_ends_as_it_is_written()
    {
        Assert.Equal(
            ((byte)'H', (byte)'Y'), (Read(["  Harbour quaY "u8.ToArray()]).Shape.First, Read(["  Harbour quaY "u8.ToArray()]).Shape.Last));
        Assert.Equal((byte)'H', Read(["Hé"u8.ToArray()]).Shape.First);
    }

    [Fact]
    public void Words_of_markup_are_cut_at_small_and_capital_letters_in_long_values_too()
    {
        const string Value = "post-body__relatedLinks the-Recommendations";
        string longRun = new('x', 80);
        uint[] words = Split(Value, "");
        Assert.Equal(6, words.Length);
        Assert.Equal(WordHash.From(7, "related"u8), words[2]);
        Assert.Equal(words, Split(longRun + " " + Value + " " + longRun, ""));
        Assert.Equal(words, Split(longRun + " " + Value + " " + longRun, new string('y', 200)));
    }

    [Fact]
    public void Words_of_markup_do_not_depend_on_what_stands_behind_the_value() =>
        Gen.Char["aBcdE-_ 1é"].Array[0, 150].Sample(
            static value => Assert.Equal(Split(new(value), ""), Split(new(value), new string('z', 100))));

    private static uint[] Split(string value, string behind)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(value + behind);
        uint[] words = new uint[64];
        return words[..LetterRuns.Split(bytes, value.Length, 7, words, 0)];
    }

    [Fact]
    public void Keys_get_ids_in_the_order_in_which_they_come() => Gen.ULong[0, 2000].Array[0, 3000].Array[1, 3].Sample(pages =>
    {
        DenseIdMap ids = new();
        foreach (ulong[] keys in pages)
        {
            ids.Clear();
            Dictionary<ulong, int> expected = [];
            foreach (ulong key in keys)
            {
                expected.TryAdd(key, expected.Count);
                Assert.Equal(expected[key], ids.GetOrAdd(key));
            }
            Assert.Equal(expected.Count, ids.Count);
        }
    }, iter: 50);

    private static (uint[] Words, TextShape Shape) Read(IReadOnlyList<byte[]> pieces)
    {
        WordBuffer words = new();
        TextShape shape = default;
        TextScanner scanner = new(words);
        foreach (byte[] piece in pieces)
            scanner.Read(piece, ref shape);
        scanner.EndWord(ref shape);
        return (words.Slice(0, words.Count).ToArray(), shape);
    }
}

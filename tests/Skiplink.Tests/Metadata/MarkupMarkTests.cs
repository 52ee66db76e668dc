using System.Text;
using CsCheck;
using Skiplink.Metadata.Candidates;
using Xunit;

namespace Skiplink.Tests;

[Trait("Category", "HotPath")]
public sealed class MarkupMarkTests
{
    private static readonly Dictionary<MarkupMark, string[]> Words = new()
    {
        [MarkupMark.Author] =
            ["byline", "author", "autor", "auteur", "writer", "yazar", "redakteur", "redacteur", "forfatter", "journalist", "verfasser",
            "firma"],
        [MarkupMark.Date] = ["date", "time", "publish", "posted", "meta", "datum", "fecha", "data", "stamp"],
        [MarkupMark.Updated] = ["modified", "updated"],
        [MarkupMark.Published] = ["publish", "pubdate", "entry-date", "posted-on", "datecreated"],
        [MarkupMark.Beside] = ["related", "teaser", "recommend", "sidebar", "comment", "recent", "footer", "copyright"],
    };

    // Words, words in capitals, words that are cut off, and what stands between them in a class.
    private static readonly Gen<string> Values = Gen.Frequency(
        (3, OneOf([.. Words.Values.SelectMany(static w => w)])),
        (2, Gen.Char['a', 'z'].Array[0, 70].Select(static letters => new string(letters))),
        (2, OneOf("-", " ", "_", "é", "\u212A", "DATE", "By", "line", "auth", "or", "Ent", "ry-da", "te"))).List[0, 8].Select(
            static parts => string.Concat(parts));

    [Fact]
    public void A_value_has_a_mark_if_one_of_its_words_is_in_the_first_160_bytes() => Values.Sample(static value =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        string text = new([.. bytes.Take(160).Select(static b => b < 0x80 ? char.ToLowerInvariant((char)b) : '?')]);
        foreach ((MarkupMark mark, string[] words) in Words)
            Assert.Equal(words.Any(word => text.Contains(word, StringComparison.Ordinal)), MarkupMarks.HasAny(bytes, mark));
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}

using CsCheck;
using Skiplink.Features;
using Skiplink.Learning;
using Xunit;

namespace Skiplink.Tests;

[Trait("Category", "HotPath")]
public sealed class LexiconTests
{
    // Many hashes of one bucket, so that buckets run over.
    private static readonly Gen<Dictionary<uint, float>> Words = Gen.Dictionary(
        Gen.OneOf(Gen.UInt, Gen.Select(Gen.UInt[0, 1], Gen.UInt[0, 24], static (bucket, i) => unchecked(((bucket << 22) | i) * Inverse))),
        Gen.Float[0.3f, 6f].Select(Gen.Bool, static (weight, isMain) => isMain ? weight : -weight))[0, 400];

    // What undoes the product by which the lexicon mixes a hash.
    private const uint Inverse = 0x0E8B2F51;

    [Fact]
    public void Every_word_has_its_weight_and_no_other_has_one() => Words.Sample(words =>
    {
        Lexicon lexicon = new(words);
        uint[] hashes = [.. words.Keys];
        sbyte[] weights = new sbyte[hashes.Length];
        lexicon.LookUp(hashes, weights);
        for (int i = 0; i < hashes.Length; i++)
        {
            Assert.Equal(words[hashes[i]], weights[i] * Lexicon.Scale, Lexicon.Scale);
            uint other = hashes[i] ^ 0x00400000;
            Assert.Equal(words.ContainsKey(other), lexicon[other] != 0);
        }
    });

    [Fact]
    public void What_is_written_is_read_again() => Words.Sample(static words =>
    {
        byte[] written = new Lexicon(words).Write();
        Lexicon read = Lexicon.Read(written, RoleLexicon.Empty);
        Assert.Equal(words.Count, read.Count);
        Assert.All(words, word => Assert.Equal(word.Value, read[word.Key] * Lexicon.Scale, Lexicon.Scale));
        Assert.Equal(written, read.Write());
    });

    [Fact]
    public void Weights_are_summed_up_whatever_their_number() => Gen.SByte[-127, 127].Array[0, 40].Sample(static weights =>
    {
        sbyte[] memory = [.. weights, .. Enumerable.Repeat((sbyte)99, WordWeights.Loaded)];
        WordWeights expected = new(
            weights.Sum(static w => (int)w), Math.Min(0, weights.Length == 0 ? 0 : weights.Min()),
            Math.Max(0, weights.Length == 0 ? 0 : (int)weights.Max()));
        Assert.Equal(expected, WordWeights.Of(memory, weights.Length));
    });

    [Fact]
    public void A_set_of_words_has_those_that_were_added_since_it_was_cleared() =>
        Gen.UInt[0, 400].Array[0, 300].Array[1, 3].Sample(static pages =>
    {
        WordSet set = new();
        foreach (uint[] page in pages)
        {
            set.Clear();
            HashSet<uint> expected = [.. page.Where(static word => word != 0)];
            foreach (uint word in page)
                set.Add(word);
            Assert.Equal(expected.Count, set.Count);
            for (uint word = 1; word < 420; word++)
                Assert.Equal(expected.Contains(word), set.Contains(word));
            Assert.Equal(page.Count(static word => word != 0), set.CountIn(page));
        }
    });
}

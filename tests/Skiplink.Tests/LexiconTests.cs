using CsCheck;
using Skiplink.Scoring;
using Xunit;

namespace Skiplink.Tests;

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
        lexicon.Weigh(hashes, weights);
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
        Lexicon read = Lexicon.Read(written);
        Assert.Equal(words.Count, read.Count);
        Assert.All(words, word => Assert.Equal(word.Value, read[word.Key] * Lexicon.Scale, Lexicon.Scale));
        Assert.Equal(written, read.Write());
    });
}

using System.Runtime.Intrinsics;
using Skiplink.Learning;
using Xunit;

namespace Skiplink.Tests.Learning;

public sealed class RoleLexiconTests
{
    private static readonly double[] Weights = [1.5, -2, 0, 0.5, 3, -0.75, 6, -6];

    [Fact]
    public void A_word_has_a_weight_for_each_role()
    {
        RoleLexicon lexicon = new([new(7, RoleLexicon.Pack(Weights))]);
        for (int lane = 0; lane < RoleLexicon.Lanes; lane++)
            Assert.Equal(Weights[lane], lexicon[7][lane], RoleLexicon.Scale);
        Assert.Equal(Vector256<float>.Zero, lexicon[8]);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        KeyValuePair<uint, ulong>[] words = [.. Enumerable.Range(1, 5000).Select(static i =>
            new KeyValuePair<uint, ulong>((uint)i * 2654435761, (ulong)i * 0x9E3779B97F4A7C15))];
        RoleLexicon lexicon = new(words);
        using MemoryStream written = new(), again = new();
        lexicon.Write(new(written));
        written.Position = 0;
        RoleLexicon read = RoleLexicon.Read(new(written));
        read.Write(new(again));
        Assert.Equal(written.ToArray(), again.ToArray());
        Assert.All(words, word => Assert.Equal(lexicon[word.Key], read[word.Key]));
    }

    [Fact]
    public void Words_are_added_up_and_unknown_ones_add_nothing()
    {
        RoleLexicon lexicon = new([new(7 ^ 3, RoleLexicon.Pack(Weights))]);
        Assert.Equal(2 * lexicon[7 ^ 3], lexicon.Sum([7, 9, 7], 3));
    }
}

using System.Text;
using Skiplink.Cli.Bulk;
using Skiplink.Cli.Bulk.Duplicates;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class TextSignatureTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 400).Select(static i => $"word{i * 7919 % 1009}")];

    [Fact]
    public void Case_white_space_and_punctuation_do_not_tell_texts_apart()
    {
        Assert.Equal(Of("The ferries, it said:\n\n\"will sail\".").Hash, Of("the  ferries it said WILL sail").Hash);
        Assert.NotEqual(Of("The ferries will sail.").Hash, Of("The ferries will not sail.").Hash);
        Assert.Null(TextSignature.Of(" .,- "u8));
    }

    [Fact]
    public void Texts_that_share_nearly_all_words_have_alike_sketches_and_others_do_not()
    {
        string text = string.Join(' ', Words);
        string changed = text.Replace(Words[100], "other", StringComparison.Ordinal);
        string reversed = string.Join(' ', Words.Reverse());
        Assert.InRange(Of(text).Sketch!.Shared(Of(changed).Sketch!), MinHash.MinShared, MinHash.Values);
        Assert.InRange(Of(text).Sketch!.Shared(Of(reversed).Sketch!), 0, 4);
        // A half of the words is not nearly all, in short texts neither.
        string shortText = string.Join(' ', Words.Take(30)), half = string.Join(' ', Words.Take(15).Concat(Words.Skip(100).Take(15)));
        Assert.InRange(Of(shortText).Sketch!.Shared(Of(half).Sketch!), 0, MinHash.MinShared - 1);
    }

    [Fact]
    public void The_index_remembers_a_bounded_number_of_texts()
    {
        DuplicateIndex index = new(halfCapacity: 100);
        for (int i = 0; i < 250; i++)
            Assert.Null(index.Find(Of($"text number {i}"), $"id{i}"));
        Assert.Equal("id249", index.Find(Of("text number 249"), "copy"));
        Assert.Equal("id150", index.Find(Of("text number 150"), "copy"));
        Assert.Null(index.Find(Of("text number 3"), "again"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("It's a well-known word_count, 3.5 of them", 8)]
    [InlineData("Köln и Москва", 3)]
    [InlineData("港口办公室", 5)]
    [InlineData("हिन्दी में", 2)]
    public void Words_are_counted_in_any_script(string text, int words) => Assert.Equal(words, WordCount.Of(Encoding.UTF8.GetBytes(text)));

    private static TextSignature Of(string text) => TextSignature.Of(Encoding.UTF8.GetBytes(text))!.Value;
}

using System.Text;
using CsCheck;
using Skiplink.Content;
using Xunit;

namespace Skiplink.Tests;

[Trait("Category", "HotPath")]
public sealed class ClassMeaningTests
{
    private static readonly string[] Known =
        ["katex-display", "Caption", "sidenote", "react-syntax-highlighter-line-number", "FOOTNOTES", "lnt", "wp-block-footnotes"];

    [Theory]
    [InlineData("katex-display", ClassMeaning.Katex | ClassMeaning.Display)]
    [InlineData("wide WP-Caption-Text\tdark", ClassMeaning.Caption)]
    [InlineData("react-syntax-highlighter-line-number", ClassMeaning.LineNumber)]
    [InlineData("caption-wide captio aption", ClassMeaning.None)]
    [InlineData(" ", ClassMeaning.None)]
    [InlineData("", ClassMeaning.None)]
    internal void A_class_means_what_its_whole_words_mean(string classes, ClassMeaning meaning) =>
        Assert.Equal(meaning, ClassMeanings.Of(Encoding.UTF8.GetBytes(classes)));

    [Fact]
    public void Words_mean_the_same_wherever_they_stand() => Gen.Frequency(
        (2, OneOf(Known)),
        (2, Gen.Char['a', 'z'].Array[1, 80].Select(static letters => new string(letters))),
        (1, OneOf("é", "_", "-"))).List[0, 12].Sample(static words =>
    {
        ClassMeaning sum = words.Aggregate(ClassMeaning.None, static (sum, word) => sum | ClassMeanings.Of(Encoding.UTF8.GetBytes(word)));
        foreach (string space in new[] { " ", "\n", "  \t" })
            Assert.Equal(sum, ClassMeanings.Of(Encoding.UTF8.GetBytes(space + string.Join(space, words) + space)));
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}

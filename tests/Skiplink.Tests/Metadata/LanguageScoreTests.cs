using System.Text;
using Skiplink.Metadata.Values;
using Xunit;

namespace Skiplink.Tests.Metadata;

public sealed class LanguageScoreTests
{
    private const string English =
        "The office of the port said on Friday that it will replace the ferries, and that new stations would be built by the spring.";

    [Theory]
    [InlineData(English, "en-GB", 0.8, 1)]
    [InlineData(English, "fr", 0, 0.2)]
    [InlineData("Η υπηρεσία του λιμανιού είπε", "el", 1, 1)]
    [InlineData("The ferry Ελλάς sails from the port of Piraeus", "el", 0.05, 0.3)]
    [InlineData("港口办公室周五表示将更换渡轮", "zh", 1, 1)]
    [InlineData("Quux frob", "en", 0, 0)]
    public void A_score_says_how_much_a_text_speaks_for_a_language(string text, string tag, double least, double most) =>
        Assert.InRange(LanguageScore.Of(Encoding.UTF8.GetBytes(text), tag)!.Value, least, most);

    [Fact]
    public void A_language_whose_words_are_not_known_and_a_text_without_letters_have_no_score()
    {
        Assert.Null(LanguageScore.Of(Encoding.UTF8.GetBytes(English), "tlh"));
        Assert.Null(LanguageScore.Of("123 456"u8, "en"));
    }
}

using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Text;
using Xunit;

namespace Skiplink.Tests;

public sealed class CopyTests
{
    private const string Sentence =
        "The mill stood empty for eleven years, and nobody in the valley could say who owned the wheel that still turned in the stream.";
    private const string Other =
        "Then a clerk found a deed in the parish chest, and with it a list of debts that nobody had ever thought of paying back "
        + "to the miller.";

    [Fact]
    public void The_second_copy_of_a_paragraph_is_left_out()
    {
        Article article = Page.Read($"<main><h1>T</h1><p>{Sentence}</p><p>{Other}</p><div class=mobile><p>{Sentence}</p></div></main>");
        Assert.Equal(1, Count(article.Text, Sentence));
    }

    [Fact]
    public void A_text_for_telephones_and_for_large_screens_is_read_once()
    {
        string text = $"<h2>On mills</h2><p>{Sentence}</p><p>{Other}</p>";
        Article article = Page.Read($"<main><div class=desktop>{text}</div><div class=mobile>{text}</div></main>");
        Assert.Equal(1, Count(article.Text, Sentence));
        Assert.Equal(1, Count(article.Text, Other));
    }

    [Fact]
    public void A_chorus_is_no_copy()
    {
        const string Chorus = "Turn, wheel, turn, the river is high, turn till the last of the millers goes by";
        string song = string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>{Verse(i)}</p><p>{Chorus}</p>"));
        Assert.Equal(4, Count(Page.Read($"<main><article><h1>The mill song</h1>{song}</article></main>").Text, Chorus));
    }

    [Fact]
    public void A_clause_that_recurs_in_a_contract_is_no_copy()
    {
        const string Clause =
            "The tenant shall give notice in writing not less than three months before the day on which the tenancy is to end.";
        string sections = string.Concat(
            Enumerable.Range(1, 4).Select(i => $"<section class=part><h2>Part {i}</h2><p>{Verse(i)}</p><p>{Clause}</p></section>"));
        Assert.Equal(4, Count(Page.Read($"<main><article><h1>Lease of the mill</h1>{sections}</article></main>").Text, Clause));
    }

    [Fact]
    public void Two_speakers_may_say_the_same()
    {
        const string Answer = "I saw nothing at all that night, and I would tell you if I had, as everybody in this valley knows.";
        string talk = string.Concat(
            new[] { "Miller", "Clerk", "Postman" }.Select(
                (name, i) => $"<div class=speech><p><b>{name}:</b> {Verse(i + 1)}</p><p>{Answer}</p></div>"));
        Assert.Equal(3, Count(Page.Read($"<main><article><h1>The inquest</h1>{talk}</article></main>").Text, Answer));
    }

    [Fact]
    public void What_is_shown_and_what_is_hidden_are_two_structures()
    {
        PageDocument page = TestPage.Of($"<div><p>{Sentence}</p></div><div hidden><p>{Sentence}</p></div>");
        Assert.True(IsSecondACopy(page, 0.9f));
    }

    [Fact]
    public void What_is_repeated_and_hardly_main_text_is_left_out()
    {
        PageDocument page = TestPage.Of($"<ul><li><p>{Sentence}</p></li><li><p>{Sentence}</p></li></ul>");
        Assert.True(IsSecondACopy(page, 0.5f));
        Assert.False(IsSecondACopy(page, 0.9f));
    }

    [Fact]
    public void Texts_of_which_all_hashes_agree_are_no_copies_when_they_differ()
    {
        // Two words of one hash make as many pairs of texts of one hash as anybody wants.
        (string first, string second) = Collision();
        string text = string.Join(' ', Enumerable.Repeat("stone", 10));
        PageDocument page = TestPage.Of($"<p>{first} {text}</p><div class=mobile><p>{second} {text}</p></div>");
        Assert.Equal(page.Blocks[0].TextHash, page.Blocks[1].TextHash);
        Assert.False(IsSecondACopy(page, 0.9f));
    }

    private static bool IsSecondACopy(PageDocument page, float probability)
    {
        CopyDetector copies = new();
        copies.Start(page);
        Assert.False(copies.IsCopy(0, probability));
        return copies.IsCopy(1, probability);
    }

    /// <summary>Two words that have one hash.</summary>
    private static (string First, string Second) Collision()
    {
        Dictionary<uint, string> words = [];
        WordBuffer scratch = new();
        for (int i = 0; ; i++)
        {
            string word = "w" + i.ToString("x", System.Globalization.CultureInfo.InvariantCulture);
            uint hash = TextScanner.HashesOf(word, scratch)[0];
            if (!words.TryAdd(hash, word))
                return (words[hash], word);
        }
    }

    private static string Verse(int i) => i switch
    {
        1 => "The first of the millers came over the weir with a sack on his shoulder and flour in his hair.",
        2 => "The second one measured the stone and the stream and wrote down the numbers he saw in a dream.",
        3 => "The third sold the grain to the men from the town, who paid him in winter and let the house down.",
        _ => "The last of them left when the water ran low, and where he has gone to the herons may know.",
    };

    private static int Count(string text, string part)
    {
        int count = 0;
        for (int at = 0; (at = text.IndexOf(part, at, StringComparison.Ordinal)) >= 0; at += part.Length)
            count++;
        return count;
    }
}

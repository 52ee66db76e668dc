using System.Text;
using Skiplink.SavedText;
using Skiplink.Vocabulary;
using Xunit;

namespace Skiplink.Tests;

public sealed class SavedTextTests
{
    private const string Lead =
        "The council of the town voted on the plan for the harbour after a debate that lasted until the small hours of the morning, and "
        + "nobody was content with it.";
    private const string Second =
        "The plan sees a longer quay, a second crane and a shelter for those who wait for the late boat, which the council has promised "
        + "for eleven years now.";
    private const string Third =
        "Work is to begin in the spring. Until then the old quay stays open for the ferries of the north line, though not for cars, said "
        + "the harbour master.";

    [Fact]
    public void The_model_case_is_read_exactly()
    {
        string[] lines = File.ReadAllLines(Repository.Shared("samples/saved-news-page.txt"));
        Article article = Page.ReadSavedText(string.Join('\n', lines));
        Assert.Equal("N. Korea leader Kim, Putin vow to address Korean Peninsula issue", article.Title);
        Picture picture = Assert.Single(article.Pictures);
        Assert.Equal(
            "Russian President Vladimir Putin, right, and North Korea's leader Kim Jong Un shake hands during their meeting in "
            + "Vladivostok, Russia, on April 25, 2019.", picture.Caption);
        Assert.Equal("AP Photo/Alexander Zemlianichenko, Pool", picture.Credit);
        Assert.Equal("VLADIVOSTOK, Russia", article.Metadata.Place?.Value);
        Assert.Equal(["Kyodo"], article.Agencies);
        Assert.Empty(article.Authors);
        Assert.Equal("2019-04-25", article.Published);
        Assert.Equal("The Mainichi", article.Site);
        Assert.Equal("en", article.Language);
        // Fourteen paragraphs, word for word: from the one that follows the dateline to the one that ends "Washington adopts."
        string[] expected =
            [.. lines.Where(static l => l.Length > 0).SkipWhile(
                static l => !l.StartsWith("VLADIVOSTOK", StringComparison.Ordinal)).TakeWhile(static l =>
                !l.StartsWith("Also in", StringComparison.Ordinal))];
        Assert.Equal(14, expected.Length);
        Assert.Equal(expected, article.Text.TrimEnd().Split("\n\n"));
    }

    [Fact]
    public void Lines_that_were_broken_to_a_width_are_paragraphs_again()
    {
        string text = $"A longer quay for the harbour\n\n{Wrap(Lead, 72)}\n\n{Wrap(Second, 72)}\n\n{Wrap(Third, 72)}\n";
        Assert.Equal(["A longer quay for the harbour", Lead, Second, Third], WrappedLines.Join(text.Split('\n')));
        Assert.Equal([Lead, Second, Third], Page.ReadSavedText(text).Text.TrimEnd().Split("\n\n"));
        Assert.Equal([Lead, Second, Third], Page.ReadSavedText(text.ReplaceLineEndings("\r\n")).Text.TrimEnd().Split("\n\n"));
    }

    [Fact]
    public void Paragraphs_without_blank_lines_end_where_a_line_is_short()
    {
        string text = $"{Wrap(Lead, 60)}\n{Wrap(Second, 60)}\n{Wrap(Third, 60)}";
        Assert.Equal([Lead, Second, Third], WrappedLines.Join(text.Split('\n')));
    }

    [Fact]
    public void Paragraphs_may_begin_set_in()
    {
        string text = $"   {Wrap(Lead, 60)}\n   {Wrap(Second, 60)}";
        Assert.Equal([Lead, Second], WrappedLines.Join(text.Split('\n')));
    }

    [Fact]
    public void Menus_and_whole_paragraphs_are_not_joined()
    {
        string[] lines = ["Home", "News", "Sport and weather", Lead, Second, Third, "Contact us"];
        Assert.Equal(lines, WrappedLines.Join(lines));
    }

    [Fact]
    public void Text_without_spaces_is_joined_without_spaces()
    {
        string line = string.Concat(Enumerable.Repeat("市議会は深夜まで続いた議論の末に港の計画を", 2))[..36];
        string[] lines = [line, line, line, line, line, "一人もいなかった。"];
        Assert.Equal(string.Concat(lines), Assert.Single(WrappedLines.Join(lines)));
    }

    [Fact]
    public void Items_of_lists_keep_their_marks_as_lists()
    {
        string text =
            $"A longer quay for the harbour\n\n{Lead}\n\n{Second}\n\n* a longer quay for the ferries of the north line and for the boats "
            + "of the fishermen\n* a second crane, which is to come from the yard at Kettle Sound before the winter\n\n3. The quay is "
            + $"measured again by the two surveyors of the county\n4. The crane is ordered when the money for it is there\n\n{Third}";
        string markdown = Page.ReadSavedText(text, new() { Formats = ArticleFormats.Markdown }).Markdown!;
        Assert.Contains("- a longer quay for the ferries", markdown, StringComparison.Ordinal);
        Assert.Contains("3. The quay is measured", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\\*", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* item", 2, 0)]
    [InlineData("• item", 2, 0)]
    [InlineData("12. item", 4, 12)]
    [InlineData("3) item", 3, 3)]
    [InlineData("- said nobody", 0, 0)]
    [InlineData("2024. 5. 12.", 0, 0)]
    [InlineData("3.5 metres", 0, 0)]
    [InlineData("*bold* words", 0, 0)]
    [InlineData("", 0, 0)]
    public void Marks_of_lists_are_told(string line, int length, int number)
    {
        Assert.Equal(length, ListMark.LengthOf(line, out int found));
        Assert.Equal(number, found);
    }

    [Fact]
    public void The_links_of_a_text_browser_are_not_text()
    {
        string text = $"   [1]Skip to content\n\n   [2]Home [3]News\n\nA longer quay for the harbour\n\n"
            + $"{Wrap(Lead.Replace("plan", "[4]plan", StringComparison.Ordinal), 72)}\n\n{Wrap(Second, 72)}\n\n{Wrap(Third, 72)}\n\n"
            + "References\n\n   Visible links\n   1. https://herald.example/#content\n   2. https://herald.example/\n"
            + "   3. https://herald.example/news\n   4. https://herald.example/plan\n";
        Article article = Page.ReadSavedText(text);
        Assert.Equal([Lead, Second, Third], article.Text.TrimEnd().Split("\n\n"));
        Assert.Equal("A longer quay for the harbour", article.Title);
    }

    [Fact]
    public void Addresses_in_angle_brackets_are_left_out_and_numbers_in_brackets_stay_where_nothing_refers_to_them()
    {
        Assert.Equal(
            ["The plan of the town, and a < b > c"],
            LinkMarks.Without(["The plan <https://herald.example/plan> of the town <mailto:t@herald.example>, and a < b > c"]));
        Assert.Equal(["As others have shown [12], it holds."], LinkMarks.Without(["As others have shown [12], it holds."]));
    }

    [Theory]
    [InlineData("Skip to main content")]
    [InlineData("Please view the main text area of the page by skipping the main menu.")]
    [InlineData("© 2025 The Skerry Herald. All rights reserved.")]
    [InlineData("Zum Inhalt springen")]
    [InlineData("Lesen Sie auch: Der alte Kai")]
    [InlineData("Partager")]
    [InlineData("Все права защищены")]
    [InlineData("関連記事")]
    [InlineData("版权所有 © 2024")]
    [InlineData("무단 전재 및 재배포 금지")]
    [InlineData("[IMAGE]")]
    [InlineData("[logo.png]")]
    [InlineData("* * *")]
    public void What_a_page_says_to_its_users_is_boilerplate(string line) => Assert.True(BoilerplateLines.Contains(line), line);

    [Theory]
    [InlineData(Lead)]
    [InlineData("Advertisement for the ferry had promised a seat for everybody who came before eight, and everybody came before eight.")]
    [InlineData("He went home.")]
    [InlineData("Share prices fell")]
    [InlineData("[12] Hjelm, Harbours of the north, 1998")]
    public void What_somebody_wrote_is_not(string line) => Assert.False(BoilerplateLines.Contains(line), line);

    [Theory]
    [InlineData("The ferry leaves. (AP Photo/Petra Lund, Pool)", "The ferry leaves.", "AP Photo/Petra Lund, Pool")]
    [InlineData("The ferry leaves. Photo: Petra Lund", "The ferry leaves.", "Petra Lund")]
    [InlineData("Die Fähre legt ab. Foto: Petra Lund/dpa", "Die Fähre legt ab.", "Petra Lund/dpa")]
    [InlineData("Die Fähre legt ab. © Petra Lund | Getty Images", "Die Fähre legt ab.", "Petra Lund | Getty Images")]
    [InlineData(
        "The ferry leaves on March 6, 2025. REUTERS/Petra Lund (Photo by Petra Lund)",
        "The ferry leaves on March 6, 2025. REUTERS/Petra Lund", "Petra Lund")]
    [InlineData("フェリーが出港した（ルンド撮影）", "フェリーが出港した", "ルンド撮影")]
    [InlineData("Ảnh: Lê Phương", "", "Lê Phương")]
    [InlineData("The ferry leaves. (Petra Lund/Northwire)", "The ferry leaves.", "Petra Lund/Northwire")]
    public void A_caption_is_told_by_its_credit(string line, string caption, string credit)
    {
        (string Caption, string Credit)? picture = CreditLine.Parse(line);
        Assert.Equal((caption, credit), (picture?.Caption, picture?.Credit));
    }

    [Theory]
    [InlineData(Lead)]
    [InlineData("The ferry (built in 1974) leaves.")]
    [InlineData(
        "He sent a photo: it showed nothing but rain, and she did not answer it for the rest of the week that he spent on the island.")]
    [InlineData("© 2025 The Skerry Herald")]
    [InlineData("She voted for the plan (see below).")]
    public void A_line_without_a_credit_is_no_caption(string line) => Assert.Null(CreditLine.Parse(line));

    [Fact]
    public void Title_byline_and_date_line_are_told_beside_the_text()
    {
        string text =
            "Skip to content\nHome\nNews\nA longer quay for the harbour\nBy Ines Carraway, Harbour Correspondent\n12 May 2024, 8:30 "
            + $"am\n{Lead}\n{Second}\n{Third}\nMore from The Skerry Herald\nA cat on the mole\n© 2024 The Skerry Herald";
        Article article = Page.ReadSavedText(text);
        Assert.Equal("A longer quay for the harbour", article.Title);
        Assert.Equal(["Ines Carraway"], article.Authors);
        Assert.Equal("2024-05-12T08:30", article.Published);
        Assert.Equal("The Skerry Herald", article.Site);
        Assert.Equal([Lead, Second, Third], article.Text.TrimEnd().Split("\n\n"));
    }

    [Fact]
    public void Saved_text_may_be_anything()
    {
        foreach (string text in (string[])["", "\n\n\n", "\0\0\0", "\uFEFF", "\uD800", new string('a', 1 << 20), new string('\n', 1 << 20),
            string.Concat(Enumerable.Repeat("<https://a.example/> ", 50_000)), string.Concat(Enumerable.Repeat("[1]", 100_000)),
            string.Concat(Enumerable.Repeat("a b c d\n", 50_000))])
        {
            Article article = Page.ReadSavedText(text);
            Assert.InRange(article.Confidence, 0, 1);
            Assert.DoesNotContain('\0', article.Text);
        }
    }

    private static string Wrap(string text, int width)
    {
        StringBuilder wrapped = new();
        int column = 0;
        foreach (string word in text.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > width)
            {
                wrapped.Append('\n');
                column = 0;
            }
            wrapped.Append(column > 0 ? " " : "").Append(word);
            column += word.Length + (column > 0 ? 1 : 0);
        }
        return wrapped.ToString();
    }
}

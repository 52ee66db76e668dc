using System.IO.Compression;
using CsCheck;
using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>No text and no picture makes a part of the story fail, and every span lies within the text.</summary>
public sealed class HostileTextTests
{
    /// <summary>Words and marks that the rules look for, so that any of them may stand first, last or next to any other.</summary>
    private static readonly string[] Fragments =
    [
        ")", "(", "[", "]", "/", ":", ".", ",", ";", "-", " - ", " – ", "--", "…", "'", "\"", "“", "”", "„", "«", "»", "'s", "’s", "&",
            "|", "©", "\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u2060",
        "\ud800", "\udc00", "😀", "0", "1", "27", "27th", "24.", "24.4.2019", "99999999999", "1.5", "6:40", "p.m.", "ET", "GMT", "the",
            "The", "a", "of", "in", "to", "that", "whether", "and", "who", "which", "his", "he", "she", "they",
        "said", "says", "saying", "told", "asked", "called", "according to", "According to", "was quoted as saying", "not", "would", "had",
            "on", "at", "before", "after", "from", "until", "late", "next", "last",
        "week", "year", "Monday", "May", "March", "Easter", "spring", "percent", "Ana Ruiz", "Kim", "Kim Jong Un", "Mr.", "President",
            "president", "mayor", "mother", "brother", "U.S.", "Oslo", "OSLO", "Russia", "Russian",
        "Ministry", "ministry", "company", "police", "Bank of England", "AP", "Reuters", "REUTERS", "TASS", "Photo", "photo by", "Pool",
            "via", "File", "FILE", "Getty Images", "By", "Source", "Jon Berg", "J.", "Ltd.",
        "sagte", "laut", "zufolge", "wie", "die Polizei", "mitteilte", "dass", "am Montag", "Berlin", "Foto", "dpa", "der Minister",
            "warned", "argued", "vowed to", "never", "ed", "ing",
    ];

    private static readonly Gen<string> Text =
        Gen.Select(OneOf(Fragments).List[0, 40], OneOf("", " ", " ")).Select(static (words, between) => string.Join(between, words));

    private static readonly Gen<Picture> AnyPicture = Gen.Select(Text, Text, Gen.Bool)
        .Select(static (caption, credit, hasCredit) => new Picture(caption, hasCredit ? credit : null, null));

    private static readonly Gen<StoryInput> Input =
        Gen.Select(Text, AnyPicture.List[0, 2], OneOf("en", "de", "und", "fr"),
            OneOf<string?>(null, "2019-04-25", "2019", "0001-01-01", "9999-12-31T23:59:59Z"))
            .Select(static (text, pictures, language, day) =>
                new StoryInput { Text = text, Pictures = pictures, Language = language, Published = day });

    private static readonly Gen<StoryInput> Mutated =
        Gen.Select(OneOf([.. Stories()]), Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 40], OneOf(Fragments)).List[1, 12])
            .Select(static (text, edits) =>
                new StoryInput { Text = edits.Aggregate(text, static (t, e) => Edit(t, e)), Language = "en", Published = "2019-04-25" });

    [Fact]
    public void Any_words_and_marks_are_read_without_a_warning() => Input.Sample(Check, iter: 5_000);

    [Fact]
    public void Stories_with_pieces_cut_out_and_put_in_are_read_without_a_warning() => Mutated.Sample(Check, iter: 400);

    [Theory]
    [InlineData("")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("()")]
    [InlineData(".)")]
    [InlineData("Photo:")]
    [InlineData("/")]
    public void A_picture_whose_caption_or_credit_is_a_mark_or_nothing_is_read(string text)
    {
        Check(new() { Text = text, Language = "en", Pictures = [new(text, null, null), new("", text, null), new(text, text, null)] });
        Check(new() { Text = $"The ships sail on Monday.\n\n{text}", Language = "de", Pictures = [new("", "Getty Images", null)] });
    }

    [Fact]
    public void A_page_with_a_credit_and_no_caption_has_its_story_and_the_credit()
    {
        const string paragraph =
            "The harbour office said on Friday that the ferries would be replaced, and that new charging stations would be built in nine "
                + "ports by the spring.";
        Article article = Page.Read($"""
            <title>Ferries</title><article><h1>Ferries</h1><p>{paragraph}</p>
            <figure><img src=a.jpg width=800 height=500><figcaption><span class="credit">Getty Images</span></figcaption></figure>
            <p>{paragraph} Two.</p></article>
            """);
        Story story = Story.Read(article);
        Assert.Empty(story.Warnings);
        Assert.Equal(["Getty Images"], Assert.Single(story.Captions).Credit!.Agencies);
        Assert.NotEmpty(story.Quotes);
    }

    [Theory]
    [InlineData("wcxb-dev")]
    [InlineData("news-dev")]
    public void Every_labelled_page_is_read_without_a_warning(string folder)
    {
        string path = Repository.Shared($"data/{folder}");
        string[] files = [.. Directory.EnumerateFiles(path, "*.html*", SearchOption.AllDirectories)];
        Assert.NotEmpty(files);
        Parallel.ForEach(files, static file =>
        {
            Article article = Page.Read(Bytes(file));
            Story story = Story.Read(article);
            Assert.True(story.Warnings.Count == 0, $"{file}: {string.Join("; ", story.Warnings)}");
            CheckSpans(article.Text, story);
        });
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Check(StoryInput input)
    {
        Story story = Story.Read(input);
        Assert.Empty(story.Warnings);
        CheckSpans(input.Text, story);
        StoryJson.Write(story);
        StorySummary.Write(story, isMarkdown: true);
    }

    private static void CheckSpans(string text, Story story)
    {
        Assert.All(story.Times, t => Assert.Equal(t.Text, t.Span.Of(text)));
        Assert.All(story.Quotes.SelectMany(static q => q.Content), c => Assert.Equal(c.Text, c.Span.Of(text)));
        Assert.All(story.Entities.SelectMany(static e => e.Mentions), m => Assert.Equal(m.Text, m.Span.Of(text)));
        Assert.All(story.Timeline, e => Assert.Equal(e.Text, e.Span.Of(text)));
    }

    private static IEnumerable<string> Stories() =>
        Directory.EnumerateFiles(Repository.Folder("tests/story-gold"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);

    private static string Edit(string text, (int At, int Cut, string Insert) edit)
    {
        int at = edit.At % (text.Length + 1);
        return string.Concat(text.AsSpan(0, at), edit.Insert, text.AsSpan(Math.Min(text.Length, at + edit.Cut)));
    }

    private static byte[] Bytes(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
            return File.ReadAllBytes(file);
        using GZipStream unpacked = new(File.OpenRead(file), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }
}

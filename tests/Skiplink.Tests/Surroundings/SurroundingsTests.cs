using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Skiplink.PageModel;
using Skiplink.Surroundings;
using Skiplink.Writing;
using Xunit;

namespace Skiplink.Tests.Surroundings;

/// <summary>What an article keeps of its page beside the text, and what is made of it when somebody asks.</summary>
public class SurroundingsTests
{
    private const string Section =
        "<ul id=all><li id=c-1><cite>Ann</cite> <i>4 March 2011</i><p>The bridge was &lt;never&gt; safe.</p></li>"
        + "<li id=c-2><cite>Tom</cite> <i>5 March 2011</i><p>Then close it, all of you.</p></li></ul>";

    [Theory]
    [InlineData("<p>Text of the page.</p>", "")]
    [InlineData("<table><tr><td>Text</td></tr><tr><td>", "</td></tr></table>")]
    [InlineData("<b><p>Text</b></p><table><div>moved</div><tr><td><table><tr><td>", "</table></table>")]
    [InlineData("<!DOCTYPE html><div><i>open<div><section>", "")]
    public void Comments_are_read_from_the_copy_as_from_the_page(string before, string after)
    {
        PageDocument page = TestPage.Of(before + Section + after + "<p>Behind it.</p>");
        IReadOnlyList<ReaderComment> comments = Take(page, BlockRole.Comment).ReadComments();
        Assert.Equal(["The bridge was <never> safe.", "Then close it, all of you."], comments.Select(static c => c.Text));
        Assert.Equal(["https://example.org/story#c-1", "https://example.org/story#c-2"], comments.Select(static c => c.Address));
        Assert.Equal(["2011-03-04", "2011-03-05"], comments.Select(static c => c.Date));
    }

    [Fact]
    public void The_base_of_the_page_is_that_of_the_copies()
    {
        PageDocument page = TestPage.Of($"<base href='https://other.example/x/'><p>Text.</p>{Section}");
        Assert.Equal("https://other.example/x/#c-1", Take(page, BlockRole.Comment).ReadComments()[0].Address);
        page = TestPage.Of("<base href='https://other.example/x/'><p>Text.</p><div id=all><a href=y>Bridge to close</a></div>");
        Assert.Equal("https://other.example/x/y", Assert.Single(Take(page, BlockRole.Related).ReadRelated()).Address);
    }

    [Fact]
    public void Microdata_comments_are_comments_whatever_their_role()
    {
        PageDocument page = TestPage.Of(
            "<p>Text of the page.</p><div id=all><div itemscope itemtype='https://schema.org/Comment'><span itemprop=author>Ann</span>"
            + "<time itemprop=dateCreated datetime=2020-01-02>x</time><p itemprop=text>The bridge was never safe.</p></div></div>");
        Assert.Equal(
            new ReaderComment("Ann", "2020-01-02", "The bridge was never safe."),
            Assert.Single(Take(page, BlockRole.Other).ReadComments()));
    }

    [Fact]
    public void The_posts_of_a_thread_are_none_of_its_comments()
    {
        PageDocument page = TestPage.Of(
            "<script type='application/ld+json'>{\"@type\":\"DiscussionForumPosting\",\"comment\":"
            + "[{\"@type\":\"Comment\",\"text\":\"A post.\"}]}</script><p>A post.</p>");
        Assert.Empty(Take(page, BlockRole.Other, PageKind.Forum).ReadComments());
        Assert.Single(Take(page, BlockRole.Other, PageKind.Article).ReadComments());
    }

    [Fact]
    public void Related_links_have_each_address_once_with_its_longest_title()
    {
        PageDocument page = TestPage.Of(
            """
            <p>Text.</p><div id=all><h3>More</h3><div><a href=/a><img src=a.png alt=""></a>
            <a href=/a>Bridge to close until spring</a> <a href=/a>more</a></div>
            <div><a href=//other.example/b>Ferry <b>runs</b> again</a></div><div><a href="javascript:x()">No</a><a href=#top>Up</a>
            <a href=mailto:a@b.c>Mail</a> <a href=/c>»</a></div></div>
            """);
        Assert.Equal(
            [new("Bridge to close until spring", "https://example.org/a"), new("Ferry runs again", "https://other.example/b")],
            Take(page, BlockRole.Related).ReadRelated());
    }

    [Theory]
    [InlineData("Читайте также: мост закрыт до весны", "/мост", "https://example.org/%D0%BC%D0%BE%D1%81%D1%82")]
    [InlineData("大桥关闭至春季", "?id=3", "https://example.org/story?id=3")]
    [InlineData("Brücke bis zum Frühjahr gesperrt", "../x", "https://example.org/x")]
    public void Related_links_of_any_language(string title, string href, string address)
    {
        PageDocument page = TestPage.Of($"<p>Text.</p><ul id=all><li><a href='{href}'>{title}</a></ul>");
        Assert.Equal(new RelatedLink(title, address), Assert.Single(Take(page, BlockRole.Related).ReadRelated()));
    }

    [Fact]
    public void Related_links_are_a_hundred_at_most()
    {
        string links = string.Concat(Enumerable.Range(0, 5000).Select(static i => $"<li><a href=/{i}>Story number {i}</a>"));
        IReadOnlyList<RelatedLink> found = Take(TestPage.Of($"<p>Text.</p><ul id=all>{links}</ul>"), BlockRole.Related).ReadRelated();
        Assert.Equal(100, found.Count);
        Assert.Equal("https://example.org/99", found[^1].Address);
    }

    [Fact]
    public void The_standfirst_is_the_blocks_of_that_role()
    {
        PageDocument page = TestPage.Of("<h1>Bridge</h1><div id=all><p>Two piers are cracked.</p><p>It stays shut.</p></div><p>Text.</p>");
        Assert.Equal("Two piers are cracked.\nIt stays shut.", Take(page, BlockRole.Standfirst).Standfirst);
        Assert.Null(Take(page, BlockRole.Other).Standfirst);
    }

    [Fact]
    public void Fifty_thousand_comments_take_time_in_proportion()
    {
        TimeSpan few = Time(5_000), many = Time(50_000);
        Assert.True(many < (few * 40) + TimeSpan.FromSeconds(1), $"5,000 in {few}, 50,000 in {many}");

        static TimeSpan Time(int count)
        {
            StringBuilder html = new("<p>Text.</p><div id=all>");
            for (int i = 0; i < count; i++)
            {
                html.Append($"<div class='c user-{i}' id=c{i}><b class=n{i}>Reader {i}</b> <i>4 March 2011</i>")
                    .Append($"<p>Remark {i} on the bridge that they have closed.</p><a>Reply</a>")
                    .Append(i % 3 == 0 ? "" : "</div>").Append(i % 3 == 2 ? "</div>" : "");
            }
            PageDocument page = TestPage.Of(html.ToString());
            PageSurroundings surroundings = Take(page, BlockRole.Comment);
            long start = Stopwatch.GetTimestamp();
            Assert.Equal(count, surroundings.ReadComments().Count);
            return Stopwatch.GetElapsedTime(start);
        }
    }

    [Fact]
    public void Comments_are_below_the_text_and_never_in_it()
    {
        byte[] sample = File.ReadAllBytes(Repository.Sample("harbour-talks.html"));
        Article plain = Page.Read(sample), with = Page.Read(sample, new() { Comments = true });
        Assert.Equal(plain.Text, with.Text);
        Assert.Equal(plain.Comments, with.Comments);
        Assert.DoesNotContain("## Comments", plain.Markdown, StringComparison.Ordinal);
        Assert.Contains(with.Comments, static c => c.Text.StartsWith("About time.", StringComparison.Ordinal));
        Assert.StartsWith(plain.Markdown, with.Markdown, StringComparison.Ordinal);
        Assert.Contains("\n\n## Comments\n", with.Markdown, StringComparison.Ordinal);
        Assert.EndsWith("</section>\n", with.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_of_comments_is_written_as_text_that_stays_text()
    {
        IReadOnlyList<ReaderComment> comments =
        [
            new("Ann *x*", "2011-03-04", "# No heading\n<b>no</b> tag\n\n1. no list"),
            new("Tom", null, "An answer.", 1),
            new(null, null, "Nobody's."),
        ];
        Assert.Equal(
            "## Comments\n\n**Ann \\*x\\*, 2011-03-04**\n\n\\# No heading\\\n\\<b>no\\</b> tag\n\n1\\. no list\n\n"
            + "> **Tom**\n>\n> An answer.\n\nNobody's.\n",
            CommentSection.Markdown(comments));
        Assert.Equal(
            "<section>\n<h2>Comments</h2>\n<article>\n<p><strong>Ann *x*, 2011-03-04</strong></p>\n"
            + "<p># No heading<br>\n&lt;b&gt;no&lt;/b&gt; tag</p>\n<p>1. no list</p>\n</article>\n"
            + "<article>\n<p><strong>Tom</strong></p>\n<p>An answer.</p>\n</article>\n"
            + "<article>\n<p>Nobody&#39;s.</p>\n</article>\n</section>\n",
            CommentSection.Html(comments));
        Assert.Equal("Ann *x*, 2011-03-04\n# No heading\n<b>no</b> tag\n\n1. no list\n\nTom\nAn answer.\n\nNobody's.",
            CommentSection.Text(comments));
    }

    [Fact]
    public void Json_has_comments_and_related_links_where_they_are_asked_for()
    {
        byte[] page = Encoding.UTF8.GetBytes(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"comment\":"
            + "[{\"@type\":\"Comment\",\"text\":\"Close the bridge.\"}]}</script>"
            + "<article><h1>Bridge</h1><p>The council voted on Monday to close the bridge until the spring of next year.</p></article>");
        using JsonDocument without = JsonDocument.Parse(Page.Read(page).ToJson());
        Assert.False(without.RootElement.TryGetProperty("comments", out _));
        ReadOptions options = new() { Formats = ArticleFormats.Comments | ArticleFormats.Related };
        using JsonDocument with = JsonDocument.Parse(Page.Read(page, options).ToJson());
        JsonElement comment = Assert.Single(with.RootElement.GetProperty("comments").EnumerateArray());
        Assert.Equal("Close the bridge.", comment.GetProperty("text").GetString());
        Assert.Equal(0, comment.GetProperty("depth").GetInt32());
        Assert.False(comment.TryGetProperty("author", out _));
        Assert.False(with.RootElement.TryGetProperty("related", out _));
    }

    private static PageSurroundings Take(PageDocument page, BlockRole role, PageKind kind = PageKind.Article) =>
        PageSurroundings.Take(
            page, CommentPages.Select(page, role), new() { Language = new("en", MetadataSource.Html, "en") }, kind, CommentPages.Url);
}

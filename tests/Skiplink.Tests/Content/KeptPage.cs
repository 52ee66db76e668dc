using System.Text;
using Skiplink.Content;
using Skiplink.PageModel;
using Skiplink.Writing;

namespace Skiplink.Tests;

/// <summary>Markup of which every block is kept, and what the walk and its writers make of it.</summary>
internal static class KeptPage
{
    public static string Markdown(string html) => Encoding.UTF8.GetString(Content(html).Markdown()).TrimEnd('\n');

    public static string Html(string html) => Encoding.UTF8.GetString(Content(html).Html()).TrimEnd('\n');

    public static string Tei(string html) => Encoding.UTF8.GetString(Content(html).Tei());

    public static string Text(string html) => Encoding.UTF8.GetString(Content(html).Text);

    public static IReadOnlyList<ContentBlock> Blocks(string html) => Content(html).Blocks();

    public static ArticleContent Content(string html, ReadOptions? options = null) =>
        new ContentWriter().Write(Tape(html), new PageMetadata(), options ?? new());

    public static ArticleContent Content(string html, Uri? url, ReadOptions? options = null) =>
        new ContentWriter().Write(Tape(html, url?.AbsoluteUri), new PageMetadata(), options ?? new());

    public static ContentTape Tape(string html) => Tape(html, "https://e.example/page");

    private static ContentTape Tape(string html, string? url)
    {
        PageDocument page = TestPage.Of("<!doctype html><body>" + html);
        return TestPage.Walk(page, TestPage.Draft(page, static _ => true), url);
    }
}

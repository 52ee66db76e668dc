using System.Text;
using Skiplink.Content;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Writing;

namespace Skiplink.Tests;

/// <summary>Markup of which every block is kept, and what the walk and its writers make of it.</summary>
internal static class KeptPage
{
    public static string Markdown(string html) => Encoding.UTF8.GetString(Forms(html, ArticleFormats.Markdown).Markdown!).TrimEnd('\n');

    public static string Html(string html) => Encoding.UTF8.GetString(Forms(html, ArticleFormats.Html).Html!).TrimEnd('\n');

    public static string Tei(string html) => Encoding.UTF8.GetString(Forms(html, ArticleFormats.Tei).Tei!);

    public static string Text(string html) => Encoding.UTF8.GetString(Forms(html, ArticleFormats.Text).Text);

    public static IReadOnlyList<ContentBlock> Blocks(string html) => Forms(html, ArticleFormats.Blocks).Blocks!;

    public static ArticleForms Forms(string html, ArticleFormats formats) => Forms(html, new ReadOptions { Formats = formats });

    public static ArticleForms Forms(string html, ReadOptions options) => new ContentWriter().Write(Tape(html), new PageMetadata(), options);

    public static ContentTape Tape(string html)
    {
        HtmlDocument document = HtmlDocument.Parse("<!doctype html><body>" + html);
        BlockTable blocks = new();
        new BlockBuilder().Build(document, blocks);
        for (int i = 0; i < blocks.Count; i++)
            blocks[i].Kept = true;
        return new ContentWalk().Run(document, blocks, new UrlResolver(document, new Uri("https://e.example/page")));
    }
}

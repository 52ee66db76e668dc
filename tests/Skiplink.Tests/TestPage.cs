using Skiplink.Content;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Tests;

/// <summary>Page models of markup, and selections of which a test says what they keep.</summary>
internal static class TestPage
{
    /// <summary>The model of a page.</summary>
    public static PageDocument Of(string html) => new PageDocumentBuilder().Build(HtmlDocument.Parse(html));

    /// <summary>A draft that keeps some of a page's blocks by their probability.</summary>
    public static SelectionDraft Draft(PageDocument page, Func<int, bool> keep)
    {
        SelectionDraft draft = new();
        draft.Start(page.Blocks);
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            if (keep(i))
                draft.Keep(i, BlockReason.Probability);
        }
        return draft;
    }

    /// <summary>A draft that keeps the blocks of more than so many words.</summary>
    public static SelectionDraft KeepLong(PageDocument page, int words) => Draft(page, i => page.Blocks[i].Words > words);

    /// <summary>The content of what is kept of a page, with the notes of it.</summary>
    public static ContentTape Walk(PageDocument page, SelectionDraft draft, string? url = null)
    {
        ContentReader content = new();
        return content.Read(PagePipeline.Finish(draft, page, content), new(page.Head, url is null ? null : new Uri(url)));
    }
}

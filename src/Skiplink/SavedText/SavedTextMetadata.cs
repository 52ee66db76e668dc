using Skiplink.Blocks;
using Skiplink.Html;
using Skiplink.Metadata;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Ranking;
using Skiplink.Metadata.Values;

namespace Skiplink.SavedText;

/// <summary>What saved text says of itself: the same bylines, date lines and datelines as of a page, and the lines in which the page spoke of itself.</summary>
internal static class SavedTextMetadata
{
    private const int FewWords = 10;

    /// <summary>Reads the metadata, and takes bylines and date lines out of the blocks that are kept.</summary>
    public static PageMetadata Read(HtmlDocument document, BlockTable blocks, SavedTextLayout layout, Uri? url)
    {
        using PageScan nothing = new();
        Finding? name = SiteLine.Find(layout) is var (site, said) ? new(site, "text", said) : null;
        SiteChoice own = SiteChoice.Of(nothing, default, url?.Host, name);
        Finding? language = LanguageChoice.Checked(document, blocks, null);
        NearbyLines lines = new(document, blocks, layout.TitleBlock);
        bool isMonthFirst = LanguageTag.PutsMonthFirst(language?.Value);
        DateChoice dates = new(nothing, default, lines, isMonthFirst);
        (IReadOnlyList<Finding> authors, IReadOnlyList<Finding> agencies) = AuthorChoice.Of(nothing, default, lines, own);
        Finding? published = dates.Published(url?.AbsolutePath) ?? Day(layout, lines);
        TakeOut(document, blocks, layout.TitleBlock, authors);
        return new()
        {
            Title = layout.Title is { } title ? new(own.Without(title), "text", title) : null,
            Authors = authors,
            Agencies = agencies,
            Place = MetadataReader.PlaceOf(lines),
            Published = published,
            Modified = dates.Modified(),
            Site = own.Site,
            Language = language,
        };
    }

    private static Finding? Day(SavedTextLayout layout, NearbyLines lines)
    {
        if (lines.Lead is not { } lead)
            return null;
        foreach (Picture picture in layout.Pictures)
        {
            if (StoryDay.Of(picture.Caption, lead.Text) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>Between title and text stand the byline and the date line, which are told beside the text.</summary>
    private static void TakeOut(HtmlDocument document, BlockTable blocks, int title, IReadOnlyList<Finding> authors)
    {
        if (title < 0)
            return;
        for (int i = title + 1; i < blocks.Count; i++)
        {
            ref BlockRow block = ref blocks[i];
            if (!block.Kept)
                continue;
            if (block.Words > FewWords + 4)
                return;
            string text = Tidy.Text(new HtmlNode(document, block.FirstNode).TextContent);
            int words = block.Words;
            foreach (WrittenDate date in WrittenDate.FindAll(text))
                words -= 1 + text.AsSpan(date.Start, date.End - date.Start).Count(' ');
            bool isDate = words < block.Words && words <= FewWords / 2;
            bool isByline = authors.Any(a => text.Contains(a.Value, StringComparison.OrdinalIgnoreCase)) && block.Words <= FewWords;
            if (!isDate && !isByline)
                continue;
            block.Kept = false;
            block.Verdict = Verdict.TitleMatter;
        }
    }
}

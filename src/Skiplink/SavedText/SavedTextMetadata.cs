using Skiplink.Html;
using Skiplink.Metadata;
using Skiplink.Metadata.Choices;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.SavedText;

/// <summary>What saved text says of itself: the same bylines, date lines and datelines as of a page, and the lines in which the page spoke of itself.</summary>
internal static class SavedTextMetadata
{
    private const int FewWords = 10;

    /// <summary>Reads the metadata, and takes bylines and date lines out of the blocks that are kept.</summary>
    public static PageMetadata Read(HtmlDocument document, BlockTable blocks, SavedTextLayout layout, Uri? url, MetadataReader reader)
    {
        Candidate? name = SiteLine.Find(layout) is var (named, said) ? new(named.AsMemory(), MetadataSource.Text, said.AsMemory()) : null;
        (MetadataValue? site, MetadataValue? language) = reader.StartText(document, blocks, layout.TitleBlock, url, name);
        IReadOnlyList<MetadataValue> authors = Candidate.Chosen(reader.Authors.People);
        Candidate? published = reader.Days.Published(url is null ? default : url.AbsolutePath.AsMemory()) ?? Day(layout, reader);
        TakeOut(document, blocks, layout.TitleBlock, authors, reader.Dates);
        return new()
        {
            Title = layout.Title is { } title ? new(TitleText.Without(title.AsMemory(), reader.Site).ToString(), MetadataSource.Text, title) : null,
            Authors = authors,
            Agencies = Candidate.Chosen(reader.Authors.Agencies),
            Place = reader.Authors.Place?.Chosen(),
            Published = published?.Chosen(),
            Modified = reader.Days.Modified()?.Chosen(),
            Site = site,
            Language = language,
        };
    }

    private static Candidate? Day(SavedTextLayout layout, MetadataReader reader)
    {
        if (reader.Lines.Lead is not { } lead)
            return null;
        foreach (Picture picture in layout.Pictures)
        {
            if (StoryDay.Of(picture.Caption, lead.Text.Span, reader.Dates, reader.Texts) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>Between title and text stand the byline and the date line, which are told beside the text.</summary>
    private static void TakeOut(HtmlDocument document, BlockTable blocks, int title, IReadOnlyList<MetadataValue> authors, DateReader reader)
    {
        if (title < 0)
            return;
        List<WrittenDate> dates = [];
        for (int i = title + 1; i < blocks.Count; i++)
        {
            ref BlockRow block = ref blocks[i];
            if (!block.Kept)
                continue;
            if (block.Words > FewWords + 4)
                return;
            string text = Tidy.Text(new HtmlNode(document, block.FirstNode).TextContent);
            int words = block.Words;
            dates.Clear();
            reader.FindAll(text, isMonthFirst: false, dates);
            foreach (WrittenDate date in dates)
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

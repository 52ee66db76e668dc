using Skiplink.Html;
using Skiplink.Metadata;
using Skiplink.Metadata.Choices;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.SavedText;

/// <summary>
/// What saved text says of itself: the same bylines, date lines and datelines as of a page, and the lines in which the page spoke of
/// itself.
/// </summary>
internal static class SavedTextMetadata
{
    private const int FewWords = 10;

    /// <summary>A line of more words is neither a byline nor a date line.</summary>
    private const int MaxLineWords = FewWords + 4;

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
            Title = layout.Title is { } title
                ? new(TitleText.Without(title.AsMemory(), reader.Site).ToString(), MetadataSource.Text, title) : null,
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

    /// <summary>
    /// Takes out the byline and the date line, which are told beside the text: the lines between title and text, and before the first and
    /// behind
    /// the last paragraph those that are nothing but a date.
    /// </summary>
    private static void TakeOut(HtmlDocument document, BlockTable blocks, int title, IReadOnlyList<MetadataValue> authors,
        DateReader reader)
    {
        List<WrittenDate> dates = [];
        int first = Edge(blocks, title + 1, 1), last = Edge(blocks, blocks.Count - 1, -1);
        for (int i = 0; i < blocks.Count; i++)
        {
            ref BlockRow block = ref blocks[i];
            bool isUnderTitle = title >= 0 && i > title && i < first;
            if (!block.Kept || block.Words > MaxLineWords || (i >= first && i <= last))
                continue;
            string text = Tidy.Text(new HtmlNode(document, block.FirstNode).TextContent);
            dates.Clear();
            reader.FindAll(text, isMonthFirst: false, dates);
            bool isDate = dates.Count > 0 && DateLine.OtherWords(text, dates) <= (isUnderTitle ? FewWords / 2 : 0);
            bool isByline = isUnderTitle && block.Words <= FewWords
                && authors.Any(a => text.Contains(a.Value, StringComparison.OrdinalIgnoreCase));
            if (!isDate && !isByline)
                continue;
            block.Kept = false;
            block.Verdict = Verdict.TitleMatter;
        }
    }

    /// <summary>The first kept line from one end of the text that is too long for a byline or a date line.</summary>
    private static int Edge(BlockTable blocks, int from, int step)
    {
        int at = from;
        while ((uint)at < (uint)blocks.Count && !(blocks[at].Kept && blocks[at].Words > MaxLineWords))
            at += step;
        return at;
    }
}

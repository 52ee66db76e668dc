using Skiplink.Metadata.Choices;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.SavedText;
using Skiplink.Selection;

namespace Skiplink.Metadata;

/// <summary>
/// The metadata of saved text: bylines, date lines and datelines as of a page, and the lines in which the page named itself.
/// </summary>
internal static class SavedTextMetadata
{
    private const int MaxBylineWords = 10;

    /// <summary>A line of more words is neither a byline nor a date line.</summary>
    private const int MaxLineWords = MaxBylineWords + 4;

    /// <summary>
    /// The lines that hold little but a byline or a date, both of which are in the metadata: those between title and text, and before the
    /// first and after the last paragraph those that are only a date.
    /// </summary>
    public static (PageMetadata Metadata, IReadOnlyList<int> TitleBlockLines) Read(
        PageDocument page, SelectionResult selection, SavedTextLayout layout, Uri? url, MetadataReader reader)
    {
        Candidate? name = SiteLine.Find(layout) is var (named, raw) ? new(named.AsMemory(), MetadataSource.Text, raw.AsMemory()) : null;
        (MetadataValue? site, MetadataValue? language) = reader.StartText(page, selection, layout.TitleBlock, url, name);
        IReadOnlyList<MetadataValue> authors = Candidate.Chosen(reader.Authors.People);
        Candidate? published = reader.Days.Published(url is null ? default : url.AbsolutePath.AsMemory()) ?? Day(layout, reader);
        PageMetadata metadata = new()
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
        return (metadata, TitleBlockLines(selection, layout, authors, reader.Dates));
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
    /// The lines that hold a byline or a date and hardly more, both of which the metadata give: those between title and text, and before
    /// the first and behind the last paragraph those that are nothing but a date.
    /// </summary>
    private static List<int> TitleBlockLines(
        SelectionResult selection, SavedTextLayout layout, IReadOnlyList<MetadataValue> authors, DateReader reader)
    {
        int title = layout.TitleBlock, count = selection.Blocks.Count;
        List<int> lines = [];
        List<WrittenDate> dates = [];
        int first = Edge(selection, title + 1, 1), last = Edge(selection, count - 1, -1);
        for (int i = 0; i < count; i++)
        {
            int words = selection.Blocks[i].Words;
            bool isUnderTitle = title >= 0 && i > title && i < first;
            if (!selection.IsKept(i) || words > MaxLineWords || (i >= first && i <= last))
                continue;
            string text = layout.Lines[i];
            dates.Clear();
            reader.FindAll(text, isMonthFirst: false, dates);
            bool isDate = dates.Count > 0 && DateLine.OtherWords(text, dates) <= (isUnderTitle ? MaxBylineWords / 2 : 0);
            bool isByline = isUnderTitle && words <= MaxBylineWords
                && authors.Any(a => text.Contains(a.Value, StringComparison.OrdinalIgnoreCase));
            if (isDate || isByline)
                lines.Add(i);
        }
        return lines;
    }

    /// <summary>The first kept line from one end of the text that is too long for a byline or a date line.</summary>
    private static int Edge(SelectionResult selection, int from, int step)
    {
        int at = from;
        while ((uint)at < (uint)selection.Blocks.Count && !(selection.IsKept(at) && selection.Blocks[at].Words > MaxLineWords))
            at += step;
        return at;
    }
}

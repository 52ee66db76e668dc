using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Surroundings;

/// <summary>
/// What a page has beside its main text, as an article keeps it: little is copied when the page is read, and read when somebody asks.
/// </summary>
/// <param name="Standfirst">The lead set apart; null when there is none.</param>
/// <param name="Comments">The page's comments; null when it has none.</param>
/// <param name="Related">The links to other texts; null when there are none.</param>
internal sealed record PageSurroundings(string? Standfirst, CommentSnapshot? Comments, RelatedSnapshot? Related)
{
    /// <summary>Nothing.</summary>
    public static PageSurroundings None { get; } = new(null, null, null);

    /// <summary>The comments; none when they cannot be read, which never takes the article along.</summary>
    public IReadOnlyList<ReaderComment> ReadComments() => Try(Comments, static c => c.Read());

    /// <summary>The links; none when they cannot be read.</summary>
    public IReadOnlyList<RelatedLink> ReadRelated() => Try(Related, static r => r.Read());

    private static IReadOnlyList<TItem> Try<TPart, TItem>(TPart? part, Func<TPart, IReadOnlyList<TItem>> read)
        where TPart : class
    {
        try
        {
            return part is null ? [] : read(part);
        }
        catch (Exception e) when (IsFault(e))
        {
            return [];
        }
    }

    private static bool IsFault(Exception e) =>
        e is IndexOutOfRangeException or ArgumentException or InvalidOperationException or FormatException;

    /// <summary>Takes what a page has. What fails here is left out; it never takes the article along.</summary>
    public static PageSurroundings Take(PageDocument page, SelectionResult selection, PageMetadata metadata, PageKind kind, Uri? url)
    {
        try
        {
            SavedBase address = SavedBase.Take(page, url, metadata.Url?.Value);
            return new(
                StandfirstText.Of(page, selection),
                CommentSnapshot.Take(page, selection, kind, metadata.Language?.Value, address),
                RelatedSnapshot.Take(page, selection, address));
        }
        catch (Exception e) when (IsFault(e))
        {
            return None;
        }
    }
}

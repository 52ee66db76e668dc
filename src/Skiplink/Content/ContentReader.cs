using Skiplink.Addresses;
using Skiplink.Content.Notes;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Content;

/// <summary>Reads the content of pages: first the notes that the text refers to, which selection may keep, then all that is kept.</summary>
internal sealed class ContentReader
{
    private readonly ClassMeaningCache _meanings = new();
    private readonly ContentWalk _walk;
    private PageDocument _page = null!;

    public ContentReader() => (_walk, Notes) = (new(_meanings), new(_meanings));

    /// <summary>Finds the notes of the page.</summary>
    public NoteFinder Notes { get; }

    /// <summary>Starts a page.</summary>
    /// <param name="page">The page.</param>
    public void Start(PageDocument page)
    {
        _page = page;
        _meanings.Clear();
        Notes.Start(page);
    }

    /// <summary>Records what is kept of the page. The tape is good until the next page.</summary>
    /// <param name="selection">Which blocks are kept.</param>
    /// <param name="urls">Makes addresses absolute.</param>
    public ContentTape Read(SelectionResult selection, UrlResolver urls) => _walk.Run(_page, selection, Notes.Number(selection), urls);
}

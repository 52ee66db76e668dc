using Skiplink;
using Skiplink.Features;

namespace Train;

/// <summary>
/// Reads every page as the library does, with a model that has not seen the page's site, and writes rows as the command does: what a
/// benchmark's own scorer then scores is the whole way from bytes to text.
/// </summary>
internal sealed class OutOfFoldRows(string path) : IDisposable
{
    private readonly FileStream _file = File.Create(path);

    public void Write(ScoringModel model, IEnumerable<LabelledPage> pages)
    {
        foreach (byte[] row in pages.AsParallel().AsOrdered()
            .Select(page => ArticleJson.Write(new PageReader(model).Read(page.Html), page.Key + ".html", null)))
        {
            _file.Write(row);
            _file.WriteByte((byte)'\n');
        }
    }

    public void Dispose() => _file.Dispose();
}

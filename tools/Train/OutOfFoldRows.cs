using Skiplink;
using Skiplink.Features;

namespace Train;

/// <summary>
/// Reads every page as the library does, with a model that has not seen the page's site, and writes rows as the command does: what a
/// benchmark's own scorer then scores is the whole way from bytes to text. The rows of each other corpus go to a file of its own, whose
/// name has the corpus before its extension.
/// </summary>
internal sealed class OutOfFoldRows(string path, string corpus) : IDisposable
{
    private readonly Dictionary<string, FileStream> _files = new() { [corpus] = File.Create(path) };

    public void Write(ScoringModel model, IEnumerable<LabelledPage> pages)
    {
        foreach ((string name, byte[] row) in pages.AsParallel().AsOrdered()
            .Select(page => (page.Corpus, ArticleJson.Write(new PageReader(model).Read(page.Html), page.Key + ".html", null))))
        {
            if (!_files.TryGetValue(name, out FileStream? file))
                _files[name] = file = File.Create(Path.ChangeExtension(path, name + Path.GetExtension(path)));
            file.Write(row);
            file.WriteByte((byte)'\n');
        }
    }

    public void Dispose()
    {
        foreach (FileStream file in _files.Values)
            file.Dispose();
    }
}

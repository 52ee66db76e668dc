using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Skiplink.Addresses;
using Skiplink.Content;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Writing;

namespace Skiplink.NewPage;

/// <summary>
/// A page with what is to come out of it: <c>source.html</c> and <c>expected.md</c>, <c>.txt</c>, <c>.html</c>, <c>.xml</c> or <c>.json</c>
/// (its pictures) in a folder of its own. Every block of the page is kept, so the folder tests the walk and the writers and not the model.
/// </summary>
internal sealed class GoldenPage(string folder)
{
    private static readonly JsonSerializerOptions Json =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kinds of expected files, by their extensions.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["md", "txt", "html", "xml", "json"];

    /// <summary>The names of the golden pages in a folder. Folders in it without a <c>source.html</c> hold other pages.</summary>
    public static IEnumerable<string> SlugsIn(string root) => Directory.GetDirectories(root)
        .Where(static folder => File.Exists(new GoldenPage(folder).Source))
        .Select(static folder => Path.GetFileName(folder)!)
        .Order(StringComparer.Ordinal);

    public string Slug { get; } = Path.GetFileName(folder);

    public string Source => Path.Combine(folder, "source.html");

    public string Expected(string kind) => Path.Combine(folder, "expected." + kind);

    /// <summary>The kinds that the folder has an expectation of.</summary>
    public IEnumerable<string> KindsPresent => Kinds.Where(kind => File.Exists(Expected(kind)));

    /// <summary>What the page gives now, by kind.</summary>
    public Dictionary<string, string> Read()
    {
        PageDocument page = new PageDocumentBuilder().Build(HtmlDocument.Parse(File.ReadAllBytes(Source)));
        SelectionDraft draft = new();
        draft.Start(page.Blocks);
        draft.KeepRest(0, page.Blocks.Count, BlockReason.Probability);
        Uri url = new($"https://pages.example/{Slug}/");
        ContentReader reader = new();
        ContentTape content = reader.Read(PagePipeline.Finish(draft, page, reader), new UrlResolver(page.Head, url));
        PageMetadata metadata = new() { Title = new(Slug, MetadataSource.Heading, Slug) };
        ArticleContent written = new ContentWriter().Write(content, metadata, new() { Url = url });
        return new()
        {
            ["md"] = Text(written.Markdown()),
            ["txt"] = Text(written.Text),
            ["html"] = Text(written.Html()),
            ["xml"] = Text(written.Tei()),
            ["json"] = JsonSerializer.Serialize(new PictureCaptions().Read(page, content), Json) + "\n",
        };
    }

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8).TrimEnd('\n') + "\n";
}

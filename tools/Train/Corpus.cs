using System.IO.Compression;
using System.Text.Json;

namespace Train;

/// <summary>A page with its labels.</summary>
/// <param name="Key">The file's name without its extensions.</param>
/// <param name="Site">The site's name, by which folds are made.</param>
/// <param name="Kind">The kind of page, or empty.</param>
/// <param name="Truth">The main text as the corpus gives it; null where it may not be used, or is not there.</param>
internal sealed record LabelledPage(string Key, string Url, string Site, string Kind, byte[] Html, string? Truth)
{
    /// <summary>The name of the corpus, that of its folder.</summary>
    public string Corpus { get; init; } = "";

    /// <summary>The roles of the page's blocks; null where nobody labelled it.</summary>
    public RoleLabels? Roles { get; init; }

    /// <summary>How much the page counts in training.</summary>
    public float Weight { get; init; } = 1;
}

/// <summary>
/// Reads labelled pages from a folder: html/KEY.html[.gz] and ground-truth/KEY.json, as the WCXB benchmark lays them out. Pages and labels
/// may also stand in the folder itself.
/// </summary>
internal static class Corpus
{
    /// <summary>Reads the pages with the corpus' own text.</summary>
    public static IReadOnlyList<LabelledPage> Read(string folder)
    {
        List<LabelledPage> pages = [];
        string corpus = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        string html = Path.Combine(folder, "html");
        html = Directory.Exists(html) ? html : folder;
        foreach (string file in Directory.GetFiles(Path.Combine(folder, "ground-truth"), "*.json").Order(StringComparer.Ordinal))
        {
            string key = Path.GetFileNameWithoutExtension(file);
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = json.RootElement;
            string url = Text(root, "url");
            string kind = root.TryGetProperty("_internal", out JsonElement inner)
                && inner.TryGetProperty("page_type", out JsonElement type) ? Text(type, "primary") : "";
            pages.Add(new(
                key,
                url,
                SiteOf(url, key),
                kind == "category" ? "collection" : kind,
                ReadHtml(Path.Combine(html, key + ".html")),
                Text(root.GetProperty("ground_truth"), "main_content"))
            {
                Corpus = corpus,
            });
        }
        return pages;
    }

    /// <summary>
    /// Reads pages without the corpus' own text, which may not teach. Of the files beside the pages the site alone is read; a page without
    /// one belongs to the site that its key begins with.
    /// </summary>
    public static IReadOnlyList<LabelledPage> ReadPages(string folder)
    {
        List<LabelledPage> pages = [];
        string corpus = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        string html = Path.Combine(folder, "html"), labels = Path.Combine(folder, "ground-truth");
        (html, labels) = (Directory.Exists(html) ? html : folder, Directory.Exists(labels) ? labels : folder);
        foreach (string file in Directory.GetFiles(labels, "*.json").Order(StringComparer.Ordinal))
        {
            string key = Path.GetFileNameWithoutExtension(file);
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
            string url = Text(json.RootElement, "url"), site = Text(json.RootElement, "site");
            pages.Add(new(key, url, SiteOf(site.Length > 0 ? "http://" + site : url, key), "", ReadHtml(Path.Combine(html, key + ".html")),
                null)
            {
                Corpus = corpus,
            });
        }
        return pages;
    }

    public static byte[] ReadHtml(string path)
    {
        if (File.Exists(path))
            return File.ReadAllBytes(path);
        using GZipStream stream = new(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The host without its subdomains: two labels, or three where the second last is a short one such as co or com.</summary>
    private static string SiteOf(string url, string key)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri))
            return key;
        string[] labels = uri.Host.Split('.');
        int keep = labels.Length > 2 && labels[^2] is "co" or "com" or "org" or "net" or "gov" or "edu" or "ac" or "gob" or "or" or "ne"
            ? 3 : 2;
        return string.Join('.', labels.TakeLast(keep));
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}

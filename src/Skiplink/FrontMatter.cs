using System.Globalization;
using System.Text;
using Skiplink.Writing;

namespace Skiplink;

/// <summary>Writes the metadata of a page as YAML front matter, to stand before its Markdown.</summary>
public static class FrontMatter
{
    /// <summary>
    /// The front matter with both of its lines of dashes, and a line end behind it. What the page does not say is left out; text is in
    /// double quotes (YAML 1.2, 7.3.1).
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="source">Where the page came from, or null to leave it out.</param>
    /// <param name="url">The page's address where the caller knows it; otherwise the one that the page names stands in its place.</param>
    public static string Write(Article article, string? source, Uri? url)
    {
        ArgumentNullException.ThrowIfNull(article);
        StringBuilder yaml = new("---\n");
        PageMetadata metadata = article.Metadata;
        Text(yaml, "title", article.Title);
        List(yaml, "authors", article.Authors);
        Text(yaml, "published", article.Published);
        Text(yaml, "modified", article.Modified);
        Text(yaml, "site", article.Site);
        Text(yaml, "url", PageAddress.Of(url, metadata));
        Text(yaml, "source", source);
        Text(yaml, "language", article.Language);
        Text(yaml, "description", metadata.Description?.Value);
        Text(yaml, "image", metadata.Image?.Value);
        Text(yaml, "section", metadata.Section?.Value);
        List(yaml, "tags", [.. metadata.Tags.Select(static t => t.Value)]);
        yaml.Append("kind: ").Append(article.Kind.ToString().ToLowerInvariant()).Append('\n');
        yaml.Append("confidence: ").Append(Math.Round(article.Confidence, 3).ToString(CultureInfo.InvariantCulture)).Append('\n');
        if (article.Verdict != PageVerdict.None)
            yaml.Append("verdict: ").Append(VerdictName.Of(article.Verdict)).Append('\n');
        return yaml.Append("---\n").ToString();
    }

    private static void Text(StringBuilder yaml, string name, string? value)
    {
        if (value is null)
            return;
        yaml.Append(name).Append(": ");
        Quoted(yaml, value);
        yaml.Append('\n');
    }

    private static void List(StringBuilder yaml, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        yaml.Append(name).Append(":\n");
        foreach (string value in values)
        {
            yaml.Append("  - ");
            Quoted(yaml, value);
            yaml.Append('\n');
        }
    }

    private static void Quoted(StringBuilder yaml, string value)
    {
        yaml.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
                yaml.Append('\\').Append(c);
            else if (c is '\n')
                yaml.Append("\\n");
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
                yaml.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                yaml.Append(c);
        }
        yaml.Append('"');
    }
}

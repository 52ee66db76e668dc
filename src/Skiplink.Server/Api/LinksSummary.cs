using System.Text;

namespace Skiplink.Server.Api;

/// <summary>The links of an article's text, each address once.</summary>
internal static class LinksSummary
{
    /// <summary>Address and text of each link, in the order of the text.</summary>
    public static IReadOnlyList<(string Target, string Text)> Of(Article article)
    {
        List<(string, string)> links = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (LinkInline link in BlockText.Links(article.Blocks))
        {
            if (!link.Target.StartsWith('#') && seen.Add(link.Target))
                links.Add((link.Target, BlockText.Of(link.Content)));
        }
        return links;
    }

    /// <summary>A text with the links below it.</summary>
    public static string AddTo(string text, Article article)
    {
        IReadOnlyList<(string Target, string Text)> links = Of(article);
        if (links.Count == 0)
            return text;
        StringBuilder whole = new(text.TrimEnd());
        whole.Append("\n\nLinks:\n\n");
        foreach ((string target, string label) in links)
        {
            string name = label.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
            whole.Append("- [").Append(name).Append("](<").Append(target.Replace(">", "%3E", StringComparison.Ordinal)).Append(">)\n");
        }
        return whole.ToString();
    }
}

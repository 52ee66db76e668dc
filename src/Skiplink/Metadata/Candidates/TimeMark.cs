using System.Text;
using Skiplink.Html;

namespace Skiplink.Metadata.Candidates;

/// <summary>What the markup says of a <c>time</c> element: hAtom's classes, <c>pubdate</c>, microdata.</summary>
internal static class TimeMark
{
    private const int MostLevels = 8;

    /// <summary>What it is the time of.</summary>
    public enum Kind
    {
        /// <summary>The markup does not say.</summary>
        None,

        /// <summary>Publication.</summary>
        Published,

        /// <summary>The last change.</summary>
        Modified,
    }

    /// <summary>What a <c>time</c> element is the time of.</summary>
    public static Kind Of(HtmlNode time)
    {
        if (time.GetAttribute("pubdate") is not null)
            return Kind.Published;
        HtmlNode node = time;
        for (int i = 0; i < 2 && !node.IsNone && node.IsElement; i++, node = node.Parent)
        {
            string words = Words(node);
            if (words.Contains("modified", StringComparison.Ordinal) || words.Contains("updated", StringComparison.Ordinal))
                return words.Contains("publish", StringComparison.Ordinal) ? Kind.Published : Kind.Modified;
            if (words.Contains("publish", StringComparison.Ordinal) || words.Contains("pubdate", StringComparison.Ordinal) || words.Contains("entry-date", StringComparison.Ordinal))
                return Kind.Published;
        }
        return Kind.None;
    }

    /// <summary>Whether an element stands beside the page's own text: in a link, a list, a sidebar, a footer, a teaser.</summary>
    public static bool IsBeside(HtmlNode time)
    {
        HtmlNode node = time.Parent;
        for (int i = 0; i < MostLevels && !node.IsNone && node.IsElement; i++, node = node.Parent)
        {
            if (node.NameId is HtmlNames.A or HtmlNames.Aside or HtmlNames.Nav or HtmlNames.Footer or HtmlNames.Li)
                return true;
            string words = Words(node);
            if (words.Contains("related", StringComparison.Ordinal) || words.Contains("teaser", StringComparison.Ordinal) || words.Contains("sidebar", StringComparison.Ordinal) || words.Contains("comment", StringComparison.Ordinal) || words.Contains("recent", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static string Words(HtmlNode node)
    {
        ReadOnlySpan<byte> property = node.Utf8Attribute(HtmlNames.Itemprop), classes = node.Utf8Attribute(HtmlNames.Class);
        return (property.IsEmpty && classes.IsEmpty) || property.Length + classes.Length > 2000 ? "" : $"{Encoding.UTF8.GetString(property)} {Encoding.UTF8.GetString(classes)}".ToLowerInvariant();
    }
}

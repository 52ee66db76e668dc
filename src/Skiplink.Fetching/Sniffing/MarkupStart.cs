using System.Buffers;
using System.Text;

namespace Skiplink.Fetching.Sniffing;

/// <summary>What the first tag of a text is: of a page, of a feed, of other XML.</summary>
internal static class MarkupStart
{
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Elements that a page may begin with: those of the MIME Sniffing standard, and a few that fragments begin with.</summary>
    private static readonly HashSet<string> PageElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "!doctype html", "html", "head", "body", "script", "iframe", "h1", "h2", "h3", "div", "font", "table", "a", "style", "title", "b",
        "br", "p", "meta", "link", "base", "main", "article", "section", "header", "nav", "span", "ul", "ol", "img", "figure", "blockquote",
        "center",
    };

    private static readonly string[] LooseTags =
        ["<html", "<head", "<body", "<div", "<p>", "<p ", "<a href", "<table", "<meta ", "<article", "<span", "<br"];

    private static readonly SearchValues<char> HeaderNameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");

    /// <summary>Says what a text in an encoding that keeps ASCII begins as.</summary>
    public static SniffedContent Sniff(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head.StartsWith("\uFEFF"u8) ? head[3..] : head);
        string root = FirstTag(text, out bool isXml);
        SniffedContent? known = root.ToLowerInvariant() switch
        {
            "rss" => new(ContentKind.Other, "an RSS feed"),
            "feed" => new(ContentKind.Other, "an Atom feed"),
            "rdf:rdf" when text.Contains("http://purl.org/rss/", StringComparison.Ordinal) => new(ContentKind.Other, "an RSS feed"),
            "urlset" or "sitemapindex" => new(ContentKind.Other, "a sitemap"),
            "svg" => new(ContentKind.Other, "an SVG image"),
            _ => null,
        };
        if (known is not null)
            return known.Value;
        if (PageElements.Contains(root))
            return new(ContentKind.Html, "a page");
        if (isXml && root.Length > 0)
            return new(ContentKind.Xml, "an XML document");
        if (JsonStart(text))
            return new(ContentKind.Other, "a JSON file");
        if (MailHeaders(text) is { } mail)
            return mail;
        return Array.Exists(LooseTags, tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase))
            ? new(ContentKind.Tagged, "a text with tags")
            : new(ContentKind.Text, "a text");
    }

    /// <summary>The name of the first element or doctype; empty when text comes before it.</summary>
    private static string FirstTag(string text, out bool isXml)
    {
        isXml = false;
        for (int at = 0; ;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            ReadOnlySpan<char> rest = text.AsSpan(at);
            if (rest.StartsWith("<?"))
            {
                isXml |= rest.StartsWith("<?xml");
                at = After(text, at, "?>");
            }
            else if (rest.StartsWith("<!--"))
            {
                at = After(text, at, "-->");
            }
            else if (rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
            {
                string name = Name(rest["<!doctype".Length..].TrimStart());
                if (name.Equals("html", StringComparison.OrdinalIgnoreCase))
                    return "!doctype html";
                at = After(text, at, ">");
            }
            else
            {
                return rest.StartsWith('<') ? Name(rest[1..]) : "";
            }
        }
    }

    private static int After(string text, int at, string end)
    {
        int found = text.IndexOf(end, at, StringComparison.Ordinal);
        return found < 0 ? text.Length : found + end.Length;
    }

    private static string Name(ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOfAny(EndOfName);
        return end is > 0 and < 32 ? rest[..end].ToString() : "";
    }

    /// <summary>Whether it begins as an object with a key, or as a list of objects.</summary>
    private static bool JsonStart(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        if (rest.StartsWith('['))
            rest = rest[1..].TrimStart();
        return rest.StartsWith('{') && rest[1..].TrimStart().StartsWith('"');
    }

    /// <summary>An e-mail message, or a page saved as one, by the headers before the first empty line; null when it is none.</summary>
    private static SniffedContent? MailHeaders(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        int colon = rest.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0 || rest[..colon].ContainsAnyExcept(HeaderNameCharacters))
            return null;
        string all = rest.ToString().ReplaceLineEndings("\n");
        int end = all.IndexOf("\n\n", StringComparison.Ordinal);
        string headers = "\n" + (end < 0 ? all : all[..end]);
        if (!headers.Contains("\nmime-version:", StringComparison.OrdinalIgnoreCase))
            return null;
        return headers.Contains("multipart/related", StringComparison.OrdinalIgnoreCase)
            || headers.Contains("\nsnapshot-content-location:", StringComparison.OrdinalIgnoreCase)
            ? new(ContentKind.Mhtml, "an MHTML archive") : new(ContentKind.Other, "an e-mail message");
    }
}

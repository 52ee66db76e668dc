using Skiplink.Html;

namespace Skiplink.Metadata.Candidates;

/// <summary>Recognizes links to pages about people by their paths: <c>/author/jane-doe</c>.</summary>
internal static class PersonPaths
{
    private static readonly byte[][] Parts =
    [
        .. ((string[])
        [
            "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori", "people", "person", "staff",
            "contributor", "contributors", "journalist", "reporter",
            "redaktion", "by", "profile", "profil", "writers", "columnist", "yazar", "forfatter",
        ]).Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>Whether a link leads to a page about a person of the site.</summary>
    public static bool IsOne(HtmlNode anchor)
    {
        if (anchor.Utf8Attribute(HtmlNames.Rel).IndexOf("author"u8) >= 0)
            return true;
        ReadOnlySpan<byte> rest = anchor.Utf8Attribute(HtmlNames.Href);
        for (int slash = rest.IndexOf((byte)'/'); slash >= 0; slash = rest.IndexOf((byte)'/'))
        {
            rest = rest[(slash + 1)..];
            int end = rest.IndexOf((byte)'/');
            // The page behind it, not the list of all.
            if (end <= 1 || end + 1 >= rest.Length)
                continue;
            foreach (byte[] part in Parts)
            {
                if (rest[..end].SequenceEqual(part))
                    return true;
            }
        }
        return false;
    }
}

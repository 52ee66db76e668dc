using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Metadata;

/// <summary>Finds the elements that a page marks as naming its author: <c>itemprop="author"</c>, classes such as <c>byline</c> and <c>author-name</c>.</summary>
internal static class Bylines
{
    private const int Most = 8;
    private const int MostCharacters = 120;

    public static IEnumerable<Finding> Find(HtmlDocument document)
    {
        List<Finding> marked = [], classed = [];
        ReadOnlySpan<NodeRow> rows = document.Nodes.Rows;
        for (int i = 0; i < rows.Length && marked.Count < Most; i++)
        {
            if (rows[i].Kind != HtmlNodeKind.Element || rows[i].DataLength == 0 || rows[i].Namespace != HtmlNamespace.Html)
                continue;
            HtmlNode node = new(document, i);
            bool isMarked = node.Utf8Attribute(HtmlNames.Itemprop).IndexOf("author"u8) >= 0;
            if (!isMarked && (classed.Count >= Most || !NamesAuthor(node.Utf8Attribute(HtmlNames.Class))))
                continue;
            string text = Tidy.Text(NameIn(node));
            if (text.Length is > 1 and <= MostCharacters)
                (isMarked ? marked : classed).Add(new(text, isMarked ? "microdata" : "text", text));
        }
        return marked.Concat(classed);
    }

    /// <summary>The text of the part that is marked as the name, or else of the whole.</summary>
    private static string NameIn(HtmlNode node)
    {
        int looked = 0;
        for (HtmlNode child = node.FirstChild; !child.IsNone && looked < 50; child = child.NextInOrder(node), looked++)
        {
            if (child.IsElement && (child.Utf8Attribute(HtmlNames.Itemprop).SequenceEqual("name"u8) || child.Utf8Attribute(HtmlNames.Rel).SequenceEqual("author"u8)))
                return child.TextContent;
        }
        return looked >= 50 ? "" : node.TextContent;
    }

    private static bool NamesAuthor(ReadOnlySpan<byte> classes)
    {
        if (classes.IsEmpty)
            return false;
        foreach (Range range in classes.Split((byte)' '))
        {
            string word = classes[range].Length is > 3 and < 40 ? Encoding.ASCII.GetString(classes[range]).ToLowerInvariant() : "";
            if (word is "author" or "byline" or "author-name" or "post-author" or "entry-author" or "article-author" or "byline-name" or "author__name" or "article__author" or "p-author"
                || word.EndsWith("byline", StringComparison.Ordinal) || word.EndsWith("author-name", StringComparison.Ordinal) || word.EndsWith("__author", StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}

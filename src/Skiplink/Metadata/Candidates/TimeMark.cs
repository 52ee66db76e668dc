using Skiplink.Html;

namespace Skiplink.Metadata.Candidates;

/// <summary>The meaning of a <c>time</c> element by its markup: hAtom classes, <c>pubdate</c>, microdata.</summary>
internal static class TimeMark
{
    private const int MaxLevels = 8;
    private const int MaxBytes = 2001;

    /// <summary>What the time is of.</summary>
    public enum Kind
    {
        /// <summary>Not specified.</summary>
        None,

        /// <summary>Publication.</summary>
        Published,

        /// <summary>The last change.</summary>
        Modified,
    }

    /// <summary>What the time of a <c>time</c> element is of.</summary>
    public static Kind Of(HtmlNode time)
    {
        if (time.Document.FindName("pubdate"u8) is > 0 and int pubdate && time.HasAttribute(pubdate))
            return Kind.Published;
        Span<byte> buffer = stackalloc byte[MaxBytes];
        HtmlNode node = time;
        for (int i = 0; i < 2 && !node.IsNone && node.IsElement; i++, node = node.Parent)
        {
            ReadOnlySpan<byte> words = Words(node, buffer);
            bool isPublished = words.IndexOf("publish"u8) >= 0;
            if (words.IndexOf("modified"u8) >= 0 || words.IndexOf("updated"u8) >= 0)
                return isPublished ? Kind.Published : Kind.Modified;
            if (isPublished || words.IndexOf("pubdate"u8) >= 0 || words.IndexOf("entry-date"u8) >= 0)
                return Kind.Published;
        }
        return Kind.None;
    }

    /// <summary>Whether an element is outside the page's own text: in a link, a list, a sidebar, a footer, a teaser.</summary>
    public static bool IsBeside(HtmlNode time)
    {
        Span<byte> buffer = stackalloc byte[MaxBytes];
        HtmlNode node = time.Parent;
        for (int i = 0; i < MaxLevels && !node.IsNone && node.IsElement; i++, node = node.Parent)
        {
            if (node.NameId is HtmlNames.A or HtmlNames.Aside or HtmlNames.Nav or HtmlNames.Footer or HtmlNames.Li)
                return true;
            ReadOnlySpan<byte> words = Words(node, buffer);
            if (words.IndexOf("related"u8) >= 0 || words.IndexOf("teaser"u8) >= 0 || words.IndexOf("sidebar"u8) >= 0
                || words.IndexOf("comment"u8) >= 0 || words.IndexOf("recent"u8) >= 0)
                return true;
        }
        return false;
    }

    /// <summary>The properties and classes of an element in lower case, of letters that are ASCII.</summary>
    private static ReadOnlySpan<byte> Words(HtmlNode node, Span<byte> buffer)
    {
        ReadOnlySpan<byte> property = node.Utf8Attribute(HtmlNames.Itemprop), classes = node.Utf8Attribute(HtmlNames.Class);
        if (property.Length + 1 + classes.Length > buffer.Length)
            return default;
        property.CopyTo(buffer);
        buffer[property.Length] = (byte)' ';
        classes.CopyTo(buffer[(property.Length + 1)..]);
        Span<byte> words = buffer[..(property.Length + 1 + classes.Length)];
        foreach (ref byte b in words)
            b |= (byte)(b is >= (byte)'A' and <= (byte)'Z' ? 0x20 : 0);
        return words;
    }
}

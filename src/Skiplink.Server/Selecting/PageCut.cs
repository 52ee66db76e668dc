using System.Text;
using Skiplink.Html;

namespace Skiplink.Server.Selecting;

/// <summary>Cuts a page down to the elements that a request asks for, without those that it does not want.</summary>
/// <param name="Target">The elements to read; the whole page when null.</param>
/// <param name="Remove">The elements to leave out; none when null.</param>
internal sealed record PageCut(SelectorList? Target, SelectorList? Remove)
{
    /// <summary>The cut for two lists of selectors; null when both are empty.</summary>
    /// <exception cref="SelectorSyntaxException">One of them is wrong.</exception>
    public static PageCut? Of(string? target, string? remove)
    {
        SelectorList? targets = string.IsNullOrWhiteSpace(target) ? null : SelectorList.Parse(target);
        SelectorList? removed = string.IsNullOrWhiteSpace(remove) ? null : SelectorList.Parse(remove);
        return targets is null && removed is null ? null : new(targets, removed);
    }

    /// <summary>The page with the rest of its markup gone. The head stays: it says what the page is.</summary>
    /// <exception cref="InputException">Nothing in it is what was asked for.</exception>
    public PageInput Apply(PageInput page)
    {
        HtmlDocument document = new HtmlParser().Parse(page.Bytes, page.Encoding);
        ReadOnlySpan<byte> source = document.Source.Span;
        List<(int Start, int End)> kept = [], removed = [];
        HtmlNode node = document.Root, root = document.Root;
        while (!node.IsNone)
        {
            if (Remove?.Matches(node) == true)
            {
                removed.Add((node.SourceStart, node.SourceEnd));
                node = node.NextSkippingChildren(root);
                continue;
            }
            if (Target?.Matches(node) == true && (kept.Count == 0 || node.SourceStart >= kept[^1].End))
                kept.Add((node.SourceStart, node.SourceEnd));
            node = node.NextInOrder(root);
        }
        if (Target is not null && kept.Count == 0)
            throw new InputException(page.Url?.ToString() ?? "the page", "has no element that the target selector matches");

        MemoryStream cut = new(source.Length);
        if (Target is null)
        {
            Write(cut, source, (0, source.Length), removed);
        }
        else
        {
            cut.Write("<!DOCTYPE html>"u8);
            if (document.Head is { IsNone: false } head && head.SourceEnd > head.SourceStart)
                Write(cut, source, (head.SourceStart, head.SourceEnd), removed);
            cut.Write("<body>"u8);
            foreach ((int, int) range in kept)
                Write(cut, source, range, removed);
        }
        return page with { Bytes = cut.ToArray(), Encoding = Encoding.UTF8.WebName };
    }

    /// <summary>Writes a range of the source without the ranges that are removed, which are in order.</summary>
    private static void Write(MemoryStream cut, ReadOnlySpan<byte> source, (int Start, int End) range, List<(int Start, int End)> removed)
    {
        int at = range.Start;
        foreach ((int start, int end) in removed)
        {
            if (end <= at || start >= range.End || start < range.Start)
                continue;
            if (start > at)
                cut.Write(source[at..start]);
            at = Math.Max(at, Math.Min(end, range.End));
        }
        if (at < range.End)
            cut.Write(source[at..range.End]);
    }
}

using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Surroundings;

/// <summary>
/// The part of a page that holds its comments, copied as source, with the places of the comments' blocks in it. Copying costs next to
/// nothing; the copy is parsed and the comments are read out of it when somebody asks.
/// </summary>
internal sealed class CommentSnapshot
{
    // The markup around the copy: the base of addresses, and what is needed that the copy is parsed as it was.
    private readonly byte[] _markup;
    private readonly int[] _starts;
    private readonly bool _isMonthFirst;
    private readonly SavedBase _base;

    private CommentSnapshot(byte[] markup, int[] starts, bool isMonthFirst, SavedBase address) =>
        (_markup, _starts, _isMonthFirst, _base) = (markup, starts, isMonthFirst, address);

    /// <summary>Copies what is needed; null when the page has no comments.</summary>
    public static CommentSnapshot? Take(
        PageDocument page, SelectionResult selection, PageKind kind, string? language, SavedBase address)
    {
        List<int>? blocks = null;
        for (int i = 0; i < selection.Blocks.Count; i++)
        {
            if (selection.RoleOf(i) == BlockRole.Comment)
                (blocks ??= []).Add(i);
        }
        // The posts of a thread are declared as comments too, and are main text.
        HtmlNode script = kind == PageKind.Forum ? default : DeclaredComments.ScriptOf(page);
        if (blocks is null && script.IsNone)
            return null;
        ByteBuffer markup = new();
        if (page.Html.QuirksMode != HtmlQuirksMode.Quirks)
            markup.Add("<!DOCTYPE html>"u8);
        markup.Add(address.Markup);
        if (!script.IsNone)
        {
            markup.Add("<script type=\"application/ld+json\">"u8);
            markup.Add(script.FirstChild.Utf8Text);
            markup.Add("</script>"u8);
        }
        int[] starts = blocks is null ? [] : Copy(page, blocks, markup);
        return new(markup.Span(0, markup.Count).ToArray(), starts, Metadata.Values.LanguageTag.PutsMonthFirst(language), address);
    }

    /// <summary>The comments.</summary>
    public IReadOnlyList<ReaderComment> Read()
    {
        PageDocument page = new PageDocumentBuilder().Build(new HtmlParser().ParseUtf8(_markup));
        bool[] blocks = new bool[page.Blocks.Count];
        for (int i = 0; i < blocks.Length; i++)
            blocks[i] = Array.BinarySearch(_starts, page.Html.Nodes[page.Blocks[i].FirstNode].SourceStart) >= 0;
        return CommentReader.Read(page, blocks, _isMonthFirst, _base.Resolver(page.Head));
    }

    /// <summary>Copies the source around blocks, and gives for each where its first text starts in the copy.</summary>
    private static int[] Copy(PageDocument page, List<int> blocks, ByteBuffer markup)
    {
        ElementTable elements = page.Elements;
        int element = page.Blocks[blocks[0]].Container, last = blocks[^1];
        while (element != 0 && elements[element].FirstBlock + elements[element].Blocks <= last)
            element = elements[element].Parent;
        // Parts of a table are parts of a table alone.
        int outer = element;
        while (outer != 0 && elements[outer].Name is HtmlNames.Td or HtmlNames.Th or HtmlNames.Tr or HtmlNames.Tbody or HtmlNames.Table)
        {
            element = outer;
            if (elements[outer].Name == HtmlNames.Table)
                break;
            outer = elements[outer].Parent;
        }
        int start = elements[element].Node is var node && element != 0 ? page.Html.Nodes[node].SourceStart : 0;
        int end = element != 0 ? page.Html.Nodes[node].SourceEnd : page.Html.Source.Length;
        foreach (int block in blocks)
        {
            // Misnested markup may have moved a text out of the source of its element.
            start = Math.Min(start, page.Html.Nodes[page.Blocks[block].FirstNode].SourceStart);
            end = Math.Max(end, page.Html.Nodes[page.Blocks[block].LastNode].SourceEnd);
        }
        int offset = markup.Count - start;
        markup.Add(page.Html.Source.Span[start..Math.Min(end, page.Html.Source.Length)]);
        int[] starts = new int[blocks.Count];
        for (int i = 0; i < starts.Length; i++)
            starts[i] = page.Html.Nodes[page.Blocks[blocks[i]].FirstNode].SourceStart + offset;
        Array.Sort(starts);
        return starts;
    }
}

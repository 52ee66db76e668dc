using System.Globalization;
using System.Net;
using System.Text;

namespace Skiplink;

/// <summary>Writes an explanation as one page of HTML that needs nothing else: no script, no style sheet, no font from elsewhere.</summary>
public static class ExplanationPage
{
    private const int MostCharacters = 600;

    /// <summary>Items of menus are shorter; short paragraphs are not folded away.</summary>
    private const int MaxFoldedCharacters = 60;

    private const int MinFolded = 3;

    /// <summary>How many of the folded blocks are named in their line.</summary>
    private const int FoldedNamed = 4;

    /// <summary>The page.</summary>
    /// <param name="explanation">What to show.</param>
    /// <param name="source">What to call the page that was read.</param>
    public static string Write(Explanation explanation, string source)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(source);
        StringBuilder html = new();
        int kept = explanation.Blocks.Count(static b => b.Kept);
        html.Append(Head)
            .Append(Escape($"How Skiplink read {source}")).Append("</title>\n<style>\n").Append(Style)
            .Append("</style>\n</head>\n<body>\n<h1>How Skiplink read this page</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"source\">{Escape(source)}</p>\n")
            .Append("<p>A page is cut into blocks: paragraphs, headings, items, cells. Each gets a probability of being main text; the "
                + "page's cut is ")
            .Append("put where the text that is kept is expected to be most right. Here ")
            .Append(CultureInfo.InvariantCulture, $"{kept} of {explanation.Blocks.Count} blocks were kept")
            .Append(CultureInfo.InvariantCulture, $" (the lowest at {explanation.Cut * 100:0} %), and ")
            .Append(CultureInfo.InvariantCulture,
                $"{explanation.Article.Confidence * 100:0} % of the result is expected to be right.</p>\n")
            .Append("<p class=\"legend\"><span class=\"kept\">kept</span> <span class=\"skipped\">skipped</span> "
                + "<span class=\"hidden\">hidden from readers</span></p>\n")
            .Append(Legend(explanation))
            .Append("<p class=\"legend\">Under each block: its role, its probability, what decided, and what spoke for (+) and against ")
            .Append("it (−), the strongest first.</p>\n");
        Write(html, explanation.Article);
        return html.Append(WriteBlocks(explanation)).Append("</body>\n</html>\n").ToString();
    }

    /// <summary>
    /// The list of blocks alone, as a fragment of HTML without styles, for a page of one's own. Short blocks that were skipped one after
    /// the other, the items of a menu, are folded into one line.
    /// </summary>
    /// <param name="explanation">What to show.</param>
    public static string WriteBlocks(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        StringBuilder html = new("<ol class=\"blocks\">\n");
        IReadOnlyList<BlockExplanation> blocks = explanation.Blocks;
        for (int start = 0; start < blocks.Count;)
        {
            int end = start;
            while (end < blocks.Count && IsFoldable(blocks[end]))
                end++;
            if (end - start >= MinFolded)
                WriteFolded(html, blocks, start, end);
            else
                Write(html, blocks, start, end = Math.Max(end, start + 1));
            start = end;
        }
        return html.Append("</ol>\n").ToString();
    }

    private static bool IsFoldable(BlockExplanation block) => !block.Kept && block.Text.Length <= MaxFoldedCharacters;

    private static void WriteFolded(StringBuilder html, IReadOnlyList<BlockExplanation> blocks, int start, int end)
    {
        IEnumerable<string> first = blocks.Skip(start).Take(Math.Min(FoldedNamed, end - start)).Select(static block => block.Text);
        string rest = end - start > FoldedNamed ? " …" : "";
        html.Append(CultureInfo.InvariantCulture, $"<li class=\"skipped folded\"><details><summary>{end - start} short blocks skipped: ")
            .Append(Escape(string.Join(" · ", first) + rest)).Append("</summary>\n<ol>\n");
        Write(html, blocks, start, end);
        html.Append("</ol></details></li>\n");
    }

    private static void Write(StringBuilder html, IReadOnlyList<BlockExplanation> blocks, int start, int end)
    {
        for (int i = start; i < end; i++)
            Write(html, blocks[i]);
    }

    private static void Write(StringBuilder html, Article article)
    {
        if (article.Verdict == PageVerdict.None)
            return;
        string evidence = string.Join(", ", article.Evidence.Select(static e => e switch
        {
            { Phrase: { } phrase, Markup: { } markup } => $"“{phrase}” ({markup})",
            { Phrase: { } phrase } => $"“{phrase}”",
            _ => e.Markup,
        }));
        string shown = article.Shown switch
        {
            { Of: { } all } part => $" It shows {part.Words} of {all} words.",
            { } part => $" It shows {part.Words} words.",
            null => "",
        };
        html.Append(CultureInfo.InvariantCulture,
            $"<p class=\"verdict\">No page to read: <b>{VerdictName.Of(article.Verdict)}</b>, by {Escape(evidence)}.{shown}</p>\n");
    }

    /// <summary>The roles that the page's blocks have, each with its colour and the number of blocks.</summary>
    private static string Legend(Explanation explanation)
    {
        StringBuilder legend = new("<p class=\"legend\">Roles:");
        foreach (BlockRole role in Enum.GetValues<BlockRole>())
        {
            int blocks = explanation.Blocks.Count(b => b.Role == role);
            if (blocks > 0)
                legend.Append(CultureInfo.InvariantCulture, $" <span class=\"role {NameOf(role)}\">{NameOf(role)}</span> {blocks}");
        }
        return legend.Append("</p>\n").ToString();
    }

    private static string NameOf(BlockRole role) => role.ToString().ToLowerInvariant();

    private static void Write(StringBuilder html, BlockExplanation block)
    {
        string text = block.Text.Length <= MostCharacters ? block.Text : block.Text[..MostCharacters] + " …";
        string state = block.Kept ? "kept" : block.HiddenBy is null ? "skipped" : "hidden";
        string role = NameOf(block.Role);
        string percent = (block.Probability * 100).ToString("0", CultureInfo.InvariantCulture);
        html.Append(CultureInfo.InvariantCulture, $"<li class=\"{state}\"><p class=\"text\" dir=\"auto\">{Escape(text)}</p>")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"why\"><span class=\"role {role}\">{role}</span> ")
            .Append(CultureInfo.InvariantCulture, $"<meter max=\"1\" value=\"{block.Probability:0.000}\"></meter> ")
            .Append(CultureInfo.InvariantCulture, $"{percent} % · {Escape(Words(block))}");
        foreach (Reason reason in block.Reasons)
        {
            (string side, string sign) = reason.Weight > 0 ? ("for", "+") : ("against", "−");
            html.Append(CultureInfo.InvariantCulture, $" · <span class=\"{side}\">{sign} {Escape(reason.What)}</span>");
        }
        html.Append(CultureInfo.InvariantCulture, $"</p><p class=\"path\">{Escape(block.Path)}</p></li>\n");
    }

    private static string Words(BlockExplanation block) => block.DecidedBy switch
    {
        BlockReason.ListCompletion => "kept: most of its list or table was",
        BlockReason.Standfirst => "kept: it says under the title what the page's description says",
        BlockReason.Heading => "kept: a heading over text that was",
        BlockReason.GapFilling => "kept: the text around it was",
        BlockReason.Symbol => "kept: the blocks on both sides of it were",
        BlockReason.Comment => "skipped: a reader's comment",
        BlockReason.Footnote => "kept: a footnote of text that was",
        BlockReason.EmbeddedData => "kept: the page shows little, and this text stands in its data",
        BlockReason.Copy => "skipped: the same text stands further up, in another part of the page",
        BlockReason.Subscription => "skipped: a box to leave an e-mail address in",
        BlockReason.Table => "skipped: most of its table was",
        BlockReason.TitleBlock => "skipped: title, byline or date, which the metadata give",
        BlockReason.Caption => "skipped: a caption, which the pictures give",
        BlockReason.Boilerplate => "skipped: a line that speaks to the page's users",
        BlockReason.NoMainText => "skipped: the page has no main text to expect",
        BlockReason.ReplacedByData => "skipped: the page shows little, and the text in its data is given instead",
        BlockReason.Role => "skipped: plainly something else than main text",
        BlockReason.Hidden => $"hidden from readers: {block.HiddenBy}",
        _ => block.Kept ? "kept" : "skipped",
    };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private const string Head =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";

    private const string Style = """
        body { font: 16px/1.45 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
        ol { list-style: none; padding: 0 }
        li { border-left: .4rem solid #ccc; margin: .5rem 0; padding: .2rem .8rem }
        li.kept { border-color: #2a7d46; background: #f0f8f2 }
        li.hidden { border-color: #c9a227; background: #fdf9ec }
        li.skipped .text, li.hidden .text { color: #777 }
        p { margin: .2rem 0 }
        .text { white-space: pre-wrap; overflow-wrap: anywhere }
        .why, .path, .source, .legend { font-size: .82rem; color: #555 }
        .path { color: #888; overflow-wrap: anywhere }
        .for { color: #1b6633 }
        .against { color: #9c2b1f }
        .legend .kept { border-left: .4rem solid #2a7d46; padding-left: .3rem }
        .legend .hidden { border-left: .4rem solid #c9a227; padding-left: .3rem }
        .legend .skipped { border-left: .4rem solid #ccc; padding-left: .3rem }
        summary { font-size: .9rem; color: #555; cursor: pointer; overflow-wrap: anywhere }
        .role { border-radius: .2rem; padding: 0 .35rem; background: #e6e6e6; color: #222 }
        .role.main { background: #bfe3c8 }
        .role.title { background: #8fd0a2 }
        .role.byline { background: #d5ecc2 }
        .role.standfirst { background: #a9dccb }
        .role.caption { background: #c9e6ee }
        .role.comment { background: #c8d5f5 }
        .role.related { background: #f6dcb5 }
        .role.promotion { background: #f5c6c0 }
        .role.author { background: #dccdf0 }
        .role.navigation { background: #dcdcdc }
        .role.notice { background: #efe9b0 }
        .role.hidden { background: #f3e3a4 }
        meter { width: 6rem; vertical-align: middle }

        """;
}

using System.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Skiplink.MarkdownCheck;

/// <summary>Reads Markdown with Markdig, a parser that knows nothing of ours, and gives the text that a reader of it would see.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Plain = Extensions().Build();
    private static readonly MarkdownPipeline WithFormulas = Extensions().UseMathematics().Build();

    /// <summary>
    /// The text: blocks on lines of their own, notes last, each behind its number in square brackets. Images show nothing.
    /// </summary>
    /// <param name="markdown">The Markdown.</param>
    /// <param name="hasFormulas">Whether dollar signs stand around formulas in it.</param>
    public static string Read(string markdown, bool hasFormulas)
    {
        StringBuilder text = new();
        foreach (Block block in Markdown.Parse(markdown, hasFormulas ? WithFormulas : Plain))
            Add(block, text);
        return text.ToString();
    }

    /// <summary>A text without its white space: what two texts that differ in nothing else have in common.</summary>
    public static string WithoutWhiteSpace(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));

    private static MarkdownPipelineBuilder Extensions() => new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseTaskLists()
        .UseFootnotes();

    private static void Add(Block block, StringBuilder text)
    {
        switch (block)
        {
            case Footnote note:
                text.Append('[').Append(note.Label!.TrimStart('^')).Append("] ");
                foreach (Block child in note)
                    Add(child, text);
                break;
            case QuoteBlock quotation:
                int start = text.Length;
                foreach (Block child in quotation)
                    Add(child, text);
                TakeCalloutAway(text, start);
                break;
            case ContainerBlock container:
                foreach (Block child in container)
                    Add(child, text);
                break;
            case Markdig.Syntax.CodeBlock code:
                text.Append(code.Lines).Append('\n');
                break;
            case HtmlBlock html:
                text.Append(html.Lines).Append('\n');
                break;
            case LeafBlock { Inline: { } inlines }:
                Add(inlines, text);
                text.Append('\n');
                break;
        }
    }

    private static void Add(Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case MathInline formula:
                text.Append(formula.Content.AsSpan());
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case HtmlInline { Tag: "<rp>" or "</rp>" }:
                break;
            case Markdig.Syntax.Inlines.LineBreakInline or HtmlInline { Tag: "<br>" }:
                text.Append('\n');
                break;
            case FootnoteLink { IsBackLink: false } reference:
                text.Append('[').Append(reference.Footnote.Label!.TrimStart('^')).Append(']');
                break;
            case Markdig.Syntax.Inlines.LinkInline { IsImage: true } or TaskList or FootnoteLink:
                break;
            case ContainerInline container:
                foreach (Inline child in container)
                    Add(child, text);
                break;
        }
    }

    /// <summary>The kind of a callout is an extension of its own that Markdig takes for text.</summary>
    private static void TakeCalloutAway(StringBuilder text, int start)
    {
        if (text.Length <= start + 3 || text[start] != '[' || text[start + 1] != '!')
            return;
        int end = start + 2;
        while (end < text.Length && char.IsAsciiLetterLower(text[end]))
            end++;
        if (end < text.Length && text[end] == ']')
            text.Remove(start, end + 1 - start);
    }
}

using System.Text;

namespace Skiplink.Server.Api;

/// <summary>Goes through the blocks of an article.</summary>
internal static class BlockText
{
    /// <summary>The characters of inline content, without images.</summary>
    public static string Of(IReadOnlyList<ContentInline> content)
    {
        StringBuilder text = new();
        Append(text, content);
        return text.ToString().Trim();
    }

    /// <summary>The links in blocks, in their order.</summary>
    public static IEnumerable<LinkInline> Links(IEnumerable<ContentBlock> blocks) => blocks.SelectMany(static block => block switch
    {
        ParagraphBlock paragraph => Links(paragraph.Content),
        HeadingBlock heading => Links(heading.Content),
        ListBlock list => list.Items.SelectMany(static item => Links(item.Content)),
        DefinitionListBlock list => list.Entries.SelectMany(static entry => Links(entry.Content)),
        QuotationBlock quotation => Links(quotation.Content),
        CalloutBlock callout => Links(callout.Title).Concat(Links(callout.Content)),
        TableBlock table => Links(table.Caption).Concat(table.Rows.SelectMany(static row => row.SelectMany(static c => Links(c.Content)))),
        FigureBlock figure => Links(figure.Content).Concat(Links(figure.Caption)),
        NoteBlock note => Links(note.Content),
        _ => [],
    });

    private static IEnumerable<LinkInline> Links(IReadOnlyList<ContentInline> content) => content.SelectMany(static inline => inline switch
    {
        LinkInline link => [link],
        SpanInline span => Links(span.Content),
        _ => [],
    });

    private static void Append(StringBuilder text, IReadOnlyList<ContentInline> content)
    {
        foreach (ContentInline inline in content)
        {
            switch (inline)
            {
                case TextInline part:
                    text.Append(part.Text);
                    break;
                case SpanInline span:
                    Append(text, span.Content);
                    break;
                case LinkInline link:
                    Append(text, link.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case FormulaInline formula:
                    text.Append(formula.Tex);
                    break;
            }
        }
    }
}

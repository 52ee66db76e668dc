using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>What an HTML element stands for in the content.</summary>
internal static class ElementKinds
{
    private static readonly ContentKind[] Kinds = Make();

    public static ContentKind Of(int name) => (uint)name < (uint)Kinds.Length ? Kinds[name] : ContentKind.None;

    private static ContentKind[] Make()
    {
        ContentKind[] kinds = new ContentKind[HtmlNames.KnownCount + 1];
        ReadOnlySpan<(int Name, ContentKind Kind)> pairs =
        [
            (HtmlNames.Ul, ContentKind.List), (HtmlNames.Menu, ContentKind.List), (HtmlNames.Dir, ContentKind.List),
            (HtmlNames.Ol, ContentKind.OrderedList), (HtmlNames.Li, ContentKind.Item),
            (HtmlNames.Blockquote, ContentKind.Quotation), (HtmlNames.Table, ContentKind.Table),
            (HtmlNames.Caption, ContentKind.TableCaption), (HtmlNames.Tr, ContentKind.Row),
            (HtmlNames.Td, ContentKind.Cell), (HtmlNames.Th, ContentKind.Cell), (HtmlNames.Dl, ContentKind.DefinitionList),
            (HtmlNames.Dt, ContentKind.Term),
            (HtmlNames.Dd, ContentKind.Definition), (HtmlNames.Figure, ContentKind.Figure),
            (HtmlNames.Figcaption, ContentKind.FigureCaption),
            (HtmlNames.H1, ContentKind.Heading), (HtmlNames.H2, ContentKind.Heading), (HtmlNames.H3, ContentKind.Heading),
            (HtmlNames.H4, ContentKind.Heading),
            (HtmlNames.H5, ContentKind.Heading), (HtmlNames.H6, ContentKind.Heading), (HtmlNames.Pre, ContentKind.Code),
            (HtmlNames.Listing, ContentKind.Code), (HtmlNames.Xmp, ContentKind.Code),
            (HtmlNames.Plaintext, ContentKind.Code), (HtmlNames.A, ContentKind.Link), (HtmlNames.Strong, ContentKind.Strong),
            (HtmlNames.B, ContentKind.Strong),
            (HtmlNames.Em, ContentKind.Emphasis), (HtmlNames.I, ContentKind.Emphasis), (HtmlNames.Cite, ContentKind.Emphasis),
            (HtmlNames.Dfn, ContentKind.Emphasis), (HtmlNames.Var, ContentKind.Emphasis),
            (HtmlNames.Code, ContentKind.InlineCode), (HtmlNames.Kbd, ContentKind.InlineCode), (HtmlNames.Samp, ContentKind.InlineCode),
            (HtmlNames.Tt, ContentKind.InlineCode),
            (HtmlNames.Del, ContentKind.Deleted), (HtmlNames.S, ContentKind.Deleted), (HtmlNames.Strike, ContentKind.Deleted),
            (HtmlNames.Ins, ContentKind.Inserted),
            (HtmlNames.Sub, ContentKind.Subscript), (HtmlNames.Sup, ContentKind.Superscript), (HtmlNames.Mark, ContentKind.Marked),
            (HtmlNames.Q, ContentKind.InlineQuotation),
            (HtmlNames.Ruby, ContentKind.Ruby), (HtmlNames.Rt, ContentKind.RubyText), (HtmlNames.Bdo, ContentKind.Direction),
            (HtmlNames.Bdi, ContentKind.Direction),
        ];
        foreach ((int name, ContentKind kind) in pairs)
            kinds[name] = kind;
        return kinds;
    }
}

using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.PageModel;

/// <summary>
/// What an element's name says about the flow of text, without any style sheet (the rendering section of the HTML standard, 15.3).
/// </summary>
internal static class BlockLevel
{
    private static readonly Role[] Roles = Make();

    /// <summary>The role of an HTML element of this name.</summary>
    public static Role Of(int name) => (uint)name < (uint)Roles.Length ? Roles[name] : Role.Inline;

    /// <summary>Whether an element is no part of the page's text, and has no row in the <see cref="ElementTable"/>.</summary>
    public static bool IsSkipped(in NodeRow row) =>
        row.Namespace == HtmlNamespace.Html ? Of(row.Name) == Role.Skipped : row.Namespace == HtmlNamespace.Svg;

    private static Role[] Make()
    {
        Role[] roles = new Role[HtmlNames.KnownCount + 1];
        ReadOnlySpan<int> blocks =
        [
            HtmlNames.Address, HtmlNames.Article, HtmlNames.Aside, HtmlNames.Blockquote, HtmlNames.Body, HtmlNames.Button,
            HtmlNames.Caption, HtmlNames.Center, HtmlNames.Dd,
            HtmlNames.Details, HtmlNames.Dialog, HtmlNames.Dir, HtmlNames.Div, HtmlNames.Dl, HtmlNames.Dt, HtmlNames.Fieldset,
            HtmlNames.Figcaption, HtmlNames.Figure,
            HtmlNames.Footer, HtmlNames.Form, HtmlNames.H1, HtmlNames.H2, HtmlNames.H3, HtmlNames.H4, HtmlNames.H5, HtmlNames.H6,
            HtmlNames.Header, HtmlNames.Hgroup,
            HtmlNames.Hr, HtmlNames.Html, HtmlNames.Legend, HtmlNames.Li, HtmlNames.Listing, HtmlNames.Main, HtmlNames.Menu, HtmlNames.Nav,
            HtmlNames.Noscript, HtmlNames.Ol,
            HtmlNames.Optgroup, HtmlNames.Option, HtmlNames.P, HtmlNames.Plaintext, HtmlNames.Pre, HtmlNames.Search, HtmlNames.Section,
            HtmlNames.Select, HtmlNames.Summary,
            HtmlNames.Table, HtmlNames.Tbody, HtmlNames.Td, HtmlNames.Tfoot, HtmlNames.Th, HtmlNames.Thead, HtmlNames.Tr, HtmlNames.Ul,
            HtmlNames.Xmp,
        ];
        foreach (int name in blocks)
            roles[name] = Role.Block;
        ReadOnlySpan<int> skipped =
        [
            HtmlNames.Script, HtmlNames.Style, HtmlNames.Template, HtmlNames.Head, HtmlNames.Textarea, HtmlNames.Iframe, HtmlNames.Object,
            HtmlNames.Canvas, HtmlNames.Audio,
            HtmlNames.Video, HtmlNames.Title, HtmlNames.Noframes, HtmlNames.Noembed, HtmlNames.Datalist, HtmlNames.Link, HtmlNames.Meta,
        ];
        foreach (int name in skipped)
            roles[name] = Role.Skipped;
        return roles;
    }

    /// <summary>The role of an element in the flow of text.</summary>
    internal enum Role : byte
    {
        /// <summary>Part of a run of text.</summary>
        Inline,

        /// <summary>Begins and ends a run of text.</summary>
        Block,

        /// <summary>Its text is not text of the page.</summary>
        Skipped,
    }
}

namespace Skiplink.Html.TreeBuilding;

/// <summary>
/// The insertion modes (https://html.spec.whatwg.org/#the-insertion-mode). The standard no longer has "in select": the content of a select
/// is parsed in body.
/// </summary>
internal enum InsertionMode : byte
{
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    InHeadNoscript,
    AfterHead,
    InBody,
    Text,
    InTable,
    InTableText,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    InTemplate,
    AfterBody,
    InFrameset,
    AfterFrameset,
    AfterAfterBody,
    AfterAfterFrameset,
}

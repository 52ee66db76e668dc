namespace Skiplink.PageModel;

/// <summary>What an element stands in, itself included: each holds from the element that brings it down to its last descendant.</summary>
[Flags]
internal enum ContextFlags
{
    None = 0,
    Nav = 1 << 0,
    Header = 1 << 1,
    Footer = 1 << 2,
    Aside = 1 << 3,
    Main = 1 << 4,
    Article = 1 << 5,
    Form = 1 << 6,
    Figure = 1 << 7,
    Table = 1 << 8,
    List = 1 << 9,
    Quotation = 1 << 10,
    Preformatted = 1 << 11,
    Button = 1 << 12,
    Link = 1 << 13,
    Heading = 1 << 14,
    Dialog = 1 << 15,
    Hidden = 1 << 16,
    AriaHidden = 1 << 17,
    NoScript = 1 << 18,
    Select = 1 << 19,
    Definition = 1 << 20,
    Label = 1 << 21,
    Caption = 1 << 22,
    Details = 1 << 23,
    Section = 1 << 24,
    Paragraph = 1 << 25,
    Inline = 1 << 26,
}

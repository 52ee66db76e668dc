namespace Skiplink;

/// <summary>What decided whether a block was kept or skipped.</summary>
public enum BlockReason
{
    /// <summary>Its probability is on the kept or on the skipped side of the page's cut.</summary>
    Probability,

    /// <summary>It is kept although it is below the cut: most of the list or table that it is part of was kept.</summary>
    ListCompletion,

    /// <summary>It is kept although it is below the cut: it stands under the title and says what the page's description says.</summary>
    Standfirst,

    /// <summary>It is kept although it is below the cut: it is a heading, and the text before and behind it was kept.</summary>
    Heading,

    /// <summary>It is kept although it is below the cut: it is code, a formula or a paragraph, and the text around it was kept.</summary>
    GapFilling,

    /// <summary>It is kept although it has no words, as an arrow or a row of stars: the blocks on both sides of it were kept.</summary>
    Symbol,

    /// <summary>It is skipped: it is a reader's comment, which <see cref="Article.Comments"/> gives.</summary>
    Comment,

    /// <summary>It is kept although it is below the cut: it is a footnote that kept text refers to.</summary>
    Footnote,

    /// <summary>It is kept: it is the main text that the page holds in its data and does not show before its scripts have run.</summary>
    EmbeddedData,

    /// <summary>It is skipped: the same text stands further up, in another part of the page.</summary>
    Copy,

    /// <summary>It is skipped: it stands in a small box with a field for an e-mail address, as those for a newsletter do.</summary>
    Subscription,

    /// <summary>It is skipped: most of the table that it is part of was.</summary>
    Table,

    /// <summary>It is skipped: it is the title, the byline or the date line, which the metadata give.</summary>
    TitleBlock,

    /// <summary>It is skipped: it is a caption of saved text, which the pictures give.</summary>
    Caption,

    /// <summary>It is skipped: a line of saved text that speaks to the page's users and is nobody's text.</summary>
    Boilerplate,

    /// <summary>It is skipped: the page as a whole has no main text to expect.</summary>
    NoMainText,

    /// <summary>It is skipped: the page shows little, and the text in its data is given instead.</summary>
    ReplacedByData,

    /// <summary>It is skipped: the page's markup hides it from readers (<see cref="BlockExplanation.HiddenBy"/>).</summary>
    Hidden,

    /// <summary>
    /// It is skipped although it is above the cut: it is plainly something else, as <see cref="BlockExplanation.Role"/> says.
    /// </summary>
    Role,
}

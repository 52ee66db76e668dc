namespace Skiplink;

/// <summary>Why a block was kept or skipped.</summary>
public enum Verdict
{
    /// <summary>Its probability is on the kept or on the skipped side of the page's cut.</summary>
    Scored,

    /// <summary>It is kept although it is below the cut: most of the list or table that it is part of was kept.</summary>
    PartOfWhole,

    /// <summary>It is kept although it is below the cut: it stands under the title and says what the page's description says.</summary>
    Standfirst,

    /// <summary>It is kept although it is below the cut: it is a heading, and the text before and behind it was kept.</summary>
    HeadingWithin,

    /// <summary>It is kept although it is below the cut: it is code, a formula or a paragraph, and the text around it was kept.</summary>
    AmongText,

    /// <summary>It is skipped: the same text stands further up.</summary>
    Copy,

    /// <summary>It is skipped: it is the title, the byline or the date line, which the metadata tell.</summary>
    TitleMatter,

    /// <summary>It is skipped: it is a caption of saved text, which the pictures tell.</summary>
    Caption,

    /// <summary>It is skipped: a line of saved text that speaks to the page's users and is nobody's text.</summary>
    Furniture,

    /// <summary>It is skipped: the page as a whole promises no main text.</summary>
    NoMainText,
}

namespace Skiplink;

/// <summary>
/// What a block of a page is for. Every block has one role; the main text is made of the blocks whose role is <see cref="Main"/>.
/// </summary>
/// <remarks>docs/roles.md defines the roles, with an example of each.</remarks>
public enum BlockRole
{
    /// <summary>None of the others: controls, counters, template texts.</summary>
    Other,

    /// <summary>
    /// The main text: of an article its paragraphs, headings, lists and tables; the posts of a thread; the items of a listing.
    /// </summary>
    Main,

    /// <summary>The title of the page's text.</summary>
    Title,

    /// <summary>Who wrote it, and when: names, dates and agencies beside the text.</summary>
    Byline,

    /// <summary>The lead paragraph that is set apart between title and text.</summary>
    Standfirst,

    /// <summary>The caption of a picture, with its credit.</summary>
    Caption,

    /// <summary>A reader's comment under a text.</summary>
    Comment,

    /// <summary>Links to other pages: teasers, related stories, "read more" lines within the text.</summary>
    Related,

    /// <summary>Advertisements and appeals: newsletters, subscriptions, donations, applications.</summary>
    Promotion,

    /// <summary>What is said about the author.</summary>
    Author,

    /// <summary>Menus, breadcrumb trails, filters, pagers, tables of contents, buttons to share.</summary>
    Navigation,

    /// <summary>Cookie notices, legal lines, disclaimers, corrections.</summary>
    Notice,

    /// <summary>Text that a reader does not see.</summary>
    Hidden,
}

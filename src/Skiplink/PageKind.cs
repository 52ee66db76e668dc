namespace Skiplink;

/// <summary>What kind of page it is, as the model takes it.</summary>
public enum PageKind
{
    /// <summary>None of the others, or not to be told.</summary>
    Other,

    /// <summary>A text of its own: news, a blog post, an essay.</summary>
    Article,

    /// <summary>A thread of questions, answers or posts.</summary>
    Forum,

    /// <summary>One thing that is sold.</summary>
    Product,

    /// <summary>Things of a kind to choose from, as a category of a shop.</summary>
    Collection,

    /// <summary>A list of pages: articles, events, results.</summary>
    Listing,

    /// <summary>A manual, a reference, a guide to software.</summary>
    Documentation,

    /// <summary>What somebody offers: a company's or an institution's page about itself or its services.</summary>
    Service,
}

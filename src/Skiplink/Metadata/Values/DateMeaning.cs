namespace Skiplink.Metadata.Values;

/// <summary>What a date that the page shows is the date of.</summary>
internal enum DateMeaning
{
    /// <summary>The page says that it is the date of publication.</summary>
    Published,

    /// <summary>The page says that it is the date of the last change.</summary>
    Updated,

    /// <summary>The page does not say.</summary>
    Unsaid,

    /// <summary>Of something else: when a member joined, when something ends.</summary>
    Other,
}

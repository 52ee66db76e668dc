namespace Skiplink.Metadata.Values;

/// <summary>The meaning of a date that a page shows.</summary>
internal enum DateMeaning
{
    /// <summary>The date of publication.</summary>
    Published,

    /// <summary>The date of the last change.</summary>
    Updated,

    /// <summary>Not specified.</summary>
    Unspecified,

    /// <summary>Of something else: when a member joined, when something ends.</summary>
    Other,
}

namespace Skiplink.Fetching.Sniffing;

/// <summary>What bytes are, as far as it matters for reading them as a page.</summary>
internal enum ContentKind
{
    /// <summary>Nothing, or white space alone.</summary>
    Empty,

    /// <summary>Begins as a page of HTML does.</summary>
    Html,

    /// <summary>Text with tags of HTML in it that does not begin as a page: a fragment, a template, a program that writes pages.</summary>
    Tagged,

    /// <summary>XML of no kind that is known here.</summary>
    Xml,

    /// <summary>Text without tags.</summary>
    Text,

    /// <summary>Packed by gzip; what is inside must be sniffed again.</summary>
    Gzip,

    /// <summary>Packed by Zstandard; what is inside must be sniffed again.</summary>
    Zstd,

    /// <summary>A page saved with its parts as a MIME message.</summary>
    Mhtml,

    /// <summary>No page.</summary>
    Other,
}

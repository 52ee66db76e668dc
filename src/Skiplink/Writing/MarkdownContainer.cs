using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>A list, an item, a quotation, a callout or a note that is open.</summary>
internal struct MarkdownContainer
{
    /// <summary>Its kind; all lists are <see cref="ContentKind.List"/>.</summary>
    public ContentKind Kind;

    /// <summary>The range of its prefix, which each further line begins with.</summary>
    public int PrefixStart;
    public int PrefixLength;

    /// <summary>The range of its marker, which its first line begins with.</summary>
    public int MarkerStart;
    public int MarkerLength;

    /// <summary>Whether the marker is still to be written.</summary>
    public bool IsPending;

    /// <summary>Of a list: the number of the next item, and the marker.</summary>
    public int Number;
    public byte Marker;
    public bool IsOrdered;

    /// <summary>Of an item: how many blocks it holds.</summary>
    public int Blocks;
}

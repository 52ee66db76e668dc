namespace Skiplink;

/// <summary>One value of a page's metadata.</summary>
/// <param name="Value">The normalised value: white space collapsed, dates in ISO 8601, addresses absolute.</param>
/// <param name="Source">Where on the page it was found.</param>
/// <param name="Raw">The value as the page writes it.</param>
public sealed record MetadataValue(string Value, MetadataSource Source, string Raw);

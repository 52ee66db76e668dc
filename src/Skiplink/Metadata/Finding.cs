namespace Skiplink.Metadata;

/// <summary>One thing that a page says of itself.</summary>
/// <param name="Value">The value, tidied: white space collapsed, dates in ISO 8601, addresses absolute.</param>
/// <param name="From">
/// Where it stood: <c>json-ld</c>, <c>open-graph</c>, <c>meta</c>, <c>microdata</c>, <c>rdfa</c>, <c>link</c>, <c>html</c> (the title element, the <c>lang</c> attribute), <c>time</c>,
/// <c>heading</c>, <c>text</c> (a byline, a date line, the words themselves), <c>url</c>.
/// </param>
/// <param name="Raw">The value as the page writes it.</param>
public sealed record Finding(string Value, string From, string Raw);

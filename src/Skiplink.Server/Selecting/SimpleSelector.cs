using Skiplink.Html;

namespace Skiplink.Server.Selecting;

/// <summary>A compound selector of CSS: a name, an id, classes and attributes that one element must all have.</summary>
/// <param name="Name">The element's name in lower case; null for any.</param>
/// <param name="Tests">What its attributes must be.</param>
/// <param name="IsChild">Whether it must stand directly in what the selector before it matches, and not anywhere inside.</param>
internal sealed record SimpleSelector(string? Name, IReadOnlyList<AttributeTest> Tests, bool IsChild)
{
    public bool Matches(HtmlNode node) =>
        node.IsElement
        && (Name is null || node.LocalName.Equals(Name, StringComparison.OrdinalIgnoreCase))
        && Tests.All(test => test.Matches(node));
}

namespace Skiplink;

/// <summary>A link to another text that stands beside the main text.</summary>
/// <param name="Title">The text of the link.</param>
/// <param name="Address">Where it leads: absolute where the page's address is known, else relative. It is safe to write.</param>
public sealed record RelatedLink(string Title, string Address);

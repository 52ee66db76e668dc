namespace Skiplink;

/// <summary>A picture of a page's main text.</summary>
/// <param name="Caption">What the page says it shows, without the credit; empty when it says nothing.</param>
/// <param name="Credit">Who made it or lent it, as the page writes it; null when it does not say.</param>
/// <param name="Source">The picture's absolute address; null in saved text.</param>
/// <param name="AltText">What the page says in its place to those who cannot see it; null when it says nothing.</param>
public sealed record Picture(string Caption, string? Credit, string? Source, string? AltText = null);

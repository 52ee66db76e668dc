namespace Skiplink;

/// <summary>A picture of a page's main text.</summary>
/// <param name="Caption">The caption, without the credit; empty when there is none.</param>
/// <param name="Credit">Who made it or lent it, as the page writes it; null when it does not say.</param>
/// <param name="Source">The picture's absolute address; null in saved text.</param>
/// <param name="AltText">The alternative text; null when there is none.</param>
public sealed record Picture(string Caption, string? Credit, string? Source, string? AltText = null);

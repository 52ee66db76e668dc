namespace Skiplink;

/// <summary>How much of its text a page behind a paywall shows.</summary>
/// <param name="Words">How many words of main text are shown.</param>
/// <param name="Of">How many words the page says that the whole text has; null when it does not say.</param>
public readonly record struct ShownText(int Words, int? Of);

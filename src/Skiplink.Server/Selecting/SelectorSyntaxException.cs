namespace Skiplink.Server.Selecting;

/// <summary>A selector that is wrong, or of a sort that is not understood here.</summary>
internal sealed class SelectorSyntaxException(string selector, string reason)
    : Exception($"The selector \"{selector}\" {reason}. Names, #id, .class, [attribute], spaces, > and commas are understood.");

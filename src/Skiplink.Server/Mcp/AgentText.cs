namespace Skiplink.Server.Mcp;

/// <summary>Pieces of a text, as the reference fetch server gives them: from an index, so many characters at most.</summary>
internal static class AgentText
{
    /// <summary>A piece.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the piece begins, in UTF-16 code units.</param>
    /// <param name="maxLength">The most that it may have.</param>
    /// <param name="next">Where the next piece begins; null when this is the last.</param>
    /// <returns>The piece with, where there is more, the words that say how to get it.</returns>
    public static string Piece(string text, int start, int maxLength, out int? next)
    {
        next = null;
        if (start >= text.Length)
            return text.Length == 0 && start == 0 ? "" : "<error>No more content available.</error>";
        int end = Math.Min(text.Length, start + maxLength);
        // A character of two units is not cut in two; alone it comes whole, whatever the bound.
        if (end < text.Length && char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end]))
            end += end - 1 > start ? -1 : 1;
        string piece = text[start..end];
        if (end == text.Length)
            return piece;
        next = end;
        return $"{piece}\n\n<error>Content truncated. Call the fetch tool with a start_index of {end} to get more content.</error>";
    }
}

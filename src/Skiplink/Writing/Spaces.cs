using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>White space between parts of a text that the page shows apart though nothing stands between them.</summary>
internal static class Spaces
{
    /// <summary>Adds a space unless the text ends with white space, or has not begun.</summary>
    public static void Part(ByteBuffer output)
    {
        if (output.Count > 0 && output.Span(output.Count - 1, 1)[0] > ' ')
            output.Add((byte)' ');
    }
}

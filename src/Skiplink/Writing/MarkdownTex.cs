using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Writes TeX between dollar signs. A reader that knows no formulas takes it for text of the paragraph, so a space, which means nothing in
/// TeX, goes wherever a tag, an autolink, a link or a reference definition could begin.
/// </summary>
internal static class MarkdownTex
{
    /// <summary>Writes TeX.</summary>
    /// <param name="tex">The TeX, without its delimiters.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="isInCell">Whether a bar would end the cell of a table.</param>
    public static void Write(ReadOnlySpan<byte> tex, ByteBuffer output, bool isInCell)
    {
        for (int i = 0; i < tex.Length; i++)
        {
            byte b = tex[i], next = i + 1 < tex.Length ? tex[i + 1] : (byte)0;
            if (b == '|' && isInCell)
                output.Add((byte)'\\');
            output.Add(b == '\n' ? (byte)' ' : b);
            // A backslash at the end would escape the dollar sign behind it.
            if (BeginsMarkup(b, next) || (b == '\\' && next == 0))
                output.Add((byte)' ');
        }
    }

    private static bool BeginsMarkup(byte b, byte next) => b switch
    {
        (byte)'<' => char.IsAsciiLetter((char)next) || next is (byte)'/' or (byte)'!' or (byte)'?' or (< (byte)' ' and not 0) or 0x7F,
        (byte)']' => next is (byte)'(' or (byte)':',
        _ => false,
    };
}

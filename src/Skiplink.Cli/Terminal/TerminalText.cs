using System.Globalization;
using System.Text;

namespace Skiplink.Cli.Terminal;

/// <summary>
/// Makes text of unknown origin (titles, file names, addresses, a server's words, messages of exceptions) safe to print on a terminal: one
/// line, of bounded length, in which nothing is an escape code or turns the direction of writing.
/// </summary>
internal static class TerminalText
{
    /// <summary>Longer text is cut, and ends with an ellipsis.</summary>
    public const int MaxLength = 1000;

    /// <summary>The text with every control character, format character and unpaired surrogate written as <c>\u001b</c>.</summary>
    public static string Escape(string text)
    {
        StringBuilder safe = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            if (safe.Length >= MaxLength)
                return safe.Append('…').ToString();
            bool isRune = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = isRune ? rune.Utf16SequenceLength : 1;
            if (isRune && IsSafe(rune))
                safe.Append(text, i, length);
            else
                safe.Append(text[i] switch { '\n' => @"\n", '\r' => @"\r", '\t' => @"\t", _ => Code(isRune ? rune.Value : text[i]) });
            i += length;
        }
        return safe.ToString();
    }

    /// <summary>
    /// A result as a terminal may show it: its lines as they are, and the control characters in them written as <c>\u009b</c>. Pages hold
    /// them (U+009B begins an escape sequence on some terminals), and files and pipes get them as they are.
    /// </summary>
    public static byte[] EscapeControls(ReadOnlySpan<byte> utf8)
    {
        string text = Encoding.UTF8.GetString(utf8);
        StringBuilder safe = new(text.Length);
        foreach (char c in text)
            safe.Append(char.IsControl(c) && c is not ('\n' or '\r' or '\t') ? Code(c) : c.ToString());
        return Encoding.UTF8.GetBytes(safe.ToString());
    }

    /// <summary>A span of time as people read it: 42 s, 3 min 20 s, 5 h 12 min.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => FormattableString.Invariant($"{time.TotalSeconds:F0} s"),
        { TotalMinutes: < 60 } => FormattableString.Invariant($"{(int)time.TotalMinutes} min {time.Seconds} s"),
        _ => FormattableString.Invariant($"{(int)time.TotalHours} h {time.Minutes} min"),
    };

    private static string Code(int value) => value > 0xFFFF ? $"\\U{value:x8}" : $"\\u{value:x4}";

    /// <summary>Joiners are format characters too, but words of Persian and Hindi, and emoji, cannot be written without them.</summary>
    private static bool IsSafe(Rune rune) => rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate);
}

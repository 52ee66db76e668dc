using System.Globalization;
using System.Text;

namespace Skiplink.Text;

/// <summary>The words of a line as phrases are compared: lower case, one space between, without punctuation.</summary>
internal static class PlainWords
{
    /// <summary>The words of a line, and how many there are. An apostrophe in a word stays.</summary>
    public static string Of(string line, out int count)
    {
        StringBuilder words = new(line.Length);
        count = 0;
        bool inWord = false;
        foreach (char c in line)
        {
            if (char.IsLetterOrDigit(c) || (c == '\'' && inWord)
                || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                if (!inWord)
                {
                    count++;
                    if (words.Length > 0)
                        words.Append(' ');
                }
                words.Append(char.ToLowerInvariant(c));
                inWord = true;
            }
            else
            {
                inWord = c == '’' && inWord;
            }
        }
        return words.ToString();
    }

    /// <summary>Whether a phrase is of a script with spaces between words; the others have no words to part.</summary>
    public static bool IsSpaced(string phrase) => !phrase.Any(static c => c is >= '\u3000' and <= '\u9FFF');
}

using System.Text;

namespace Skiplink.SavedText;

/// <summary>Lines that no text of anyone's begins or ends with: what a page says to those who use it. Word lists in the languages of the web; matched over words, whatever their case and punctuation.</summary>
internal static class FurnitureLines
{
    /// <summary>A line of more words is a sentence of somebody's.</summary>
    private const int MostWords = 16;

    /// <summary>Whether a line is furniture.</summary>
    public static bool Contains(string line)
    {
        string words = Words(line, out int count);
        if (count is 0 or > MostWords)
            return false;
        string padded = $" {words} ";
        return Array.Exists(Anywhere, phrase => padded.Contains(phrase, StringComparison.Ordinal))
            || (count <= 8 && Array.Exists(Starts, phrase => padded.StartsWith(phrase, StringComparison.Ordinal)))
            || Array.Exists(Wholes, whole => words == whole)
            || line.TrimStart().StartsWith('©');
    }

    private static readonly string[] Anywhere =
    [
        " skip to content ", " skip to main ", " skip navigation ", " skipping the main menu ", " skip the main menu ", " jump to content ", " all rights reserved ", " terms of use ",
        " terms of service ", " privacy policy ", " cookie policy ", " on social media ", " follow us on ", " share on facebook ", " share on twitter ", " sign up for our newsletter ",
        " alle rechte vorbehalten ", " zum inhalt springen ", " tous droits réservés ", " aller au contenu ", " todos los derechos reservados ", " saltar al contenido ", " tutti i diritti riservati ",
        " todos os direitos reservados ", " wszelkie prawa zastrzeżone ", " все права защищены ",
    ];

    private static readonly string[] Starts =
    [
        " also in ", " more from ", " more in ", " follow us ", " share this ", " copyright ", " related stories ", " related articles ", " read more ", " most read ", " most popular ", " back to top ",
        " you may also like ", " recommended for you ", " sign in ", " log in ", " subscribe to ", " print this ", " email this ", " advertisement ", " mehr zum thema ", " lire aussi ", " lea también ",
    ];

    private static readonly string[] Wholes =
        ["home", "menu", "search", "share", "tweet", "print", "email", "comments", "login", "sign in", "subscribe", "newsletter", "advertisement", "anzeige", "publicité", "top", "close", "next", "previous"];

    private static string Words(string line, out int count)
    {
        StringBuilder words = new(line.Length);
        count = 0;
        bool inWord = false;
        foreach (char c in line.Length > 400 ? line.AsSpan(0, 400) : line)
        {
            if (char.IsLetterOrDigit(c) || (c == '\'' && inWord))
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
                inWord = false;
            }
        }
        return words.ToString();
    }
}

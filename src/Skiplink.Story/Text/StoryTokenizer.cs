using Skiplink.Stories.Lexicon;

namespace Skiplink.Stories.Text;

/// <summary>Cuts a text into tokens, each with its number in the lexicon. One pass, no look-back beyond a character.</summary>
internal static class StoryTokenizer
{
    /// <summary>The tokens of the text.</summary>
    public static List<Token> Read(string text, LanguageLexicon language)
    {
        List<Token> tokens = new((text.Length / 5) + 16);
        Span<char> lower = stackalloc char[LanguageLexicon.MaxWordLength];
        int at = 0;
        bool isSpaced = true;
        while (at < text.Length)
        {
            char c = text[at];
            if (c is '\n' or '\r')
            {
                if (tokens.Count > 0 && tokens[^1].Kind != TokenKind.LineEnd)
                    tokens.Add(new() { Start = at, End = at, Kind = TokenKind.LineEnd, Value = -1 });
                at++;
                isSpaced = true;
                continue;
            }
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format)
            {
                isSpaced |= char.IsWhiteSpace(c);
                at++;
                continue;
            }
            Token token = new() { Start = at, Value = -1, Shape = isSpaced ? TokenShape.SpaceBefore : TokenShape.None };
            if (char.IsAsciiDigit(c))
                at = ReadNumber(text, at, ref token);
            else if (IsWordCharacter(text, at))
                at = ReadWord(text, at, ref token, language, lower);
            else if (IsClitic(text, at, tokens))
                at = ReadClitic(text, at, ref token, language);
            else
            {
                at = ReadMark(text, at, ref token);
                token.Word = language.WordOfMark(token.Mark);
            }
            token.End = at;
            tokens.Add(token);
            isSpaced = false;
        }
        return tokens;
    }

    private static bool IsWordCharacter(string text, int at) =>
        char.IsLetter(text[at]) || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLetter(text, at));

    /// <summary>Digits with their points and commas: <c>1,000</c>, <c>3.5</c>; a whole number has a value.</summary>
    private static int ReadNumber(string text, int at, ref Token token)
    {
        token.Kind = TokenKind.Number;
        int start = at, points = 0;
        long value = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (char.IsAsciiDigit(c))
                value = Math.Min(int.MaxValue, (value * 10) + (c - '0'));
            else if (c is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            {
                // 1,000,000 is one number; so is 3.5. In 24.4.2019 each is one of its own.
                if (points++ > 0 && c == '.' && at - start <= 5)
                    break;
                bool isGroup = at + 3 < text.Length && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
                    && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]));
                if (!isGroup && c == '.' && IsDateAhead(text, at))
                    break;
                if (!isGroup)
                    value = int.MaxValue;
            }
            else
            {
                break;
            }
            at++;
        }
        token.Value = value >= 1_000_000_000 ? -1 : (int)value;
        return at;
    }

    /// <summary>Whether a point, digits and another point follow: <c>.4.2019</c>, <c>.4.</c></summary>
    private static bool IsDateAhead(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length && end < at + 4 && char.IsAsciiDigit(text[end]))
            end++;
        return end is var e && e - at - 1 is 1 or 2 && e < text.Length && text[e] == '.';
    }

    private static int ReadWord(string text, int at, ref Token token, LanguageLexicon language, Span<char> lower)
    {
        int start = at, capitals = 0, letters = 0;
        token.Kind = TokenKind.Word;
        bool isPointed = false;
        while (at < text.Length)
        {
            char c = text[at];
            if (char.IsLetter(c) || char.IsHighSurrogate(c) || char.IsLowSurrogate(c))
            {
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
                at++;
            }
            else if (char.IsAsciiDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                at++;
            }
            else if (c is ',' or '.' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            {
                at++;
            }
            else if (c is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && !IsPossessive(text, at, language))
            {
                at++;
            }
            else if (c == '.' && IsInitials(text, start, at)
                && (char.IsUpper(text[at - 1]) || isPointed
                || (at + 2 < text.Length && char.IsLetter(text[at + 1]) && text[at + 2] == '.')))
            {
                // U.S., p.m., J.: each letter with its point.
                isPointed = true;
                at++;
                if (at + 1 >= text.Length || !char.IsLetter(text[at]) || text[at + 1] != '.')
                    break;
            }
            else
            {
                break;
            }
        }
        token.Shape |= (char.IsUpper(text[start]) ? TokenShape.Capital : 0) | (capitals == letters && letters > 1 ? TokenShape.AllCapitals
            : 0);
        int length = at - start;
        if (length <= lower.Length - 1)
        {
            for (int i = 0; i < length; i++)
                lower[i] = text[start + i] == '’' ? '\'' : char.ToLowerInvariant(text[start + i]);
            // The point belongs to an abbreviation that the language knows, unless the word is the end of a number: 1970s.
            if (!isPointed && at < text.Length && text[at] == '.' && (start == 0 || !char.IsAsciiDigit(text[start - 1])))
            {
                lower[length] = '.';
                if (language.WordOf(lower[..(length + 1)]) is > 0 and int abbreviation)
                {
                    token.Word = abbreviation;
                    token.Shape |= TokenShape.Abbreviation;
                    return at + 1;
                }
            }
            token.Word = language.WordOf(lower[..length]);
        }
        if (isPointed)
            token.Shape |= TokenShape.Abbreviation;
        return at;
    }

    /// <summary>
    /// Whether all letters so far are single ones with points: the word up to <paramref name="at"/> is <c>U</c> or <c>U.S</c>.
    /// </summary>
    private static bool IsInitials(string text, int start, int at) =>
        at - start == 1 || (at - start >= 3 && text[at - 2] == '.' && text[start + 1] == '.');

    private static bool IsPossessive(string text, int at, LanguageLexicon language) =>
        language.HasPossessiveClitic && text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));

    /// <summary>An apostrophe with an s behind a word.</summary>
    private static bool IsClitic(string text, int at, List<Token> tokens) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && text[at + 1] is 's' or 'S'
            && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]))
        && tokens.Count > 0 && tokens[^1].End == at && tokens[^1].Kind is TokenKind.Word or TokenKind.Number;

    private static int ReadClitic(string text, int at, ref Token token, LanguageLexicon language)
    {
        token.Kind = TokenKind.Word;
        token.Word = language.WordOf("'s");
        return Math.Min(text.Length, at + 2);
    }

    private static int ReadMark(string text, int at, ref Token token)
    {
        token.Kind = TokenKind.Punctuation;
        char c = text[at];
        int end = at + 1;
        switch (c)
        {
            case '"' or '“' or '”' or '„' or '«' or '»' or '‟' or '″' or '＂' or '「' or '」' or '『' or '』':
                token.Mark = '"';
                break;
            case '\'' or '‘' or '’' or '‚' or '‹' or '›' or '`':
                token.Mark = '\'';
                // Two single marks stand for a double one.
                if (c is '\'' or '`' && end < text.Length && text[end] == c)
                {
                    token.Mark = '"';
                    end++;
                }
                break;
            case '-' when end < text.Length && text[end] == '-':
                while (end < text.Length && text[end] == '-')
                    end++;
                token.Mark = '–';
                break;
            case '-' when (token.Shape & TokenShape.SpaceBefore) != 0 && end < text.Length && char.IsWhiteSpace(text[end]):
            case '—' or '―':
                token.Mark = '–';
                break;
            case '–':
                // Between figures it is a hyphen: 27–28.
                token.Mark = (token.Shape & TokenShape.SpaceBefore) == 0 && end < text.Length && char.IsLetterOrDigit(text[end]) ? '-'
                    : '–';
                break;
            case '-' or '‐' or '‑':
                token.Mark = '-';
                break;
            case '…':
                token.Mark = '…';
                break;
            case '.' when end + 1 < text.Length && text[end] == '.' && text[end + 1] == '.':
                while (end < text.Length && text[end] == '.')
                    end++;
                token.Mark = '…';
                break;
            default:
                token.Mark = c;
                if (char.IsHighSurrogate(c) && end < text.Length)
                    end++;
                break;
        }
        return end;
    }
}

namespace Skiplink.Stories.Text;

/// <summary>What stands between two quotation marks, in tokens: the marks themselves are the first and the last of it.</summary>
/// <param name="Open">The opening mark.</param>
/// <param name="Close">The closing mark; the token after the last when a next paragraph goes on with it.</param>
/// <param name="Outer">The quotation around it, by its place in the list; -1 for none.</param>
/// <param name="Continued">Whether it has no closing mark, because the next paragraph opens one too.</param>
internal readonly record struct Quotation(int Open, int Close, int Outer, bool Continued);

/// <summary>Pairs quotation marks, whatever their style, paragraph by paragraph.</summary>
internal static class QuotationMarks
{
    private const int DeepestNesting = 4;

    /// <summary>
    /// Pairs the marks; tokens that open or close become <see cref="TokenKind.OpenQuote"/> or <see cref="TokenKind.CloseQuote"/>.
    /// </summary>
    public static List<Quotation> Pair(string text, List<Token> list)
    {
        Span<Token> tokens = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
        List<Quotation> quotations = [];
        List<(int Token, int Place)> open = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.LineEnd)
            {
                Continue(text, tokens, i, open, quotations);
                continue;
            }
            if (tokens[i].Mark is not ('"' or '\''))
                continue;
            switch (Side(text, tokens, i, open))
            {
                case TokenKind.OpenQuote when open.Count < DeepestNesting:
                    // A mark that opens where the same one is open: that one was never closed.
                    if (open.Count > 0 && text[tokens[open[^1].Token].Start] == text[tokens[i].Start])
                        open.RemoveAt(open.Count - 1);
                    tokens[i].Kind = TokenKind.OpenQuote;
                    open.Add((i, quotations.Count));
                    quotations.Add(new(i, -1, open.Count > 1 ? open[^2].Place : -1, false));
                    break;
                case TokenKind.CloseQuote:
                    while (open.Count > 0 && tokens[open[^1].Token].Mark != tokens[i].Mark)
                        open.RemoveAt(open.Count - 1);
                    if (open.Count == 0)
                        break;
                    tokens[i].Kind = TokenKind.CloseQuote;
                    quotations[open[^1].Place] = quotations[open[^1].Place] with { Close = i };
                    open.RemoveAt(open.Count - 1);
                    break;
                default:
                    break;
            }
        }
        Continue(text, tokens, tokens.Length, open, quotations);
        return Sound(tokens, quotations);
    }

    /// <summary>At the end of a paragraph the outermost quotation may go on in the next; all others are given up.</summary>
    private static void Continue(string text, Span<Token> tokens, int end, List<(int Token, int Place)> open, List<Quotation> quotations)
    {
        if (open.Count > 0 && tokens[open[0].Token].Mark == '"' && end + 1 < tokens.Length && tokens[end + 1].Mark == '"'
            && Side(text, tokens, end + 1, []) == TokenKind.OpenQuote)
            quotations[open[0].Place] = quotations[open[0].Place] with { Close = end, Continued = true };
        open.Clear();
    }

    /// <summary>Leaves out what was never closed, and keeps the numbering of what is around.</summary>
    private static List<Quotation> Sound(Span<Token> tokens, List<Quotation> quotations)
    {
        int[] places = new int[quotations.Count];
        List<Quotation> sound = new(quotations.Count);
        for (int i = 0; i < quotations.Count; i++)
        {
            Quotation quotation = quotations[i];
            int outer = quotation.Outer < 0 ? -1 : places[quotation.Outer];
            places[i] = quotation.Close < 0 ? outer : sound.Count;
            if (quotation.Close >= 0)
                sound.Add(quotation with { Outer = outer });
            else
                tokens[quotation.Open].Kind = TokenKind.Punctuation;
        }
        return sound;
    }

    private static TokenKind Side(string text, Span<Token> tokens, int i, List<(int Token, int Place)> open)
    {
        int start = tokens[i].Start, end = tokens[i].End;
        char mark = text[start];
        bool isOpen = false, isSame = false;
        foreach ((int token, _) in open)
        {
            isOpen |= tokens[token].Mark == tokens[i].Mark;
            isSame |= text[tokens[token].Start] == '„';
        }
        switch (mark)
        {
            case '„' or '‚' or '‟' or '「' or '『':
                return TokenKind.OpenQuote;
            case '」' or '』':
                return TokenKind.CloseQuote;
            case '“':
                // It closes what „ opened.
                return isOpen && isSame ? TokenKind.CloseQuote : TokenKind.OpenQuote;
            case '”' when isOpen:
                return TokenKind.CloseQuote;
            case '‘':
                return TokenKind.OpenQuote;
            case '«' or '»' or '‹' or '›' when isOpen && Opener(text, tokens, open) is { } opener && opener != mark:
                return TokenKind.CloseQuote;
            default:
                break;
        }
        bool spaceBefore = start == 0 || char.IsWhiteSpace(text[start - 1])
            || text[start - 1] is '(' or '[' or '—' or '–' or '-' or '“' or '"' or '‘' or '/' or '„' or '«';
        bool spaceAfter = end >= text.Length || char.IsWhiteSpace(text[end])
            || text[end] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '”' or '"' or '…' or '—' or '–';
        if (tokens[i].Mark == '\'')
        {
            // An apostrophe unless it can be nothing else.
            if (spaceBefore && !spaceAfter && !char.IsAsciiDigit(text[end]))
                return TokenKind.OpenQuote;
            return isOpen && !spaceBefore && spaceAfter ? TokenKind.CloseQuote : TokenKind.Punctuation;
        }
        if (spaceBefore != spaceAfter)
            return spaceBefore ? TokenKind.OpenQuote : isOpen ? TokenKind.CloseQuote : TokenKind.Punctuation;
        return isOpen ? TokenKind.CloseQuote : spaceAfter ? TokenKind.Punctuation : TokenKind.OpenQuote;
    }

    private static char? Opener(string text, Span<Token> tokens, List<(int Token, int Place)> open) =>
        open.Count == 0 ? null : text[tokens[open[^1].Token].Start];
}

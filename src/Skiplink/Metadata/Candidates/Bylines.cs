using System.Buffers;
using Skiplink.Metadata.Values;
using Skiplink.Text;
using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Candidates;

/// <summary>Finds the parts of a line that name authors.</summary>
internal static class Bylines
{
    private const int MaxWords = 40;
    private const int MaxMarkedWords = 12;

    /// <summary>The characters that separate the parts of a byline.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("|•·\n│／⋅∙/»");

    private const string Edges = "()（）[]-–—, ";

    /// <summary>
    /// Adds the bylines of a line: the text after "By", the text of elements marked as authors, links to pages about people.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="withLinks">Whether links to pages about people count without further evidence.</param>
    /// <param name="isForum">Whether authors are named by their accounts.</param>
    /// <param name="found">The list that bylines are added to.</param>
    /// <param name="named">The list for single words after "By", which are names although they do not look like names.</param>
    /// <param name="texts">The memory for texts.</param>
    public static void Read(Line line, bool withLinks, bool isForum, List<Candidate> found, List<Candidate> named, TextArena texts)
    {
        if (line.Words > MaxWords)
            return;
        int before = found.Count;
        bool isMarked = line.Words <= MaxMarkedWords && line.IsMarked(MarkupMark.Author);
        if (!isMarked && !MayName(line))
        {
            if (withLinks && line.Place != LinePlace.AfterText && line.LinkWords > 0)
                line.AddAuthorLinks(found);
            return;
        }
        ReadOnlyMemory<char> text = WithoutDates(line, texts);
        foreach (Range range in text.Span.SplitAny(Signs))
        {
            ReadOnlyMemory<char> part = text[range].Trim();
            if (part.IsEmpty)
                continue;
            ReadOnlyMemory<char> piece = part.TrimAny(Edges);
            int by = CreditWords.LengthOfBy(piece.Span);
            if (by > 0 && line.Dates.Count > 0 && IsAccount(piece.Span[by..].Trim(" :"), isForum))
            {
                named.Add(new(piece[by..].Trim(), MetadataSource.Text, line.Text));
                continue;
            }
            if (by == 0 && line.Words <= MaxMarkedWords + 6 && IndexOfBy(piece.Span) is > 0 and int at)
                by = at + 4;
            if (by > 0 || isMarked || IsReporter(piece.Span))
                found.Add(new(piece[by..].Trim(), MetadataSource.Text, line.Text));
        }
        if (found.Count > before || named.Count > 0 || !withLinks || line.Place == LinePlace.AfterText)
            return;
        line.AddAuthorLinks(found);
        // A name before a date needs no introduction: Jane Doe | 12 May 2024.
        if (found.Count == before && line.Dates.Count > 0 && line.Place == LinePlace.BelowTitle && line.Words <= MaxMarkedWords
            && First(text) is { IsEmpty: false } first)
            found.Add(new(first, MetadataSource.Text, line.Text));
    }

    /// <summary>
    /// Whether a line that is not marked may name somebody, links aside, or announce a name: it has a word that precedes names, or a date,
    /// or is not ASCII. Decided without its text. The words of a text in several pieces may differ from those of the block.
    /// </summary>
    public static bool MayName(Line line) =>
        line.Shape.Wide > 0 || line.Shape.Digits >= 4 || !line.IsOnePiece || CreditWords.MayHoldBy(line.WordHashes);

    /// <summary>The position of <c> by </c> near the beginning of a text, or -1.</summary>
    private static int IndexOfBy(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < Math.Min(24, text.Length - 3); at++)
        {
            if (text[at] == ' ' && (text[at + 1] | 0x20) == 'b' && (text[at + 2] | 0x20) == 'y' && text[at + 3] == ' ')
                return at;
        }
        return -1;
    }

    /// <summary>Whether one word after "By" is a name: any word in a forum, elsewhere a capitalized one.</summary>
    private static bool IsAccount(ReadOnlySpan<char> name, bool isForum) =>
        name.Length > 2 && !name.Contains(' ') && (isForum || (char.IsUpper(name[0]) && AreSmall(name[1..])));

    private static bool AreSmall(ReadOnlySpan<char> letters)
    {
        foreach (char c in letters)
        {
            if (!char.IsLower(c))
                return false;
        }
        return true;
    }

    private static ReadOnlyMemory<char> First(ReadOnlyMemory<char> text) =>
        text.Span.IndexOfAny(Signs) is >= 0 and int end ? text[..end] : text;

    private static bool IsReporter(ReadOnlySpan<char> piece)
    {
        // Only scripts without capitals have such endings.
        if (piece.IsEmpty || piece[^1] < 0x3000 || piece.Length >= 30)
            return false;
        foreach (string reporter in CreditData.Reporters)
        {
            if (piece.EndsWith(reporter))
                return true;
        }
        return false;
    }

    /// <summary>The signature at the end of a paragraph, as in Japanese newspapers: 【松岡大地】.</summary>
    public static Candidate? AtEnd(Line line)
    {
        ReadOnlySpan<char> text = line.Text.Span;
        if (!text.EndsWith('】') || text.LastIndexOf('【') is not (>= 0 and int open) || text.Length - open > 24)
            return null;
        return new(line.Text[(open + 1)..^1], MetadataSource.Text, line.Text[open..]);
    }

    /// <summary>The text of the line with a bar in place of each date.</summary>
    private static ReadOnlyMemory<char> WithoutDates(Line line, TextArena texts)
    {
        List<WrittenDate> dates = line.Dates;
        if (dates.Count == 0)
            return line.Text;
        ReadOnlySpan<char> text = line.Text.Span;
        Span<char> rest = texts.Reserve(text.Length + dates.Count);
        int from = 0, length = 0;
        foreach (WrittenDate date in dates)
        {
            text[from..date.Start].CopyTo(rest[length..]);
            length += date.Start - from;
            rest[length++] = '|';
            from = date.End;
        }
        text[from..].CopyTo(rest[length..]);
        return texts.Keep(length + text.Length - from);
    }
}

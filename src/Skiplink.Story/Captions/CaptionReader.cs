using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;

namespace Skiplink.Stories.Captions;

/// <summary>Finds captions: the article's own, and lines of the text that end in a credit or open as a file photo's.</summary>
internal static class CaptionReader
{
    /// <summary>A caption of more tokens is a paragraph that happens to end in brackets.</summary>
    private const int MostTokens = 140;

    /// <summary>The captions of the article's pictures.</summary>
    public static List<Caption> FromPictures(IReadOnlyList<Picture> pictures, LanguageData language, DateOnly? published)
    {
        List<Caption> captions = [];
        foreach (Picture picture in pictures)
        {
            if (picture.Caption.Length == 0 && string.IsNullOrEmpty(picture.Credit))
                continue;
            StoryText caption = new(picture.Caption, language);
            Caption? read = Read(caption, 0, caption.Count, published) ?? new()
            {
                Text = picture.Caption,
                Times = Times(caption, 0, caption.Count, published),
                Rule = "picture",
                Confidence = 0.95,
            };
            if (!string.IsNullOrEmpty(picture.Credit))
            {
                StoryText credit = new(picture.Credit, language);
                Credit taken = CreditReader.Read(credit, 0, credit.Count) with { Raw = picture.Credit };
                read = read with { Credit = taken with { Role = taken.Role == CreditRole.None ? read.Credit?.Role ?? CreditRole.None : taken.Role } };
            }
            captions.Add(read with { Span = null });
        }
        return captions;
    }

    /// <summary>The captions among the lines of the text; <paramref name="lines"/> takes the first token of each.</summary>
    public static List<Caption> FromLines(StoryText text, DateOnly? published, HashSet<int> lines)
    {
        List<Caption> captions = [];
        for (int i = 0, first = 0; i <= text.Count; i++)
        {
            if (i < text.Count && text[i].Kind != TokenKind.LineEnd)
                continue;
            if (i > first && i - first <= MostTokens && Read(text, first, i, published) is { } caption)
            {
                captions.Add(caption);
                lines.Add(first);
            }
            first = i + 1;
        }
        return captions;
    }

    private static Caption? Read(StoryText text, int first, int end, DateOnly? published)
    {
        int start = first;
        bool isFile = text.Matches.TryGet(first, WordClass.FileLine, out LexiconMatch file);
        if (isFile)
        {
            start += file.Length;
            while (start < end && text[start].Kind == TokenKind.Punctuation)
                start++;
        }
        (int captionEnd, int creditFirst, int creditEnd) = FindCredit(text, first, end);
        if (creditFirst < 0 && !isFile)
            return null;
        if (creditFirst < 0)
            captionEnd = end;
        Credit? credit = creditFirst < 0 ? null : CreditReader.Read(text, creditFirst, creditEnd);
        if (isFile)
            credit = (credit ?? new() { Raw = "" }) with { Role = CreditRole.File };
        return new()
        {
            Text = captionEnd > first ? text.Slice(first, captionEnd) : "",
            Credit = credit,
            Times = Times(text, first, Math.Max(first, captionEnd), published),
            Span = text.Span(first, end),
            Rule = isFile ? "file-line" : "credit-at-end",
            Confidence = 0.9,
        };
    }

    /// <summary>Where the caption ends, and the credit in the brackets or behind the label that follow it.</summary>
    private static (int CaptionEnd, int First, int End) FindCredit(StoryText text, int first, int end)
    {
        int last = end - 1;
        if (last > first && text[last].Is('.'))
            last--;
        if (text[last].Is(')') || text[last].Is(']'))
        {
            int open = last - 1;
            while (open > first && !(text[open].Mark is '(' or '['))
                open--;
            if (text[open].Mark is '(' or '[' && open >= first && CreditReader.IsCredit(text, open + 1, last))
                return (open, open + 1, last);
        }
        // Photo: Jon Berg/Reuters. A label late in the line; the rest has no sentence.
        for (int i = end - 2; i >= Math.Max(first, end - 14); i--)
        {
            if (text.Matches.TryGet(i, WordClass.CreditWord, out LexiconMatch label) && label.Value is "picture" or "copyright" or "label" && i + label.Length < end
                && (text.IsMark(i + label.Length, ':') || (label.Value == "picture" && text.Matches.TryGet(i + label.Length, WordClass.CreditWord, out LexiconMatch by) && by.Value == "taken"))
                && (i == first || text[i - 1].Kind == TokenKind.Punctuation) && text[i].IsCapital)
                return (i, i, end);
        }
        // REUTERS/Jon Berg at the end of the line.
        for (int i = end - 2; i >= Math.Max(first, end - 8); i--)
        {
            if (text[i].Is('/') && i > first && !text[i].HasSpaceBefore && text.Is(i - 1, WordClass.Agency) && text[i - 1].IsAllCapitals && (i - 1 == first || text[i - 2].Kind == TokenKind.Punctuation))
                return (i - 1, i - 1, end);
        }
        return (end, -1, -1);
    }

    private static List<TimeMention> Times(StoryText text, int first, int end, DateOnly? published)
    {
        if (end <= first)
            return [];
        int offset = text[first].Start;
        return [.. new TimeReader(text, new(published)).Read(first, end).Select(find => TimeTelling.Tell(text, find)).Select(time => time with { Span = new(time.Span.Start - offset, time.Span.End - offset) })];
    }
}

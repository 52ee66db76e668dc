using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;
using Skiplink.Vocabulary;

namespace Skiplink.Stories.Captions;

/// <summary>Finds captions: the article's own, and lines of the text that end in a credit or open as a file photo's.</summary>
internal static class CaptionReader
{
    /// <summary>A caption of more tokens is a paragraph that happens to end in brackets.</summary>
    private const int MaxTokens = 140;

    /// <summary>The captions of the article's pictures.</summary>
    public static List<Caption> FromPictures(IReadOnlyList<Picture> pictures, LanguageLexicon language, DateOnly? published)
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
                read = read
                    with
                {
                    Credit =
                    taken with { Role = taken.Role == CreditRole.None ? read.Credit?.Role ?? CreditRole.None : taken.Role }
                };
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
            if (i > first && i - first <= MaxTokens && Read(text, first, i, published) is { } caption)
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

    /// <summary>Where the caption ends, and where its credit stands, in tokens; a credit of -1 when there is none.</summary>
    private static (int CaptionEnd, int First, int End) FindCredit(StoryText text, int first, int end)
    {
        if (end <= first || CreditLine.Find(text.Slice(first, end)) is not { IsSource: false } place)
            return (end, -1, -1);
        int start = text[first].Start;
        int creditFirst = TokenAt(text, first, end, start + place.Start), creditEnd = TokenAt(text, creditFirst, end, start + place.End);
        return creditEnd > creditFirst ? (TokenAt(text, first, end, start + place.CaptionLength), creditFirst, creditEnd) : (end, -1, -1);
    }

    /// <summary>The first token that starts at a character or behind it.</summary>
    private static int TokenAt(StoryText text, int first, int end, int character)
    {
        while (first < end && text[first].Start < character)
            first++;
        return first;
    }

    private static List<TimeMention> Times(StoryText text, int first, int end, DateOnly? published)
    {
        if (end <= first)
            return [];
        int offset = text[first].Start;
        return [.. new TimeReader(text, new(published)).Read(first, end).Select(find => TimeMentionFactory.Create(text, find))
            .Select(time => time with { Span = new(time.Span.Start - offset, time.Span.End - offset) })];
    }
}

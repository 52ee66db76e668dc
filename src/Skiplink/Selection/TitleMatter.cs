using System.Text;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Selection;

/// <summary>
/// What stands between a page's title and its first paragraph and is told by the metadata already (the title itself, the byline, the date line) is not part of the
/// text. Takes it out of the blocks that are kept. A heading there that says something else than the title is kept.
/// </summary>
internal sealed class TitleMatter
{
    /// <summary>How far behind the title a byline may stand, in blocks, and how many words it and a date line may have beside names.</summary>
    private const int Reach = 12;
    private const int FewWords = 8;
    private const int ParagraphWords = 20;

    /// <summary>Only so many words of a heading, and characters of a title, are compared.</summary>
    private const int MostWords = 64;
    private const int MostCharacters = 512;

    private readonly BlockTable _scratch = new();

    /// <summary>Takes the blocks out.</summary>
    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks, after selection.</param>
    /// <param name="title">The block of the page's title, or -1.</param>
    /// <param name="metadata">What the page says of itself.</param>
    public void Skip(HtmlDocument document, BlockTable blocks, int title, PageMetadata metadata)
    {
        if (title < 0 || HasParagraphBefore(blocks, title) || IsAllThatIsKept(blocks, title))
            return;
        if (IsTold(blocks.WordsOf(title), metadata.Title?.Value))
            Skip(ref blocks[title]);
        else
            Keep(blocks, title);
        for (int i = title + 1; i <= Math.Min(title + Reach, blocks.Count - 1); i++)
        {
            ref BlockRow block = ref blocks[i];
            if (block.Words > ParagraphWords || (blocks.Elements[block.Inner].Surroundings & Surroundings.Heading) != 0)
                return;
            if (block.Kept && (IsByline(document, blocks, i, metadata.Authors) || IsDateLine(document, blocks, i)))
                Skip(ref block);
        }
    }

    /// <summary>Whether the title of the metadata says what the heading says: half of its words, or one of the two the other.</summary>
    private bool IsTold(ReadOnlySpan<uint> heading, string? title)
    {
        if (title is null)
            return false;
        ReadOnlySpan<uint> told = TextScanner.HashesOf(title.AsSpan(0, Math.Min(title.Length, MostCharacters)), _scratch);
        heading = heading[..Math.Min(heading.Length, MostWords)];
        if (told.IndexOf(heading) >= 0 || heading.IndexOf(told) >= 0)
            return true;
        int shared = 0;
        foreach (uint word in heading)
            shared += told.Contains(word) ? 1 : 0;
        return shared * 2 >= heading.Length;
    }

    /// <summary>A heading of the first level that says something else than the title is the heading of the text.</summary>
    private static void Keep(BlockTable blocks, int title)
    {
        ref BlockRow block = ref blocks[title];
        if (block.Kept || PageFacts.HeadingLevel(blocks, title) != 1)
            return;
        block.Kept = true;
        block.Verdict = Verdict.HeadingWithin;
    }

    private static void Skip(ref BlockRow block)
    {
        block.Kept = false;
        block.Verdict = Verdict.TitleMatter;
    }

    /// <summary>Where nothing but the title was found, as on a page that only passes on a link, the title is the text.</summary>
    private static bool IsAllThatIsKept(BlockTable blocks, int title)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            if (i != title && blocks[i].Kept)
                return false;
        }
        return true;
    }

    /// <summary>A heading that only comes behind kept text is one of its headings, whatever its words.</summary>
    private static bool HasParagraphBefore(BlockTable blocks, int title)
    {
        for (int i = title - 1; i >= 0; i--)
        {
            if (blocks[i].Kept && PageFacts.IsLong(blocks[i]))
                return true;
        }
        return false;
    }

    private static bool IsByline(HtmlDocument document, BlockTable blocks, int index, IReadOnlyList<MetadataValue> authors)
    {
        string? text = null;
        int names = 0;
        foreach (MetadataValue author in authors)
        {
            text ??= TextOf(document, blocks, index);
            if (text.Contains(author.Value, StringComparison.OrdinalIgnoreCase))
                names += author.Value.Count(' ') + 1;
        }
        return names > 0 && blocks[index].Words <= names + FewWords;
    }

    /// <summary>Whether a block holds a <c>time</c> element and hardly more.</summary>
    private static bool IsDateLine(HtmlDocument document, BlockTable blocks, int index)
    {
        if (blocks[index].Words > FewWords + 4)
            return false;
        for (int i = blocks[index].FirstNode; i <= blocks[index].LastNode; i++)
        {
            if (blocks.BlockOf(i) == index && new HtmlNode(document, i).Parent.Is(HtmlNames.Time))
                return true;
        }
        return false;
    }

    private static string TextOf(HtmlDocument document, BlockTable blocks, int index)
    {
        StringBuilder text = new();
        for (int i = blocks[index].FirstNode; i <= blocks[index].LastNode; i++)
        {
            if (blocks.BlockOf(i) == index)
                text.Append(Encoding.UTF8.GetString(new HtmlNode(document, i).Utf8Text));
        }
        return Tidy.Text(text.ToString());
    }
}

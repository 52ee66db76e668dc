using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Content;

/// <summary>
/// Decides whether an element without kept text of its own (a picture whose caption was not kept, a formula, a video) belongs to the kept
/// text around it.
/// </summary>
/// <param name="document">The page.</param>
/// <param name="blocks">Its blocks.</param>
/// <param name="kept">Which of them are kept.</param>
/// <param name="open">The elements around the place of the walk.</param>
internal sealed class TextPlacement(HtmlDocument document, BlockTable blocks, KeptBlocks kept, OpenElements open)
{
    /// <summary>A caption has no more words than this; an element with more is a text with an image.</summary>
    private const int MaxCaptionWords = 120;

    /// <summary>Whether an element is passed over: nothing below it is kept, and it is no picture of the text.</summary>
    /// <param name="element">The element, which is not open yet.</param>
    /// <param name="at">The place of the walk.</param>
    /// <param name="isPicture">Whether it wraps a picture.</param>
    public bool IsPassedOver(in ElementRow element, in WalkPosition at, out bool isPicture)
    {
        isPicture = element.Name == HtmlNames.Figure || (element.Images > 0 && element.Blocks is 1 or 2 && EndsInCaption(element));
        // Text in an inline element may belong to a block around it, and a row without one of its cells is another row.
        if (!BlockBuilder.IsBlockLevel(element) || (element.Name is HtmlNames.Td or HtmlNames.Th && IsInKeptRow()))
            return false;
        if (isPicture)
            return kept.In(element) == 0 && !IsPictureOfText(element, open.Count - 1);
        return element.Blocks == 0 ? !IsBesideKept(at) : kept.In(element) == 0;
    }

    /// <summary>Whether the row of a table around has kept text.</summary>
    public bool IsInKeptRow()
    {
        for (int i = open.Count - 1; i >= open.Base && open.IsIn(ContentKind.Row); i--)
        {
            if (open[i].Kind == ContentKind.Row)
                return kept.In(blocks.Elements[open[i].Row]) > 0;
        }
        return false;
    }

    /// <summary>
    /// Whether an element without text belongs to the text here: the text goes on right behind it, or stands before it and ends with it, or
    /// it is in a picture that does.
    /// </summary>
    public bool IsBesideKept(in WalkPosition at)
    {
        if (at.IsInText)
            return true;
        for (int i = open.Count - 1; i >= open.Base; i--)
        {
            if (!open[i].IsPicture)
                continue;
            ref readonly ElementRow picture = ref blocks.Elements[open[i].Row];
            return kept.In(picture) > 0 || IsPictureOfText(picture, i - 1);
        }
        return kept.Contains(at.LastBlock + 1) || (kept.Contains(at.LastBlock) && IsAtEndOfText(at.LastBlock));
    }

    /// <summary>Whether an image here stands at the start of a paragraph, item or cell whose text follows right behind it.</summary>
    public bool IsBeforeTextOfSameElement(in WalkPosition at)
    {
        int i = open.Count - 1;
        while (i >= open.Base && !open[i].IsBlockLevel)
            i--;
        return i >= open.Base && kept.Contains(at.LastBlock + 1) && blocks[at.LastBlock + 1].Container == open[i].Row
            && blocks.Elements[open[i].Row].Name is HtmlNames.P or HtmlNames.Li or HtmlNames.Td or HtmlNames.Th or HtmlNames.Dd
            or HtmlNames.Figcaption;
    }

    /// <summary>Whether the last block of an element is called a caption or credit by its class.</summary>
    private bool EndsInCaption(in ElementRow element)
    {
        if (element.Words > MaxCaptionWords)
            return false;
        ref readonly BlockRow last = ref blocks[element.FirstBlock + element.Blocks - 1];
        HtmlNode container = new(document, blocks.Elements[last.Container].Node);
        return (ClassMeanings.Of(container) & (ClassMeaning.Caption | ClassMeaning.Credit)) != 0;
    }

    /// <summary>Whether a picture without kept text stands right before kept text, or right behind it under the same parent.</summary>
    private bool IsPictureOfText(in ElementRow picture, int parent) =>
        picture.Words <= MaxCaptionWords
        && (kept.Contains(picture.FirstBlock + picture.Blocks)
            || (kept.Contains(picture.FirstBlock - 1) && parent > 0 && kept.In(blocks.Elements[open[parent].Row]) > 0));

    /// <summary>Whether the innermost element around that has any text has no more of it.</summary>
    private bool IsAtEndOfText(int lastBlock)
    {
        int i = open.Count - 1;
        while (i > 0 && blocks.Elements[open[i].Row].Blocks == 0)
            i--;
        ref readonly ElementRow around = ref blocks.Elements[open[i].Row];
        return i > 0 && around.FirstBlock <= lastBlock && around.FirstBlock + around.Blocks == lastBlock + 1;
    }
}

/// <summary>How far the walk has come.</summary>
/// <param name="LastBlock">The last block that it has passed, or -1.</param>
/// <param name="IsInText">Whether a paragraph or heading is being recorded.</param>
internal readonly record struct WalkPosition(int LastBlock, bool IsInText);

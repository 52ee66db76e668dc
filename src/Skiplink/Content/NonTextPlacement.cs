using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Content;

/// <summary>
/// Decides whether an element without kept text of its own (a picture whose caption was not kept, a formula, a video) belongs to the kept
/// text around it.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="selection">Which of its blocks are kept.</param>
/// <param name="open">The elements around the place of the walk.</param>
internal sealed class NonTextPlacement(PageDocument page, SelectionResult selection, OpenElements open)
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
        if (!element.IsBlockLevel || (element.Name is HtmlNames.Td or HtmlNames.Th && IsInKeptRow()))
            return false;
        if (isPicture)
            return selection.KeptIn(element) == 0 && !IsPictureOfText(element, open.Count - 1);
        return element.Blocks == 0 ? !IsBesideKept(at) : selection.KeptIn(element) == 0;
    }

    /// <summary>Whether the row of a table around has kept text.</summary>
    public bool IsInKeptRow()
    {
        for (int i = open.Count - 1; i >= open.Base && open.IsIn(ContentKind.Row); i--)
        {
            if (open[i].Kind == ContentKind.Row)
                return selection.KeptIn(page.Elements[open[i].Row]) > 0;
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
            ref readonly ElementRow picture = ref page.Elements[open[i].Row];
            return selection.KeptIn(picture) > 0 || IsPictureOfText(picture, i - 1);
        }
        return selection.IsKeptBlock(at.LastBlock + 1) || (selection.IsKeptBlock(at.LastBlock) && IsAtEndOfText(at.LastBlock));
    }

    /// <summary>Whether an image here stands at the start of a paragraph, item or cell whose text follows right behind it.</summary>
    public bool IsBeforeTextOfSameElement(in WalkPosition at)
    {
        int i = open.Count - 1;
        while (i >= open.Base && !open[i].IsBlockLevel)
            i--;
        return i >= open.Base && selection.IsKeptBlock(at.LastBlock + 1) && page.Blocks[at.LastBlock + 1].Container == open[i].Row
            && page.Elements[open[i].Row].Name is HtmlNames.P or HtmlNames.Li or HtmlNames.Td or HtmlNames.Th or HtmlNames.Dd
            or HtmlNames.Figcaption;
    }

    /// <summary>Whether the last block of an element is called a caption or credit by its class.</summary>
    private bool EndsInCaption(in ElementRow element)
    {
        if (element.Words > MaxCaptionWords)
            return false;
        ref readonly BlockRow last = ref page.Blocks[element.FirstBlock + element.Blocks - 1];
        HtmlNode container = new(page.Html, page.Elements[last.Container].Node);
        return (ClassMeanings.Of(container) & (ClassMeaning.Caption | ClassMeaning.Credit)) != 0;
    }

    /// <summary>Whether a picture without kept text stands right before kept text, or right behind it under the same parent.</summary>
    private bool IsPictureOfText(in ElementRow picture, int parent) =>
        picture.Words <= MaxCaptionWords
        && (selection.IsKeptBlock(picture.FirstBlock + picture.Blocks)
            || (selection.IsKeptBlock(picture.FirstBlock - 1) && parent > 0 && selection.KeptIn(page.Elements[open[parent].Row]) > 0));

    /// <summary>Whether the innermost ancestor with text has no more text after this place.</summary>
    private bool IsAtEndOfText(int lastBlock)
    {
        int i = open.Count - 1;
        while (i > 0 && page.Elements[open[i].Row].Blocks == 0)
            i--;
        ref readonly ElementRow around = ref page.Elements[open[i].Row];
        return i > 0 && around.FirstBlock <= lastBlock && around.FirstBlock + around.Blocks == lastBlock + 1;
    }
}

/// <summary>How far the walk has come.</summary>
/// <param name="LastBlock">The last block that it has passed, or -1.</param>
/// <param name="IsInText">Whether a paragraph or heading is being recorded.</param>
internal readonly record struct WalkPosition(int LastBlock, bool IsInText);

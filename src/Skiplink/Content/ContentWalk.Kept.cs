using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Content;

/// <summary>Which elements are walked: those with kept text, and those without any that belong to it, as a picture does whose caption was not kept.</summary>
internal sealed partial class ContentWalk
{
    /// <summary>A caption has no more words than this; what has more is a text with an image.</summary>
    private const int MostCaptionWords = 120;

    /// <summary>How many blocks are kept in an element.</summary>
    private int KeptIn(in ElementRow element) => _keptBefore[element.FirstBlock + element.Blocks] - _keptBefore[element.FirstBlock];

    private bool IsKept(int block) => block >= 0 && block < _blocks.Count && _blocks[block].Kept;

    /// <summary>Whether there is nothing to tell below a block-level element. Text in an inline element may belong to a block around it.</summary>
    private bool IsEmptyOfKept(int row, out bool isPicture)
    {
        ref readonly ElementRow element = ref _blocks.Elements[row];
        isPicture = element.Name == HtmlNames.Figure || (element.Images > 0 && element.Blocks is 1 or 2 && IsPicture(element));
        // A row without one of its cells is another row.
        if (!BlockBuilder.IsBlockLevel(element) || (element.Name is HtmlNames.Td or HtmlNames.Th && IsInKeptRow()))
            return false;
        if (isPicture)
            return KeptIn(element) == 0 && !IsPictureOfText(element, _frames.Count - 1);
        return element.Blocks == 0 ? !IsBesideKept : KeptIn(element) == 0;
    }

    /// <summary>Whether the row of a table that is being walked has kept text.</summary>
    private bool IsInKeptRow()
    {
        for (int i = _frames.Count - 1; i >= _base && IsIn(ContentKind.Row); i--)
        {
            if (_frames[i].Kind == ContentKind.Row)
                return KeptIn(_blocks.Elements[_frames[i].Row]) > 0;
        }
        return false;
    }

    /// <summary>Whether an element holds an image and, at its end, what its class calls a caption.</summary>
    private bool IsPicture(in ElementRow element)
    {
        if (element.Words > MostCaptionWords)
            return false;
        ref readonly BlockRow last = ref _blocks[element.FirstBlock + element.Blocks - 1];
        HtmlNode container = new(_document, _blocks.Elements[last.Container].Node);
        return (ClassMeanings.Of(container) & (ClassMeaning.Caption | ClassMeaning.Credit)) != 0;
    }

    /// <summary>Whether a picture without kept text belongs to the text: it goes on right behind the picture, or stands right before it under the same parent.</summary>
    private bool IsPictureOfText(in ElementRow picture, int parent) =>
        picture.Words <= MostCaptionWords
        && (IsKept(picture.FirstBlock + picture.Blocks) || (IsKept(picture.FirstBlock - 1) && parent > 0 && KeptIn(_blocks.Elements[_frames[parent].Row]) > 0));

    /// <summary>
    /// Whether what has no text of its own belongs to the text here: the text goes on right behind it, or stands before it and ends with it, or it is in a picture that does.
    /// </summary>
    private bool IsBesideKept
    {
        get
        {
            if (_leaf >= 0)
                return true;
            for (int i = _frames.Count - 1; i >= _base; i--)
            {
                if (!_frames[i].IsPicture)
                    continue;
                ref readonly ElementRow picture = ref _blocks.Elements[_frames[i].Row];
                return KeptIn(picture) > 0 || IsPictureOfText(picture, i - 1);
            }
            return IsKept(_lastBlock + 1) || (IsKept(_lastBlock) && IsAtEndOfText());
        }
    }

    /// <summary>Whether the innermost element around that has any text has no more of it.</summary>
    private bool IsAtEndOfText()
    {
        int i = _frames.Count - 1;
        while (i > 0 && _blocks.Elements[_frames[i].Row].Blocks == 0)
            i--;
        ref readonly ElementRow around = ref _blocks.Elements[_frames[i].Row];
        return i > 0 && around.FirstBlock <= _lastBlock && around.FirstBlock + around.Blocks == _lastBlock + 1;
    }
}

using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>Features of the blocks before and after, of the place on the page, of title and heading.</summary>
internal sealed partial class FeatureBuilder
{
    /// <summary>What two blocks that follow each other say of one another. Their own features stand in their rows.</summary>
    private void Neighbours(int index, FeatureRow before, FeatureRow row)
    {
        float isSamePath = _page.SamePaths.AreSame(index - 1, index) ? 1 : 0;
        row[Feature.Previous1IsTwin] = isSamePath;
        row[Feature.Previous1Words] = before[Feature.LogWords];
        row[Feature.Previous1LinkDensity] = before[Feature.LinkDensity];
        row[Feature.Previous1EndsWithStop] = before[Feature.EndsWithStop];
        row[Feature.PreviousTextSum] = before[Feature.TextSum];
        before[Feature.Next1IsTwin] = isSamePath;
        before[Feature.Next1Words] = row[Feature.LogWords];
        before[Feature.Next1LinkDensity] = row[Feature.LinkDensity];
        before[Feature.Next1EndsWithStop] = row[Feature.EndsWithStop];
        before[Feature.NextTextSum] = row[Feature.TextSum];
    }

    private void Around(int index, FeatureRow row)
    {
        (int words, int links) = _page.WordsAround(index);
        row[Feature.NearLinkDensity] = FeatureRow.Share(links, words);
        row[Feature.SinceLong] = _page.SinceLong(index);
        row[Feature.WordPlace] = _page.WordsBefore(index) * _perWord;
        row[Feature.LogIndex] = FeatureRow.Log(index);
        row[Feature.LongPlace] = _page.LongWordsBefore(index) * _perLongWord;
        row[Feature.FromHalfEnd] = FromEnd(index, _page.HalfElement);
        row[Feature.FromMostEnd] = FromEnd(index, _page.MostElement);
        row[Feature.ArticleIndex] = _page.ArticleBefore(index);
    }

    /// <summary>How many blocks behind the last one of an element a block stands; negative before the first one, 0 within.</summary>
    private float FromEnd(int index, int element)
    {
        ref readonly ElementRow of = ref _blocks.Elements[element];
        int before = of.FirstBlock - index, behind = index - (of.FirstBlock + of.Blocks - 1);
        return behind > 0 ? FeatureRow.Log(behind) : before > 0 ? -FeatureRow.Log(before) : 0;
    }

    private void Headings(int index, FeatureRow row)
    {
        ref readonly BlockRow block = ref _blocks[index];
        int title = _page.TitleBlock;
        int from = title < 0 ? 0 : index - title;
        row[Feature.FromTitle] = title < 0 ? -20 : MathF.Sign(from) * FeatureRow.Log(Math.Abs(from));
        row[Feature.SinceHeading] = block.Heading < 0 ? 99 : Math.Min(99, index - block.Heading);
        row[Feature.HeadingIsTitle] = block.Heading >= 0 && block.Heading == title ? 1 : 0;
        row[Feature.OverHeadingLevel] = block.Heading < 0 ? 0 : _texts[block.Heading].Heading.Level;
    }
}

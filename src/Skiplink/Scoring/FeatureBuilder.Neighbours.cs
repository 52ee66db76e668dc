using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>Features of the blocks before and after, of titles and headings, and of the learnt words.</summary>
internal sealed partial class FeatureBuilder
{
    private void Neighbours(int index, FeatureRow row)
    {
        int count = _blocks.Count;
        uint path = PathOf(index);
        if (index >= 1)
        {
            (row[Feature.Previous1Words], row[Feature.Previous1LinkDensity]) = WordsAndLinks(index - 1);
            row[Feature.Previous1IsTwin] = PathOf(index - 1) == path ? 1 : 0;
            row[Feature.Previous1EndsWithStop] = EndsWithStop(_blocks[index - 1].Shape) ? 1 : 0;
            row[Feature.PreviousTextSum] = _texts[index - 1].Sum;
        }
        if (index + 1 < count)
        {
            (row[Feature.Next1Words], row[Feature.Next1LinkDensity]) = WordsAndLinks(index + 1);
            row[Feature.Next1IsTwin] = PathOf(index + 1) == path ? 1 : 0;
            row[Feature.Next1EndsWithStop] = EndsWithStop(_blocks[index + 1].Shape) ? 1 : 0;
            row[Feature.NextTextSum] = _texts[index + 1].Sum;
        }

        (int words, int links) = _page.WordsAround(index);
        row[Feature.NearLinkDensity] = FeatureRow.Share(links, words);
        row[Feature.SinceLong] = _page.SinceLong(index);
        row[Feature.WordPlace] = FeatureRow.Share(_page.WordsBefore(index), _page.Words);
        row[Feature.LogIndex] = FeatureRow.Log(index);
        row[Feature.LongPlace] = FeatureRow.Share(_page.LongWordsBefore(index), _page.LongWords);
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

    private uint PathOf(int block) => _blocks.Elements[_blocks[block].Container].PathSignature;

    private (float Words, float LinkDensity) WordsAndLinks(int block) =>
        (FeatureRow.Log(_blocks[block].Words), FeatureRow.Share(_blocks[block].LinkWords, _blocks[block].Words));

    /// <summary>Words of the title are looked for among the first words of a block.</summary>
    private const int MostTitleSearch = 64;

    private void Titles(int index, FeatureRow row)
    {
        ref readonly BlockRow block = ref _blocks[index];
        int title = _page.TitleBlock;
        int from = title < 0 ? 0 : index - title;
        row[Feature.FromTitle] = title < 0 ? -20 : MathF.Sign(from) * FeatureRow.Log(Math.Abs(from));
        int inTitle = 0;
        ReadOnlySpan<uint> words = _blocks.WordsOf(index);
        foreach (uint word in words[..Math.Min(words.Length, MostTitleSearch)])
            inTitle += _page.IsTitleWord(word) ? 1 : 0;
        row[Feature.ShareOfTitle] = FeatureRow.Share(Math.Min(inTitle, _page.TitleWordCount), _page.TitleWordCount);
        row[Feature.SinceHeading] = block.Heading < 0 ? 99 : Math.Min(99, index - block.Heading);
        row[Feature.HeadingIsTitle] = block.Heading >= 0 && block.Heading == title ? 1 : 0;
        row[Feature.OverHeadingLevel] = block.Heading < 0 ? 0 : _texts[block.Heading].Heading.Level;
    }

    private void Words(int index, FeatureRow row)
    {
        ref readonly BlockRow block = ref _blocks[index];
        ref readonly ElementWords.Row inner = ref _words[block.Inner];
        ref readonly ElementWords.Row container = ref _words[block.Container];
        row[Feature.ClassOwn] = inner.Own;
        row[Feature.ClassParent] = _words[_blocks.Elements[block.Container].Parent].Own;
        row[Feature.ClassPath] = inner.Path;
        row[Feature.ClassPathFar] = inner.PathFar;
        row[Feature.ClassLeast] = inner.Least;
        row[Feature.ClassMost] = inner.Most;
        row[Feature.TagOwn] = container.Tag;
        row[Feature.TagPath] = container.TagPath;
        ref readonly LinkWords.Row link = ref _links[block.Inner];
        row[Feature.Address] = link.Own;
        row[Feature.AddressLeast] = link.Least;
        ref readonly TextWords.Row text = ref _texts[index];
        row[Feature.TextSum] = text.Sum;
        row[Feature.TextMean] = text.Mean;
        row[Feature.TextLeast] = text.Least;
        row[Feature.TextMost] = text.Most;
        row[Feature.PairSum] = text.PairSum;
        row[Feature.PairLeast] = text.PairLeast;
        if (block.Heading >= 0)
        {
            ref readonly TextWords.Heading heading = ref _texts[block.Heading].Heading;
            row[Feature.HeadingPair] = heading.Pairs;
            row[Feature.HeadingMean] = heading.Mean;
            row[Feature.HeadingLeast] = heading.Least;
            row[Feature.HeadingChain] = heading.Chain;
        }
    }
}

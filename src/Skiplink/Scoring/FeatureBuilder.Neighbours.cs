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
            row[Feature.PreviousTextSum] = _textSums[index - 1];
        }
        if (index >= 2)
            (row[Feature.Previous2Words], row[Feature.Previous2LinkDensity]) = WordsAndLinks(index - 2);
        if (index + 1 < count)
        {
            (row[Feature.Next1Words], row[Feature.Next1LinkDensity]) = WordsAndLinks(index + 1);
            row[Feature.Next1IsTwin] = PathOf(index + 1) == path ? 1 : 0;
            row[Feature.Next1EndsWithStop] = EndsWithStop(_blocks[index + 1].Shape) ? 1 : 0;
            row[Feature.NextTextSum] = _textSums[index + 1];
        }
        if (index + 2 < count)
            (row[Feature.Next2Words], row[Feature.Next2LinkDensity]) = WordsAndLinks(index + 2);

        int words = 0, links = 0, near = 0;
        for (int i = Math.Max(0, index - 5); i <= Math.Min(count - 1, index + 5); i++, near++)
        {
            words += _blocks[i].Words;
            links += _blocks[i].LinkWords;
        }
        row[Feature.NearWords] = FeatureRow.Log(words / (float)near);
        row[Feature.NearLinkDensity] = FeatureRow.Share(links, words);
        row[Feature.SinceLong] = _page.SinceLong(index);
        row[Feature.UntilLong] = _page.UntilLong(index);
        row[Feature.Place] = index / (float)count;
        row[Feature.WordPlace] = FeatureRow.Share(_page.WordsBefore(index), _page.Words);
        row[Feature.LogIndex] = FeatureRow.Log(index);
        row[Feature.LogFromEnd] = FeatureRow.Log(count - 1 - index);
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

    /// <summary>What the learnt words say of a heading, for all blocks under it.</summary>
    private struct HeadingWords
    {
        public float Mean;
        public float Least;
        public float Pairs;
        public float Whole;

        /// <summary>The least that they say of it and of the headings it stands under: "Related products" decides for the names below it.</summary>
        public float Chain;
        public int Level;
    }

    private void HeadingChains()
    {
        Span<float> over = stackalloc float[8];
        for (int i = 0; i < _blocks.Count; i++)
        {
            if ((_blocks.Elements[_blocks[i].Inner].Surroundings & Surroundings.Heading) == 0)
                continue;
            ref HeadingWords heading = ref _headings[i];
            heading = WordsOfHeading(i);
            // A heading by its role alone stands below all others.
            int level = heading.Level > 0 ? heading.Level : 7;
            heading.Chain = Math.Min(heading.Mean, level == 1 ? 99 : over[level - 1]);
            over[level..].Fill(heading.Chain);
        }
    }

    private HeadingWords WordsOfHeading(int block)
    {
        ReadOnlySpan<uint> words = _blocks.WordsOf(block);
        int count = Math.Min(words.Length, MostHeadingWords);
        float sum = 0, least = 0, pairs = 0;
        for (int i = 0; i < count; i++)
        {
            float weight = _lexicon[words[i] ^ Lexicon.HeadingSeed];
            sum += weight;
            least = Math.Min(least, weight);
        }
        for (int i = 1; i < count; i++)
            pairs += _lexicon[Pair(words[i - 1] ^ Lexicon.HeadingSeed, words[i])];
        float whole = _lexicon[_blocks[block].TextHash ^ Lexicon.WholeHeadingSeed];
        return new() { Mean = sum / Math.Max(1, count), Least = least, Pairs = pairs, Whole = whole, Level = PageFacts.HeadingLevel(_blocks, block) };
    }

    /// <summary>For each short block what the learnt words say when it is the title of a group.</summary>
    private void GroupTitles()
    {
        for (int i = 0; i < _blocks.Count; i++)
        {
            ReadOnlySpan<uint> words = _blocks.WordsOf(i);
            float sum = 0;
            for (int w = 0; w < words.Length && words.Length <= MostGroupTitleWords; w++)
                sum += _lexicon[words[w] ^ Lexicon.GroupTitleSeed];
            _groupTitles[i] = sum / Math.Max(1, words.Length);
        }
    }

    /// <summary>Two words in a row as one.</summary>
    public static uint Pair(uint first, uint second) => ((first * 31) ^ second) * 0x9E3779B1 ^ Lexicon.PairSeed;

    private uint PathOf(int block) => _blocks.Elements[_blocks[block].Container].PathSignature;

    private (float Words, float LinkDensity) WordsAndLinks(int block) =>
        (FeatureRow.Log(_blocks[block].Words), FeatureRow.Share(_blocks[block].LinkWords, _blocks[block].Words));

    private void Titles(int index, FeatureRow row)
    {
        ref readonly BlockRow block = ref _blocks[index];
        int title = _page.TitleBlock;
        int from = title < 0 ? 0 : index - title;
        row[Feature.FromTitle] = title < 0 ? -20 : MathF.Sign(from) * FeatureRow.Log(Math.Abs(from));
        int inTitle = 0, inDescription = 0;
        foreach (uint word in _blocks.WordsOf(index))
        {
            inTitle += _page.IsTitleWord(word) ? 1 : 0;
            inDescription += _page.IsDescriptionWord(word) ? 1 : 0;
        }
        row[Feature.TitleShare] = FeatureRow.Share(inTitle, block.Words);
        row[Feature.ShareOfTitle] = FeatureRow.Share(Math.Min(inTitle, _page.TitleWordCount), _page.TitleWordCount);
        row[Feature.DescriptionShare] = _page.HasDescription ? FeatureRow.Share(inDescription, block.Words) : -1;
        row[Feature.SinceHeading] = block.Heading < 0 ? 99 : Math.Min(99, index - block.Heading);
        row[Feature.HeadingIsTitle] = block.Heading >= 0 && block.Heading == title ? 1 : 0;
        row[Feature.OverHeadingLevel] = block.Heading < 0 ? 0 : _headings[block.Heading].Level;
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
        row[Feature.TokenOwn] = inner.Token;
        row[Feature.TokenPath] = inner.TokenPath;
        row[Feature.TokenLeast] = inner.TokenLeast;
        row[Feature.TokenMost] = inner.TokenMost;
        row[Feature.Address] = inner.Address;
        row[Feature.AddressLeast] = inner.AddressLeast;
        if (block.Heading >= 0)
        {
            ref readonly HeadingWords heading = ref _headings[block.Heading];
            row[Feature.HeadingPair] = heading.Pairs;
            row[Feature.WholeHeading] = heading.Whole;
            row[Feature.HeadingMean] = heading.Mean;
            row[Feature.HeadingLeast] = heading.Least;
            row[Feature.HeadingChain] = heading.Chain;
        }
    }

    /// <summary>Only this many words of a heading, and of a block, are looked up.</summary>
    public const int MostHeadingWords = 12;
    public const int MostTextWords = 16;

    /// <summary>Fills what the block's own words say and returns their sum.</summary>
    private float TextWords(int index, FeatureRow row)
    {
        ReadOnlySpan<uint> words = _blocks.WordsOf(index);
        int count = Math.Min(words.Length, MostTextWords);
        float sum = 0, least = 0, most = 0;
        for (int i = 0; i < count; i++)
        {
            float weight = _lexicon[words[i] ^ Lexicon.TextSeed];
            sum += weight;
            least = Math.Min(least, weight);
            most = Math.Max(most, weight);
        }
        float pairs = 0, leastPair = 0;
        for (int i = 1; i < count; i++)
        {
            float weight = _lexicon[Pair(words[i - 1], words[i])];
            pairs += weight;
            leastPair = Math.Min(leastPair, weight);
        }
        row[Feature.PairSum] = pairs;
        row[Feature.PairLeast] = leastPair;
        row[Feature.WholeText] = words.Length <= MostTextWords ? _lexicon[_blocks[index].TextHash ^ Lexicon.WholeTextSeed] : 0;
        row[Feature.TextMean] = sum / Math.Max(1, count);
        row[Feature.TextLeast] = least;
        row[Feature.TextMost] = most;
        return row[Feature.TextSum] = sum;
    }
}

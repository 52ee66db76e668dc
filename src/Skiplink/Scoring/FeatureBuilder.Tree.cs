using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>Features of the groups that a block stands in, and of its way to where the page's long text is.</summary>
internal sealed partial class FeatureBuilder
{
    private const int GroupLevels = 4;
    private const int PerGroup = Feature.Group2Words - Feature.Group1Words;

    private void Groups(int index, FeatureRow row)
    {
        ElementTable elements = _blocks.Elements;
        int element = _blocks[index].Container, blocksBelow = 1, alike = elements[element].Alike;
        int heading = _blocks[index].Heading, reach = heading < 0 ? -1 : 0;
        float mostAlike = alike, least = 0;
        for (int level = 0; level < GroupLevels; level++)
        {
            // Up to the next element that holds more than what stands below it; wrappers around one thing say nothing new.
            while (element != 0 && elements[element].Blocks <= blocksBelow)
            {
                alike = elements[element].Alike;
                mostAlike = Math.Max(mostAlike, alike);
                element = elements[element].Parent;
            }
            ref readonly ElementRow group = ref elements[element];
            Feature first = Feature.Group1Words + (level * PerGroup);
            row[first] = FeatureRow.Log(group.Words);
            row[first + 1] = FeatureRow.Share(group.LinkWords, group.Words);
            row[first + 2] = FeatureRow.Log(group.Blocks);
            row[first + 3] = FeatureRow.Share(group.Words, group.Blocks);
            row[first + 4] = FeatureRow.Share(group.Punctuation, group.Words);
            row[first + 5] = FeatureRow.Share(group.Images, group.Blocks);
            row[first + 6] = FeatureRow.Share(group.Headings, group.Blocks);
            row[first + 7] = FeatureRow.Share(index - group.FirstBlock, group.Blocks);
            row[first + 8] = FeatureRow.Share(group.LongWords, group.Words);
            row[first + 9] = FeatureRow.Log(alike);
            row[first + 10] = FeatureRow.Share(group.Currencies, group.Blocks);
            row[first + 11] = FeatureRow.Share(group.Years, group.Blocks);
            row[first + 12] = FeatureRow.Share(group.Links, group.Blocks);
            if (reach == 0 && heading >= group.FirstBlock)
                reach = level + 1;
            if (level < 3)
                row[Feature.ShareOfPage1 + level] = FeatureRow.Share(group.Words, _page.Words);
            least = Math.Min(least, _words[element].Own);
            row[Feature.Group1Class + level] = _words[element].Own + _words[element].Token;
            if (level < 3)
                row[Feature.Group1Address + level] = FeatureRow.Share(_words[element].AddressSum, _words[element].Addresses);
            if (IsGroupTitle(_blocks, group.FirstBlock, index))
            {
                row[Feature.Group1Title + level] = _groupTitles[group.FirstBlock];
                row[Feature.Group1WholeTitle + level] = _lexicon[_blocks[group.FirstBlock].TextHash ^ Lexicon.WholeGroupTitleSeed];
            }
            blocksBelow = group.Blocks;
        }
        row[Feature.HeadingReach] = reach == 0 ? GroupLevels + 1 : reach;
        row[Feature.MostAlike] = FeatureRow.Log(mostAlike);
        row[Feature.GroupClassLeast] = least;
    }

    /// <summary>A group's first block is its title for the others when it is short.</summary>
    public static bool IsGroupTitle(BlockTable blocks, int first, int index) => first != index && blocks[first].Words is > 0 and <= MostGroupTitleWords;

    public const int MostGroupTitleWords = 8;

    private void Tree(int index, FeatureRow row)
    {
        int container = _blocks[index].Container;
        (row[Feature.OutsideHalf], row[Feature.InsideHalf]) = Distance(container, _page.HalfElement);
        (row[Feature.OutsideMost], row[Feature.InsideMost]) = Distance(container, _page.MostElement);
        (row[Feature.OutsideReader], row[Feature.InsideReader]) = Distance(container, _page.ReaderElement);
    }

    /// <summary>From the element where two paths meet: how many levels down to the second one (0 when the first stands in it), and down to the first.</summary>
    private (float Outside, float Inside) Distance(int element, int other)
    {
        ElementTable elements = _blocks.Elements;
        int outside = 0, inside = 0;
        while (element != other)
        {
            // Rows stand in document order, so the later of two is never above the earlier.
            if (element > other)
            {
                element = elements[element].Parent;
                inside++;
            }
            else
            {
                other = elements[other].Parent;
                outside++;
            }
        }
        return (outside, inside);
    }
}

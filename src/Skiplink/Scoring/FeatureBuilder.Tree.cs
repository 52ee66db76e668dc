using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>Features of the groups that a block stands in, and of its way to where the page's long text is.</summary>
internal sealed partial class FeatureBuilder
{
    public const int GroupLevels = 4;

    private void Groups(int index, FeatureRow row)
    {
        ElementTable elements = _blocks.Elements;
        int element = _blocks[index].Container, blocksBelow = 1, alike = elements[element].Alike;
        int heading = _blocks[index].Heading, reach = heading < 0 ? -1 : 0;
        int mostAlike = alike;
        float least = 0;
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
            Feature first = Feature.Group1Words + (level * GroupFeatures.Count);
            row.Set(first, _groups.Of(elements, element));
            row[first + 7] = FeatureRow.Share(index - group.FirstBlock, group.Blocks);
            row[first + 9] = FeatureRow.Log(alike);
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
        (row[Feature.OutsideHalf], row[Feature.InsideHalf]) = _half[container];
        (row[Feature.OutsideMost], row[Feature.InsideMost]) = _most[container];
        (row[Feature.OutsideReader], row[Feature.InsideReader]) = _reader[container];
    }
}

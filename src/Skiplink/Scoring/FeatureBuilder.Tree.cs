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
            // Up to the next element that holds more than what stands below it.
            if (element != 0 && elements[element].Blocks <= blocksBelow)
            {
                ref readonly GroupFeatures.Way way = ref _groups.WayFrom(element);
                alike = way.Alike;
                mostAlike = Math.Max(mostAlike, way.MostAlike);
                element = way.Up;
            }
            ref readonly ElementRow group = ref elements[element];
            Feature first = Feature.Group1Words + (level * GroupFeatures.Count);
            row.Set(first, _groups.Of(elements, element));
            row[first + 5] = FeatureRow.Share(index - group.FirstBlock, group.Blocks);
            row[first + 7] = FeatureRow.Log(alike);
            if (reach == 0 && heading >= group.FirstBlock)
                reach = level + 1;
            if (level < 3)
            {
                row[Feature.ShareOfPage1 + level] = FeatureRow.Share(group.Words, _page.Words);
                row[Feature.Group1Address + level] = FeatureRow.Share(_links[element].Sum, _links[element].Links);
            }
            least = Math.Min(least, _words[element].Own);
            row[Feature.Group1Class + level] = _words[element].Own;
            blocksBelow = group.Blocks;
        }
        row[Feature.HeadingReach] = reach == 0 ? GroupLevels + 1 : reach;
        row[Feature.MostAlike] = FeatureRow.Log(mostAlike);
        row[Feature.GroupClassLeast] = least;
    }

    private void Tree(int index, FeatureRow row)
    {
        int container = _blocks[index].Container;
        (row[Feature.OutsideHalf], row[Feature.InsideHalf]) = _half[container];
        row[Feature.OutsideMost] = _most[container].Outside;
        (row[Feature.OutsideReader], row[Feature.InsideReader]) = _reader[container];
    }
}

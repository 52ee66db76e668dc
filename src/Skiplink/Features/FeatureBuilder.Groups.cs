using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// Features of the groups that a block stands in, of its way to where the page's long text is, and of the blocks of the same structure.
/// </summary>
internal sealed partial class FeatureBuilder
{
    private const int GroupLevels = 4;

    private void Groups(int index, FeatureRow row)
    {
        ElementTable elements = _blocks.Elements;
        ref readonly BlockRow block = ref _blocks[index];
        int element = block.Container, siblings = elements[element].SiblingRun, maxSiblings = siblings, heading = block.Heading,
            reach = heading < 0 ? -1 : 0;
        float logAlike = FeatureRow.Log(siblings), least = 0;
        row.Set(Feature.OutsideHalf, _ways[element]);
        // The container is the first group, unless it holds this block alone.
        bool goesUp = elements[element].Blocks <= 1;
        for (int level = 0; level < GroupLevels; level++)
        {
            if (goesUp && element != 0)
            {
                ref readonly GroupFeatures.Group below = ref _groups[element];
                (logAlike, maxSiblings, element) = (below.LogSiblings, Math.Max(maxSiblings, below.MaxSiblings), below.Outer);
            }
            goesUp = true;
            ref readonly GroupFeatures.Group group = ref _groups.Of(element, elements, _words, _perWord);
            int first = level * GroupFeatures.Count;
            row.Set(Feature.Group1Words + first, group.Shared);
            row[Feature.Group1Place + first] = (index - group.FirstBlock) * group.PerBlock;
            row[Feature.Group1Alike + first] = logAlike;
            row[Feature.Group1Class + level] = group.Class;
            least = Math.Min(least, group.Class);
            if (reach == 0 && heading >= group.FirstBlock)
                reach = level + 1;
        }
        row[Feature.HeadingReach] = reach == 0 ? GroupLevels + 1 : reach;
        row[Feature.MostAlike] = FeatureRow.Log(maxSiblings);
        row[Feature.GroupClassLeast] = least;
    }

    private void SamePath(int index, FeatureRow row)
    {
        ref readonly SamePathGroup group = ref _page.SamePaths.Of(index);
        row.Set(Feature.LogTwins, group.Shared);
        row[Feature.TwinPlace] = FeatureRow.Share(index - group.First, group.Last - group.First);
        row[Feature.LogSameText] = FeatureRow.Log(_page.SameTexts(index) - 1);
    }
}

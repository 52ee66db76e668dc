using Skiplink.Features;
using Skiplink.Html;
using Skiplink.PageModel;
using Xunit;

namespace Skiplink.Tests.Features;

public sealed class GroupSmoothingTests
{
    [Fact]
    public void Three_items_of_one_structure_are_decided_together()
    {
        float[] probabilities = Smooth("<ul><li>one two</li><li>three four</li><li>five six</li></ul>", 0.9f, 0.9f, 0.3f);
        Assert.All(probabilities, static p => Assert.InRange(p, 0.7f, 0.9f));
    }

    [Fact]
    public void Two_blocks_are_no_group() =>
        Assert.Equal([0.9f, 0.1f], Smooth("<ul><li>one two</li><li>three four</li></ul>", 0.9f, 0.1f));

    [Fact]
    public void Blocks_of_other_classes_are_no_group() => Assert.Equal(
        [0.9f, 0.9f, 0.1f],
        Smooth("<div><p class=a>one</p><p class=b>two</p><p class=c>three</p></div>", 0.9f, 0.9f, 0.1f));

    [Fact]
    public void Certain_blocks_keep_the_group_within_bounds() =>
        Assert.All(Smooth("<ul><li>a</li><li>b</li><li>c</li></ul>", 1, 1, 0), static p => Assert.InRange(p, 0, 1));

    private static float[] Smooth(string html, params float[] probabilities)
    {
        BlockTable blocks = new PageDocumentBuilder().Build(HtmlDocument.Parse(html)).Blocks;
        Assert.Equal(probabilities.Length, blocks.Count);
        GroupSmoothing smoothing = new();
        smoothing.Start(blocks);
        float[] result = [.. probabilities];
        smoothing.Apply(blocks, result);
        return result;
    }
}

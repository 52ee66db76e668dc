using Skiplink.Features;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// The sentence or two between a story's title and its first paragraph that say what it is about. Whether it is part of the text is a matter of taste, on which pages
/// that teach the model differ; a reader misses it. It is kept where the page's own description says the same.
/// </summary>
internal static class Standfirst
{
    /// <summary>How far behind the title it may stand, in blocks, how many words it may have, and how many of them the description must have.</summary>
    private const int Reach = 25;
    private const int LeastWords = 6;
    private const int MostWords = 120;
    private const double LeastShare = 0.8;

    private const Surroundings Elsewhere =
        Surroundings.Nav | Surroundings.Footer | Surroundings.Aside | Surroundings.Figure | Surroundings.Caption | Surroundings.Button | Surroundings.Dialog | Surroundings.Hidden | Surroundings.Select;

    /// <summary>Keeps it.</summary>
    /// <param name="blocks">The page's blocks, after selection.</param>
    /// <param name="page">Its facts.</param>
    public static void Keep(BlockTable blocks, PageFacts page)
    {
        if (page.TitleBlock < 0 || page.DescriptionWords.Count == 0)
            return;
        int first = page.TitleBlock + 1, end = Math.Min(page.TitleBlock + Reach, blocks.Count);
        int body = first;
        while (body < end && !(blocks[body].Kept && PageFacts.IsLong(blocks[body])))
            body++;
        for (int i = first; i < body && body < end; i++)
        {
            ref BlockRow block = ref blocks[i];
            if (block.Kept || block.Words is < LeastWords or > MostWords || block.LinkWords > 0 || (blocks.Elements[block.Inner].Surroundings & Elsewhere) != 0)
                continue;
            if (page.DescriptionWords.CountIn(blocks.WordsOf(i)) >= LeastShare * block.Words)
            {
                block.Kept = true;
                block.Verdict = Verdict.Standfirst;
            }
        }
    }
}

using Skiplink.Features;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Keeps the standfirst: the sentence or two between a story's title and its first paragraph that say what it is about. Whether it is part
/// of the text is a matter of taste, on which pages that teach the model differ; a reader misses it. It is kept where the page's own
/// description says the same.
/// </summary>
internal static class StandfirstRule
{
    /// <summary>How far behind the title it may stand, in blocks.</summary>
    private const int Reach = 25;

    private const int MinWords = 6;
    private const int MaxWords = 120;

    /// <summary>How many of its words the description must have, as a share.</summary>
    private const double MinShare = 0.8;

    private const ContextFlags Elsewhere =
        ContextFlags.Nav | ContextFlags.Footer | ContextFlags.Aside | ContextFlags.Figure | ContextFlags.Caption
        | ContextFlags.Button | ContextFlags.Dialog | ContextFlags.Hidden | ContextFlags.Select;

    /// <summary>Keeps it.</summary>
    /// <param name="draft">What is kept so far.</param>
    /// <param name="facts">The facts of the page.</param>
    public static void Apply(SelectionDraft draft, PageFacts facts)
    {
        if (facts.TitleBlock < 0 || facts.DescriptionWords.Count == 0)
            return;
        BlockTable blocks = draft.Blocks;
        int first = facts.TitleBlock + 1, end = Math.Min(facts.TitleBlock + Reach, blocks.Count), body = first;
        while (body < end && !(draft.IsKept(body) && blocks[body].IsLong))
            body++;
        for (int i = first; i < body && body < end; i++)
        {
            ref readonly BlockRow block = ref blocks[i];
            bool isElsewhere = (blocks.Elements[block.Inner].Context & Elsewhere) != 0;
            if (draft.IsKept(i) || block.Words is < MinWords or > MaxWords || block.LinkWords > 0 || isElsewhere)
                continue;
            if (facts.DescriptionWords.CountIn(blocks.WordsOf(i)) >= MinShare * block.Words)
                draft.Keep(i, BlockReason.Standfirst);
        }
    }
}

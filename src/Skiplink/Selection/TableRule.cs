using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// A table of data is kept or skipped as a whole, since a reader who is given some of its cells is given another table: it is kept when
/// most of it is above the cut, or when some of it is and its cells together are more likely main text than not.
/// </summary>
internal static class TableRule
{
    /// <summary>How probable the cells of a table must be together, weighted by their words.</summary>
    private const double MinProbability = 0.5;

    /// <summary>Keeps or skips each table of data of which something is kept.</summary>
    /// <param name="draft">What is kept so far.</param>
    /// <param name="page">The page.</param>
    /// <param name="probabilities">For each block the probability that it is main text.</param>
    public static void Apply(SelectionDraft draft, PageDocument page, ReadOnlySpan<float> probabilities)
    {
        ReadOnlySpan<ElementRow> rows = page.Elements.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly ElementRow table = ref rows[i];
            if (table.Name != HtmlNames.Table || table.Blocks < 2 || !draft.HasKept(i) || !DataTables.IsData(page.Html, table.Node))
                continue;
            if (ListCompletion.ShareKept(draft, table) > ListCompletion.MinShareKept
                || Probability(page.Blocks, table, probabilities) >= MinProbability)
                draft.KeepRest(table.FirstBlock, table.Blocks, BlockReason.ListCompletion);
            else
                SkipAll(draft, table);
        }
    }

    private static void SkipAll(SelectionDraft draft, in ElementRow table)
    {
        for (int block = table.FirstBlock; block < table.FirstBlock + table.Blocks; block++)
        {
            if (draft.IsKept(block))
                draft.Skip(block, BlockReason.Table);
        }
    }

    private static double Probability(BlockTable blocks, in ElementRow table, ReadOnlySpan<float> probabilities)
    {
        double right = 0;
        int words = 0;
        for (int block = table.FirstBlock; block < table.FirstBlock + table.Blocks; block++)
        {
            right += probabilities[block] * (double)blocks[block].Words;
            words += blocks[block].Words;
        }
        return words == 0 ? 0 : right / words;
    }
}

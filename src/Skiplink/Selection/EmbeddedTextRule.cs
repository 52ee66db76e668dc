using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>Decides whether the text that a page holds in its data is given instead of what the page shows.</summary>
internal static class EmbeddedTextRule
{
    /// <summary>The data are looked at where the page shows fewer words than this.</summary>
    private const int FewWords = 30;

    /// <summary>The data must have more than this many times the words that the page shows.</summary>
    private const int MinTimes = 2;

    /// <summary>Whether the page shows so little that its data are worth a look.</summary>
    public static bool IsWanted(SelectionDraft shown) => shown.KeptWords < FewWords;

    /// <summary>Whether the text of the data is enough to be given instead.</summary>
    /// <param name="shown">What is kept of what the page shows.</param>
    /// <param name="data">The text of the data as a page.</param>
    public static bool IsEnough(SelectionDraft shown, PageDocument data) => data.Blocks.WordCount > MinTimes * shown.KeptWords;

    /// <summary>Keeps all of the data's text.</summary>
    public static void KeepAll(SelectionDraft draft, PageDocument data)
    {
        draft.Start(data.Blocks);
        draft.KeepRest(0, data.Blocks.Count, BlockReason.EmbeddedData);
    }

    /// <summary>Skips what the page shows, when its data's text is given instead.</summary>
    public static void SkipShown(SelectionDraft shown)
    {
        for (int i = 0; i < shown.Blocks.Count; i++)
        {
            if (shown.IsKept(i))
                shown.Skip(i, BlockReason.ReplacedByData);
        }
    }
}

using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Keeps the rest of the footnotes that kept text refers to, as lists and tables are kept whole: when at least a third of them are kept, or
/// when all of them are short beside the text. Keeping them always costs more than it brings: long lists of literature are no main text to
/// most readers.
/// </summary>
internal static class FootnoteRule
{
    /// <summary>One of this many notes must be kept.</summary>
    private const int OneOf = 3;

    /// <summary>Notes are short when the text has this many times their words.</summary>
    private const int TimesTheNotes = 4;

    /// <summary>Keeps them.</summary>
    /// <param name="draft">What is kept so far.</param>
    /// <param name="notes">The rows of the elements that the notes are, each once.</param>
    public static void Apply(SelectionDraft draft, IReadOnlyCollection<int> notes)
    {
        int kept = notes.Count(draft.HasKept);
        if (kept == notes.Count || (kept * OneOf < notes.Count && !AreShort(draft, notes)))
            return;
        foreach (int note in notes)
        {
            ref readonly ElementRow element = ref draft.Blocks.Elements[note];
            draft.KeepRest(element.FirstBlock, element.Blocks, BlockReason.Footnote);
        }
    }

    private static bool AreShort(SelectionDraft draft, IReadOnlyCollection<int> notes)
    {
        int words = 0, text = 0;
        foreach (int note in notes)
            words += draft.Blocks.Elements[note].Words;
        for (int i = 0; i < draft.Blocks.Count; i++)
            text += draft.IsKept(i) ? draft.Blocks[i].Words : 0;
        return words * TimesTheNotes < text;
    }
}

using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Keeps the rest of the notes that kept text refers to, as lists and tables are kept whole: when at least a third of them are kept, or when all of them are short beside the
/// text. Keeping them always costs more than it brings: long lists of literature are no main text to most readers.
/// </summary>
internal static class NoteCompletion
{
    private const int OneOf = 3;
    private const int TimesTheNotes = 4;

    /// <summary>Keeps them.</summary>
    /// <param name="blocks">The page's blocks.</param>
    /// <param name="notes">The rows of the elements that the notes are, each once.</param>
    public static void Keep(BlockTable blocks, IReadOnlyCollection<int> notes)
    {
        int kept = notes.Count(note => HasKept(blocks, note));
        if (kept == notes.Count || (kept * OneOf < notes.Count && !AreShort(blocks, notes)))
            return;
        foreach (int note in notes)
        {
            foreach (ref BlockRow block in BlocksOf(blocks, note))
            {
                block.Verdict = block.Kept ? block.Verdict : Verdict.PartOfWhole;
                block.Kept = true;
            }
        }
    }

    /// <summary>Whether any of a note is kept.</summary>
    public static bool HasKept(BlockTable blocks, int note)
    {
        foreach (ref readonly BlockRow block in BlocksOf(blocks, note))
        {
            if (block.Kept)
                return true;
        }
        return false;
    }

    private static bool AreShort(BlockTable blocks, IReadOnlyCollection<int> notes)
    {
        int words = 0, text = 0;
        foreach (int note in notes)
            words += blocks.Elements[note].Words;
        foreach (ref readonly BlockRow block in blocks.Rows)
            text += block.Kept ? block.Words : 0;
        return words * TimesTheNotes < text;
    }

    private static Span<BlockRow> BlocksOf(BlockTable blocks, int note) => blocks.Rows.Slice(blocks.Elements[note].FirstBlock, blocks.Elements[note].Blocks);
}

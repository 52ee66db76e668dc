using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Text;

namespace Skiplink.Content.Notes;

/// <summary>Notes that stand in the run of the text and are shown beside it: <c>span class="sidenote"</c> and its kin.</summary>
internal static class Sidenotes
{
    /// <summary>
    /// Adds the side notes to the references. One that a numbered reference stands right before, with the same note at the end of the page,
    /// is a second copy and skipped.
    /// </summary>
    public static void Find(
        HtmlDocument document, BlockTable blocks, SelectionDraft decisions, List<NoteFinder.Reference> references, NoteMap map)
    {
        HashSet<int> signs = [.. references.Where(static r => r.Note != 0).Select(static r => r.Node)];
        HashSet<int> notes = [.. references.Where(static r => r.Note != 0).Select(static r => r.Note)];
        for (int row = 1; row < blocks.Elements.Count; row++)
        {
            ref readonly ElementRow element = ref blocks.Elements[row];
            HtmlNode node = new(document, element.Node);
            if (element.Name is not (HtmlNames.Span or HtmlNames.Small) || (ClassMeanings.Of(node) & ClassMeaning.Sidenote) == 0
                || notes.Contains(node.Index))
                continue;
            // A sign alone is no note.
            if (NoteFinder.FirstText(node) is not { IsNone: false } text || !decisions.IsNodeKept(text.Index)
                || NoteLabels.IsLabel(NoteLabels.Of(node), lettersToo: true))
                continue;
            HtmlNode sign = SignBefore(node);
            if (!sign.IsNone && signs.Contains(sign.Index))
            {
                map.Mark(node.Index, NoteRole.Skip);
                continue;
            }
            byte[] label = sign.IsNone ? [] : NoteLabels.Of(sign);
            if (label.Length == 0)
                label = NoteLabels.IsLabel(NoteLabels.Bare(text.Utf8Text), lettersToo: false) ? NoteLabels.Bare(text.Utf8Text).ToArray()
                    : [];
            bool hasSign = !sign.IsNone && !NoteFinder.FirstText(sign).IsNone;
            references.Add(new()
            {
                Row = row,
                Node = hasSign ? sign.Index : node.Index,
                Label = label,
                Note = node.Index,
                Role = hasSign ? NoteRole.Note : NoteRole.NoteAtReference,
            });
        }
    }

    /// <summary>
    /// The sign that stands right before a side note, with nothing but a switch between the two; none when there is none.
    /// </summary>
    private static HtmlNode SignBefore(HtmlNode note)
    {
        HtmlNode before = note.PreviousSibling;
        while (!before.IsNone && (before.Is(HtmlNames.Input) || (before.IsText && before.Utf8Text.TrimWhiteSpace().IsEmpty)))
            before = before.PreviousSibling;
        if (before.IsNone || !before.IsElement || BlockLevel.Of(before.NameId) != BlockLevel.Role.Inline)
            return default;
        bool isSign = before.Is(HtmlNames.Sup) || before.Is(HtmlNames.Label) || (ClassMeanings.Of(before) & ClassMeaning.NoteNumber) != 0;
        return isSign ? before : default;
    }
}

using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Content.Notes;

/// <summary>Notes that stand in the run of the text and are shown beside it: <c>span class="sidenote"</c> and its kin.</summary>
internal static class Sidenotes
{
    public static bool IsSidenote(HtmlDocument document, int node) =>
        (ClassMeanings.Of(new HtmlNode(document, node).Utf8Attribute(HtmlNames.Class)) & (ClassMeaning.Sidenote | ClassMeaning.NoteNumber)) != 0;

    /// <summary>Marks the side notes; one that a numbered reference stands right before, with the same note at the end of the page, is a second copy.</summary>
    public static void Find(HtmlDocument document, BlockTable blocks, NoteMap map)
    {
        for (int row = 1; row < blocks.Elements.Count; row++)
        {
            ref readonly ElementRow element = ref blocks.Elements[row];
            HtmlNode node = new(document, element.Node);
            if (element.Name is not (HtmlNames.Span or HtmlNames.Small) || (ClassMeanings.Of(node.Utf8Attribute(HtmlNames.Class)) & ClassMeaning.Sidenote) == 0 || map[node.Index].Role != NoteRole.None)
                continue;
            // A sign alone is no note.
            if (NoteFinder.FirstText(node) is not { IsNone: false } text || !blocks.IsKept(text.Index) || NoteLabels.Of(node).Length > 0)
                continue;
            HtmlNode sign = SignBefore(node);
            if (!sign.IsNone && map[sign.Index].Role == NoteRole.Reference)
            {
                map.Mark(node.Index, NoteRole.Skip);
                continue;
            }
            byte[] label = sign.IsNone ? [] : NoteLabels.Of(sign);
            if (label.Length == 0)
                label = NoteLabels.IsLabel(NoteLabels.Bare(text.Utf8Text), lettersToo: false) ? NoteLabels.Bare(text.Utf8Text).ToArray() : [];
            int number = map.Add(label);
            if (!sign.IsNone && !NoteFinder.FirstText(sign).IsNone)
            {
                map.Mark(sign.Index, NoteRole.Reference, number);
                map.Mark(node.Index, NoteRole.Note, number);
            }
            else
            {
                map.Mark(node.Index, NoteRole.NoteAtReference, number);
            }
        }
    }

    /// <summary>The sign that stands right before a side note, with nothing but a switch between the two; none when there is none.</summary>
    private static HtmlNode SignBefore(HtmlNode note)
    {
        HtmlNode before = note.PreviousSibling;
        while (!before.IsNone && (before.Is(HtmlNames.Input) || (before.IsText && before.Utf8Text.Trim(" \t\r\n"u8).IsEmpty)))
            before = before.PreviousSibling;
        if (before.IsNone || !before.IsElement || BlockLevel.Of(before.NameId) != BlockLevel.Role.Inline)
            return default;
        bool isSign = before.Is(HtmlNames.Sup) || before.Is(HtmlNames.Label) || (ClassMeanings.Of(before.Utf8Attribute(HtmlNames.Class)) & ClassMeaning.NoteNumber) != 0;
        return isSign ? before : default;
    }
}

using System.Buffers.Text;
using System.Runtime.InteropServices;
using Skiplink.Addresses;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Content.Notes;

/// <summary>
/// Notes without links: a raised number in the text, and one paragraph that begins with the same raised or bold number, or one item of a
/// numbered list of notes. Both sides must agree: an exponent has no paragraph of its own.
/// </summary>
internal static class LooseNotes
{
    private const int MaxNotes = 500;

    /// <summary>
    /// Adds the references that are found, with their notes; returns the rows of the elements that the notes are, each once.
    /// </summary>
    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="decisions">Which blocks are kept so far.</param>
    /// <param name="references">The references found so far.</param>
    /// <param name="taken">Elements that are notes already.</param>
    public static IReadOnlyCollection<int> Find(
        HtmlDocument document, BlockTable blocks, SelectionDraft decisions, List<NoteFinder.Reference> references, HashSet<int> taken)
    {
        taken.UnionWith(references.Where(static r => r.Note != 0).Select(static r => r.Note));
        HashSet<int> linked = [.. references.Where(static r => r.Note != 0).Select(static r => r.Node)];
        List<NoteFinder.Reference> found = [];
        Dictionary<int, int> notes = [];
        for (int row = 1; row < blocks.Elements.Count && found.Count < MaxNotes; row++)
        {
            ref readonly ElementRow element = ref blocks.Elements[row];
            HtmlNode node = new(document, element.Node);
            switch (element.Name)
            {
                case HtmlNames.Sup or HtmlNames.Strong or HtmlNames.B:
                    if (!MayBeNumber(node) || NumberOf(node) is not (> 0 and var number)
                        || NoteFinder.FirstText(node) is not { IsNone: false } text || !decisions.IsNodeKept(text.Index)
                            || IsIn(node, taken))
                        break;
                    bool isFirst = blocks[blocks.BlockOf(text.Index)].FirstNode == text.Index;
                    if (!isFirst && element.Name == HtmlNames.Sup)
                    {
                        byte[] label = NoteLabels.Of(node);
                        int outermost = NoteFinder.Outermost(node, label);
                        if (!linked.Contains(outermost) && !HasLink(node) && !IsExponent(document, outermost, number))
                            found.Add(new() { Row = row, Node = outermost, Label = label, Role = NoteRole.Note });
                    }
                    else if (isFirst && blocks.Elements[blocks[blocks.BlockOf(text.Index)].Container] is
                    {
                        Words: > 1, Name: HtmlNames.P
                        or HtmlNames.Div or HtmlNames.Li or HtmlNames.Dd
                    })
                    {
                        AddNote(notes, number, blocks[blocks.BlockOf(text.Index)].Container);
                    }
                    break;
                case HtmlNames.P or HtmlNames.Div or HtmlNames.Li when !blocks.Elements.ValuesOf(row).IsEmpty && NumberInId(node) is > 0
                    and var id && element.Words > 1 && !IsIn(node, taken):
                    AddNote(notes, id, row);
                    break;
                case HtmlNames.Ol when IsListOfNotes(document, blocks, row):
                    AddItems(document, blocks, row, notes);
                    break;
                default:
                    break;
            }
        }
        // The note stands behind the first sign for it.
        found.RemoveAll(reference => notes.GetValueOrDefault(NumberOf(reference.Label)) <= reference.Row);
        foreach (ref NoteFinder.Reference reference in CollectionsMarshal.AsSpan(found))
            (reference.NoteRow, reference.Note) =
                (notes[NumberOf(reference.Label)], blocks.Elements[notes[NumberOf(reference.Label)]].Node);
        references.AddRange(found);
        return [.. found.Select(static reference => reference.NoteRow).Distinct()];
    }

    /// <summary>Drops the references from one on whose notes are not kept.</summary>
    public static void DropSkipped(SelectionResult selection, List<NoteFinder.Reference> references, int first)
    {
        for (int i = references.Count - 1; i >= first; i--)
        {
            if (!selection.HasKept(references[i].NoteRow))
                references.RemoveAt(i);
        }
    }

    private static bool IsIn(HtmlNode node, HashSet<int> taken)
    {
        for (int i = 0; i < 5 && node.IsElement; i++, node = node.Parent)
        {
            if (taken.Contains(node.Index))
                return true;
        }
        return false;
    }

    /// <summary>Whether a raised two or three stands at a unit or a variable: at a word of one or two letters.</summary>
    private static bool IsExponent(HtmlDocument document, int sign, int number)
    {
        HtmlNode before = new HtmlNode(document, sign).PreviousSibling;
        if (number is not (2 or 3) || before.IsNone || !before.IsText)
            return before is { IsNone: false, IsElement: true } && number is 2 or 3 && before.TextContent.Length <= 2;
        ReadOnlySpan<byte> text = before.Utf8Text;
        int letters = 0;
        while (letters < text.Length && char.IsAsciiLetter((char)text[^(letters + 1)]))
            letters++;
        return letters is 1 or 2;
    }

    private static void AddNote(Dictionary<int, int> notes, int number, int row)
    {
        // Two paragraphs have the number: neither is the note.
        notes[number] = notes.TryGetValue(number, out int other) && other != row ? 0 : row;
    }

    private static void AddItems(HtmlDocument document, BlockTable blocks, int list, Dictionary<int, int> notes)
    {
        ref readonly ElementRow element = ref blocks.Elements[list];
        ReadOnlySpan<byte> first = new HtmlNode(document, element.Node).Utf8Attribute(HtmlNames.Start);
        int number = Utf8Parser.TryParse(first, out int start, out _) ? start : 1;
        for (int row = list + 1; row < element.End; row = blocks.Elements[row].End)
        {
            if (blocks.Elements[row].Name != HtmlNames.Li)
                continue;
            if (blocks.Elements[row].Blocks > 0)
                AddNote(notes, number, row);
            number++;
        }
    }

    /// <summary>A list in an element whose class or id says that it holds notes, or beside the text.</summary>
    private static bool IsListOfNotes(HtmlDocument document, BlockTable blocks, int row)
    {
        for (int i = 0; i < 4 && row > 0; i++, row = blocks.Elements[row].Parent)
        {
            HtmlNode node = new(document, blocks.Elements[row].Node);
            if (node.Is(HtmlNames.Article) || node.Is(HtmlNames.Main))
                return false;
            ReadOnlySpan<byte> classes = node.Utf8Attribute(HtmlNames.Class), id = node.Utf8Attribute(HtmlNames.Id);
            if (node.Is(HtmlNames.Aside) || classes.IndexOf("footnote"u8) >= 0 || classes.IndexOf("endnote"u8) >= 0
                || id.IndexOf("footnote"u8) >= 0 || id.IndexOf("endnote"u8) >= 0)
                return true;
        }
        return false;
    }

    private static bool HasLink(HtmlNode node)
    {
        for (HtmlNode at = node.FirstChild; !at.IsNone; at = at.NextInOrder(node))
        {
            if (at.Is(HtmlNames.A) && Leads(at))
                return true;
        }
        return node.Parent.Is(HtmlNames.A) && Leads(node.Parent);

        static bool Leads(HtmlNode link) => link.Utf8Attribute(HtmlNames.Href) is { IsEmpty: false } href && SafeAddress.IsLink(href);
    }

    /// <summary>The number in an id such as <c>footnote-3</c> or <c>fn3</c>, or 0.</summary>
    private static int NumberInId(HtmlNode node)
    {
        ReadOnlySpan<byte> id = node.Utf8Attribute(HtmlNames.Id);
        int digits = id.IndexOfAnyInRange((byte)'0', (byte)'9');
        return digits > 0 && (id.StartsWith("fn"u8) || id.StartsWith("note"u8) || id.IndexOf("footnote"u8) >= 0
            || id.StartsWith("endnote"u8)) ? NumberOf(id[digits..]) : 0;
    }

    /// <summary>Whether the first text of an element begins as a number does: most bold text does not.</summary>
    private static bool MayBeNumber(HtmlNode node) =>
        NoteFinder.FirstText(node) is { IsNone: false } text && NoteLabels.Bare(text.Utf8Text) is var label
            && (label.IsEmpty || char.IsAsciiDigit((char)label[0]));

    private static int NumberOf(HtmlNode node) => NumberOf(NoteLabels.Of(node));

    private static int NumberOf(ReadOnlySpan<byte> label) =>
        label.Length is > 0 and <= 3 && Utf8Parser.TryParse(label, out int number, out int used) && used == label.Length ? number : 0;
}

using System.Runtime.InteropServices;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Text;

namespace Skiplink.Content.Notes;

/// <summary>
/// Finds the notes of the kept text. Three kinds: notes that links lead to and back from; notes whose number alone agrees with a number in
/// the text (<see cref="LooseNotes"/>); notes that stand beside the text in which they are meant (<see cref="Sidenotes"/>). A page without
/// short links, raised numbers or side notes costs one look at each of its elements. Which notes are kept is not decided here.
/// </summary>
/// <param name="meanings">Remembers what the classes of the page mean.</param>
internal sealed class NoteFinder(ClassMeaningCache meanings)
{
    /// <summary>No more than this many references are looked at.</summary>
    private const int MaxReferences = 5000;

    /// <summary>No note is longer than this many words.</summary>
    private const int MaxWords = 1000;

    /// <summary>No more elements of a note than this are looked at for a way back.</summary>
    private const int MaxElements = 500;
    private const int MaxIdLength = 199;

    private readonly List<Reference> _references = [];
    private readonly Dictionary<string, List<int>> _targets = new(StringComparer.Ordinal);

    // The row of the element that is the note, for each node that a note begins at.
    private readonly Dictionary<int, int> _scopes = [];
    private readonly NoteMap _map = new();
    private HtmlDocument _document = null!;
    private BlockTable _blocks = null!;
    private bool _hasRaised;
    private bool _hasSidenotes;
    private int _firstLoose;

    /// <summary>A sign in the text, and the note that it refers to once it is known.</summary>
    internal struct Reference
    {
        /// <summary>The row of the link or of the raised number, and the node that stands for the sign, which may be around it.</summary>
        public int Row;
        public int Node;
        public byte[] Label;

        /// <summary>The node that the note begins at, and what that node is; 0 while the note is not found.</summary>
        public int Note;
        public NoteRole Role;

        /// <summary>The row of the note, of a note without links.</summary>
        public int NoteRow;
    }

    /// <summary>Starts a page.</summary>
    public void Start(PageDocument page)
    {
        (_document, _blocks) = (page.Html, page.Blocks);
        _references.Clear();
        _scopes.Clear();
        (_hasRaised, _hasSidenotes) = (false, false);
        _map.Clear();
    }

    /// <summary>Finds the notes that links in the kept text lead to: the rows of the elements that they are, each once.</summary>
    /// <param name="decisions">Which blocks are kept so far; elements without any kept text are passed over.</param>
    public IReadOnlyCollection<int> FindLinked(SelectionDraft decisions)
    {
        decisions.CountKept();
        ReadOnlySpan<ElementRow> rows = _blocks.Elements.Rows;
        for (int row = 0; row < rows.Length && _references.Count < MaxReferences; row++)
        {
            ref readonly ElementRow element = ref rows[row];
            if (element.IsBlockLevel && decisions.KeptIn(element) == 0)
            {
                row = element.End - 1;
                continue;
            }
            switch (element.Name)
            {
                case HtmlNames.A:
                    AddLink(decisions, row);
                    break;
                case HtmlNames.Sup:
                    _hasRaised = true;
                    break;
                case HtmlNames.Span or HtmlNames.Small or HtmlNames.Label:
                    _hasSidenotes = _hasSidenotes || IsSidenote(element);
                    break;
                default:
                    break;
            }
        }
        if (_references.Count == 0)
            return [];
        ResolveLinks();
        return [.. _scopes.Values.Distinct()];
    }

    /// <summary>
    /// Finds the notes without links: the rows of the elements that they are, each once. Side notes are kept with their text and are not
    /// among them.
    /// </summary>
    /// <param name="decisions">Which blocks are kept so far.</param>
    public IReadOnlyCollection<int> FindLoose(SelectionDraft decisions)
    {
        if (_references.Count > 0)
        {
            DropSkipped(decisions);
            Span<Reference> references = CollectionsMarshal.AsSpan(_references);
            DecideRoles(references);
            foreach (int scope in _scopes.Values.Distinct())
                MarkWaysBack(scope);
        }
        if (_hasSidenotes)
            Sidenotes.Find(_document, _blocks, decisions, _references, _map);
        _firstLoose = _references.Count;
        return _hasRaised
            ? LooseNotes.Find(_document, _blocks, decisions, _references, [.. _scopes.Values.Select(scope => _blocks.Elements[scope].Node)])
            : [];
    }

    /// <summary>Numbers the notes in the order of their first references, and takes the headings over them out.</summary>
    /// <param name="selection">Which blocks are kept.</param>
    public NoteMap Number(SelectionResult selection)
    {
        LooseNotes.DropSkipped(selection, _references, _firstLoose);
        _references.Sort(static (a, b) => a.Row.CompareTo(b.Row));
        Dictionary<int, int>? numbers = null;
        foreach (Reference reference in _references)
        {
            if (reference.Note == 0)
                continue;
            numbers ??= [];
            if (!numbers.TryGetValue(reference.Note, out int number))
            {
                numbers[reference.Note] = number = _map.Add(reference.Label);
                _map.Mark(reference.Note, reference.Role, number);
                SkipHeading(selection, reference.Note);
            }
            _map.Mark(reference.Node, NoteRole.Reference, number);
        }
        return _map;
    }

    private bool IsSidenote(in ElementRow element)
    {
        ReadOnlySpan<byte> classes = new HtmlNode(_document, element.Node).Utf8Attribute(HtmlNames.Class);
        return (meanings.Of(element.Signature, classes) & (ClassMeaning.Sidenote | ClassMeaning.NoteNumber)) != 0;
    }

    private void AddLink(SelectionDraft decisions, int row)
    {
        HtmlNode link = new(_document, _blocks.Elements[row].Node);
        if (FragmentOf(link).IsEmpty || FirstText(link) is not { IsNone: false } text || !decisions.IsNodeKept(text.Index))
            return;
        byte[] label = NoteLabels.Of(link);
        if (NoteLabels.IsLabel(label, lettersToo: true))
            _references.Add(new() { Row = row, Node = Outermost(link, label), Label = label });
    }

    /// <summary>The fragment that a link within the page leads to.</summary>
    internal static ReadOnlySpan<byte> FragmentOf(HtmlNode link)
    {
        ReadOnlySpan<byte> href = link.Utf8Attribute(HtmlNames.Href).Trim((byte)' ');
        int hash = href.IndexOf((byte)'#');
        return hash < 0 ? default : href[(hash + 1)..];
    }

    internal static HtmlNode FirstText(HtmlNode root)
    {
        for (HtmlNode node = root.FirstChild; !node.IsNone; node = node.NextInOrder(root))
        {
            if (node.IsText && !node.Utf8Text.TrimWhiteSpace().IsEmpty)
                return node;
        }
        return default;
    }

    /// <summary>The outermost of the inline elements that hold nothing but this sign.</summary>
    internal static int Outermost(HtmlNode sign, byte[] label)
    {
        for (int i = 0; i < 3; i++)
        {
            HtmlNode parent = sign.Parent;
            if (!parent.IsElement || BlockLevel.Of(parent.NameId) != BlockLevel.Role.Inline
                || !NoteLabels.Of(parent).AsSpan().SequenceEqual(label))
                break;
            sign = parent;
        }
        return sign.Index;
    }

    /// <summary>Finds what the links refer to.</summary>
    private void ResolveLinks()
    {
        _targets.Clear();
        Span<Reference> references = CollectionsMarshal.AsSpan(_references);
        foreach (ref Reference reference in references)
            _targets[FragmentText(new(_document, _blocks.Elements[reference.Row].Node))] = [];
        AddTargets(_document, _blocks);
        foreach (ref Reference reference in references)
        {
            foreach (int target in _targets[FragmentText(new(_document, _blocks.Elements[reference.Row].Node))])
            {
                int scope = ScopeOf(_document, _blocks, reference, target);
                if (scope < 0 || !IsLikely(_document, _blocks, reference, scope))
                    continue;
                reference.Note = _blocks.Elements[target].Node;
                _scopes[reference.Note] = scope;
                break;
            }
        }
    }

    /// <summary>A reference to a note that is not kept is none.</summary>
    private void DropSkipped(SelectionDraft decisions)
    {
        foreach (ref Reference reference in CollectionsMarshal.AsSpan(_references))
        {
            if (reference.Note != 0 && !decisions.HasKept(_scopes[reference.Note]))
                reference.Note = 0;
        }
    }

    /// <summary>Finds the elements that the references may lead to: by their ids, or by their names as of old.</summary>
    private void AddTargets(HtmlDocument document, BlockTable blocks)
    {
        Span<char> text = stackalloc char[MaxIdLength];
        var targets = _targets.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int row = 0; row < blocks.Elements.Count; row++)
        {
            ref readonly NodeRow node = ref document.Nodes[blocks.Elements[row].Node];
            foreach (ref readonly AttributeRow attribute in document.AttributeRows.Span(node.DataStart, node.DataLength))
            {
                if (attribute.Name is HtmlNames.Id or HtmlNames.Name && attribute.ValueLength is > 0 and <= MaxIdLength
                    && targets.TryGetValue(text[..System.Text.Encoding.UTF8.GetChars(document.BytesOf(attribute.Value), text)],
                    out List<int>? found))
                    found.Add(row);
            }
        }
    }

    private static string FragmentText(HtmlNode link)
    {
        string text = System.Text.Encoding.UTF8.GetString(FragmentOf(link));
        return text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
    }

    /// <summary>The row of the element that is the note which a target stands for, or -1 when it can be none.</summary>
    private static int ScopeOf(HtmlDocument document, BlockTable blocks, in Reference reference, int target)
    {
        ElementTable elements = blocks.Elements;
        if (target <= reference.Row)
            return -1;
        int scope = target;
        while (scope > 0 && !elements[scope].IsBlockLevel)
            scope = elements[scope].Parent;
        if (scope == 0 || (scope <= reference.Row && elements[scope].End > reference.Row))
            return -1;
        HtmlNode element = new(document, elements[scope].Node);
        // A label of its own: the note is what follows it.
        bool isLabelAlone = NoteLabels.Of(element).AsSpan().SequenceEqual(reference.Label);
        if (isLabelAlone && elements[scope].Name is HtmlNames.Td or HtmlNames.Th)
            scope = elements[scope].Parent;
        else if (isLabelAlone && elements[scope].End < elements.Count && elements[elements[scope].End].Parent == elements[scope].Parent)
            scope = elements[scope].End;
        else if (IsHeading(elements[scope].Name))
            return -1;
        ref readonly ElementRow note = ref elements[scope];
        if (note.Words is 0 or > MaxWords || note.Name is HtmlNames.Main or HtmlNames.Article or HtmlNames.Section or HtmlNames.Table
            or HtmlNames.Ol or HtmlNames.Ul)
            return -1;
        return scope;
    }

    private static bool IsHeading(int name) =>
        name is HtmlNames.H1 or HtmlNames.H2 or HtmlNames.H3 or HtmlNames.H4 or HtmlNames.H5 or HtmlNames.H6;

    /// <summary>
    /// Whether anything but the link itself says that it refers to a note: a raised or bracketed sign, a name that says so, a way back.
    /// </summary>
    private static bool IsLikely(HtmlDocument document, BlockTable blocks, in Reference reference, int scope)
    {
        HtmlNode link = new(document, blocks.Elements[reference.Row].Node);
        for (HtmlNode node = link; node.IsElement && BlockLevel.Of(node.NameId) == BlockLevel.Role.Inline; node = node.Parent)
        {
            if (node.Is(HtmlNames.Sup))
                return true;
        }
        if (link.FirstChildElement(HtmlNames.Sup) is { IsNone: false } || FirstText(link).Utf8Text.TrimStart((byte)' ') is [(byte)'[', ..])
            return true;
        ReadOnlySpan<byte> fragment = FragmentOf(link), classes = link.Utf8Attribute(HtmlNames.Class),
            role = link.Utf8Attribute(HtmlNames.Role);
        if (Says(fragment) || Says(classes) || role.SequenceEqual("doc-noteref"u8))
            return true;
        ref readonly ElementRow note = ref blocks.Elements[scope];
        for (int row = scope; row < Math.Min(note.End, scope + MaxElements); row++)
        {
            if (blocks.Elements[row].Name == HtmlNames.A && FragmentOf(new(document, blocks.Elements[row].Node)) is { IsEmpty: false })
                return NoteLabels.IsLabel(reference.Label, lettersToo: false);
        }
        return false;
    }

    private static bool Says(ReadOnlySpan<byte> name) =>
        name.StartsWith("fn"u8) || name.StartsWith("ref"u8) || name.IndexOf("note"u8) >= 0 || name.IndexOf("Note"u8) >= 0
        || name.IndexOf("ftn"u8) >= 0 || name.IndexOf("cite"u8) >= 0 || name.IndexOf("FOOT"u8) >= 0;

    /// <summary>Several notes in one element are its segments; of the others each is an element.</summary>
    private void DecideRoles(Span<Reference> references)
    {
        Dictionary<int, int> notesOfScope = [];
        foreach (int scope in _scopes.Values)
            notesOfScope[scope] = notesOfScope.GetValueOrDefault(scope) + 1;
        foreach (ref Reference reference in references)
        {
            if (reference.Note == 0)
                continue;
            int scope = _scopes[reference.Note];
            reference.Role = notesOfScope[scope] > 1 ? NoteRole.Segment : NoteRole.Note;
            if (reference.Role == NoteRole.Note)
                reference.Note = _blocks.Elements[scope].Node;
        }
    }

    private void MarkWaysBack(int scope)
    {
        ref readonly ElementRow note = ref _blocks.Elements[scope];
        for (int row = scope + 1; row < note.End; row++)
        {
            HtmlNode element = new(_document, _blocks.Elements[row].Node);
            bool isBack = (ClassMeanings.Of(element) & ClassMeaning.Backlink) != 0;
            if (!isBack && element.Is(HtmlNames.A) && !FragmentOf(element).IsEmpty
                || element.Is(HtmlNames.A) && element.HasAttribute(HtmlNames.Onclick)
                    && element.Utf8Attribute(HtmlNames.Href).SequenceEqual("#"u8))
            {
                isBack = element.TextContent.Trim() is { Length: <= 20 } text
                    && (text.Length <= 3 || !text.Any(char.IsLetterOrDigit)
                        || text.Contains("back", StringComparison.OrdinalIgnoreCase)
                        || text.Contains("return", StringComparison.OrdinalIgnoreCase)
                        || text.Contains("jump", StringComparison.OrdinalIgnoreCase));
            }
            if (isBack)
                _map.Mark(element.Index, NoteRole.Skip);
        }
    }

    private void SkipHeading(SelectionResult selection, int note)
    {
        HtmlNode text = FirstText(new(_document, note));
        int block = text.IsNone ? -1 : _blocks.BlockOf(text.Index);
        for (block--; block >= 0 && !selection.IsKept(block); block--)
        {
        }
        if (block < 0)
            return;
        HtmlNode before = new(_document, _blocks.Elements[_blocks[block].Container].Node);
        if (IsHeading(before.NameId) && NoteLabels.IsSectionTitle(before))
            _map.Mark(before.Index, NoteRole.Skip);
    }
}

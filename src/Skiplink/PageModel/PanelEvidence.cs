using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// Tells what is hidden until a reader asks for it: a panel of tabs or of an accordion, the rest of a text behind "read more", a part that
/// a script will move in. Such parts are content.
/// </summary>
internal sealed class PanelEvidence
{
    /// <summary>So many elements above a panel may have the word for it.</summary>
    private const int MaxLevels = 3;

    /// <summary>Only so much of a class or an id is looked at.</summary>
    private const int MaxValue = 256;

    /// <summary>A part with a main heading has at least this many words in paragraphs.</summary>
    private const int MinWordsWithHeading = 50;

    private readonly HashSet<ulong> _controlled = [];

    // The rows of the main headings and main parts that have text, in order.
    private readonly List<int> _headings = [];
    private HtmlDocument _document = null!;
    private ElementTableBuilder _elements = null!;
    private IReadOnlyList<Utf8Slice> _controls = [];
    private bool _isRead;
    private bool _hasHeadings;

    // Beginnings of words in a class or an id.
    private static readonly string[] PanelWords =
    [
        "accord", "collaps", "expand", "spoiler", "tabpan", "tabcont", "tabbed", "faq", "toggle", "answer", "readmore", "truncat", "reveal",
        "panel", "disclos", "slide", "carousel", "swiper", "splide",
    ];

    private static readonly string[] WholePanelWords = ["tab", "tabs", "pane", "more", "read", "less", "full", "rest"];

    /// <summary>Starts a page.</summary>
    /// <param name="document">The page.</param>
    /// <param name="elements">Its elements.</param>
    /// <param name="controls">The ids of elements that others open, as the attributes have them.</param>
    public void Start(HtmlDocument document, ElementTableBuilder elements, IReadOnlyList<Utf8Slice> controls)
    {
        (_document, _elements, _controls) = (document, elements, controls);
        (_isRead, _hasHeadings) = (false, false);
    }

    /// <summary>Whether the element of a root is such a part.</summary>
    public bool IsPanel(HiddenRoot root)
    {
        if (root.Reason == HiddenReason.NoScript)
            return false;
        ref ElementRow element = ref _elements[root.Element];
        HtmlNode node = new(_document, element.Node);
        return IsNamedAsPanel(node, root.Reason) || IsOpenedBySibling(node) || HasMainHeading(root.Element)
            || (node.Utf8Attribute(HtmlNames.Id) is { IsEmpty: false } id && IsControlled(id));
    }

    /// <summary>Whether an element says by its own attributes, or by the names of those right above it, that it is such a part.</summary>
    public static bool IsNamedAsPanel(HtmlNode node, HiddenReason reason)
    {
        // What React streams behind the page and moves to its place.
        if (reason == HiddenReason.Attribute && node.Utf8Attribute(HtmlNames.Id).StartsWith("S:"u8))
            return true;
        ReadOnlySpan<byte> role = node.Utf8Attribute(HtmlNames.Role);
        if (role.SequenceEqual("tabpanel"u8) || (role.SequenceEqual("region"u8) && node.HasAttribute(HtmlNames.AriaLabelledby)))
            return true;
        if (HasPanelWord(node, wholeToo: true))
            return true;
        HtmlNode above = node.Parent;
        for (int i = 0; i < MaxLevels && above.IsElement && !above.Is(HtmlNames.Body); i++, above = above.Parent)
        {
            if (HasPanelWord(above, wholeToo: false))
                return true;
        }
        return false;
    }

    /// <summary>Whether the element before it is a button that opens something, or ends in one.</summary>
    private static bool IsOpenedBySibling(HtmlNode node)
    {
        HtmlNode before = node.PreviousSibling;
        while (before is { IsNone: false, IsElement: false })
            before = before.PreviousSibling;
        for (int i = 0; i < MaxLevels && before is { IsNone: false, IsElement: true }; i++, before = before.LastChild)
        {
            if (before.HasAttribute(HtmlNames.AriaExpanded))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Whether it holds the main heading of a page, or its main part: nobody makes a page around a heading that is not seen.
    /// </summary>
    private bool HasMainHeading(int root)
    {
        if (_elements[root].LongWords < MinWordsWithHeading)
            return false;
        if (!_hasHeadings)
            ReadHeadings();
        int first = _headings.BinarySearch(root);
        first = first < 0 ? ~first : first;
        return first < _headings.Count && _headings[first] < _elements[root].End;
    }

    private void ReadHeadings()
    {
        _hasHeadings = true;
        _headings.Clear();
        for (int i = 0; i < _elements.Count; i++)
        {
            if (_elements[i].Name is HtmlNames.Main or HtmlNames.H1 && _elements[i].Words > 0)
                _headings.Add(i);
        }
    }

    private static bool HasPanelWord(HtmlNode node, bool wholeToo) =>
        HasPanelWord(node.Utf8Attribute(HtmlNames.Class), wholeToo) || HasPanelWord(node.Utf8Attribute(HtmlNames.Id), wholeToo);

    private static bool HasPanelWord(ReadOnlySpan<byte> value, bool wholeToo)
    {
        int start = -1;
        value = value.Length > MaxValue ? value[..MaxValue] : value;
        for (int i = 0; i <= value.Length; i++)
        {
            bool isLetter = i < value.Length && char.IsAsciiLetter((char)value[i]);
            bool isHump = i > 0 && i < value.Length && char.IsAsciiLetterUpper((char)value[i])
                && char.IsAsciiLetterLower((char)value[i - 1]);
            bool isStart = isLetter && (start < 0 || isHump);
            if (start >= 0 && (!isLetter || isStart) && IsPanelWord(value[start..i], wholeToo))
                return true;
            start = isStart ? i : isLetter ? start : -1;
        }
        return false;
    }

    private static bool IsPanelWord(ReadOnlySpan<byte> word, bool wholeToo)
    {
        foreach (string known in PanelWords)
        {
            if (word.Length >= known.Length && Ascii.EqualsIgnoreCase(word[..known.Length], known))
                return true;
        }
        foreach (string known in wholeToo ? WholePanelWords : [])
        {
            if (word.Length == known.Length && Ascii.EqualsIgnoreCase(word, known))
                return true;
        }
        return false;
    }

    /// <summary>Whether an element of the page says that it opens the element with this id.</summary>
    private bool IsControlled(ReadOnlySpan<byte> id)
    {
        if (!_isRead)
            ReadControlled();
        return _controlled.Contains(BytesHash.Secret.Of(id));
    }

    private void ReadControlled()
    {
        _isRead = true;
        _controlled.Clear();
        foreach (Utf8Slice slice in _controls)
        {
            ReadOnlySpan<byte> value = _document.BytesOf(slice);
            AddControlled(value[0] == '#' ? value[1..] : value);
        }
    }

    private void AddControlled(ReadOnlySpan<byte> ids)
    {
        foreach (Range range in ids.Split((byte)' '))
        {
            if (!ids[range].IsEmpty)
                _controlled.Add(BytesHash.Secret.Of(ids[range]));
        }
    }
}

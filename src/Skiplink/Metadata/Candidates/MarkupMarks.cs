using System.Buffers;
using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Metadata.Candidates;

/// <summary>What the name of a class, an id or a property says of the text in it.</summary>
[Flags]
internal enum MarkupMark : byte
{
    None = 0,
    Author = 1 << 0,
    Date = 1 << 1,
    Updated = 1 << 2,
    Published = 1 << 3,
    Beside = 1 << 4,
}

/// <summary>
/// Finds marks in the classes, ids and properties of elements. Each value is searched at most once a page for each mark, however many
/// elements and lines have it.
/// </summary>
internal sealed class MarkupMarks
{
    private const int MaxLevels = 4;
    private const int MaxValue = 160;
    private const int MaxLength = 1024;

    private static readonly SearchValues<string> Authors = Words("byline", "author", "autor", "auteur", "writer", "yazar", "redakteur",
        "redacteur", "forfatter", "journalist", "verfasser", "firma");
    private static readonly SearchValues<string> Dates = Words("date", "time", "publish", "posted", "meta", "datum", "fecha", "data",
        "stamp");
    private static readonly SearchValues<string> Updated = Words("modified", "updated");
    private static readonly SearchValues<string> Published = Words("publish", "pubdate", "entry-date", "posted-on", "datecreated");
    private static readonly SearchValues<string> Beside = Words("related", "teaser", "recommend", "sidebar", "comment", "recent", "footer",
        "copyright");

    private HtmlDocument _document = null!;
    private ElementTable _elements = null!;

    // For each value the marks that it was looked at for, and those of them that it has.
    private (MarkupMark Asked, MarkupMark Had)[] _marks = [];

    /// <summary>Begins with a page.</summary>
    public void Start(HtmlDocument document, ElementTable elements)
    {
        (_document, _elements) = (document, elements);
        int count = elements.Values.Count;
        if (_marks.Length < count)
            _marks = new (MarkupMark, MarkupMark)[Math.Max(count, 2 * _marks.Length)];
        Array.Clear(_marks, 0, count);
    }

    /// <summary>
    /// Whether an element, or one of the three above it, has a class, id or property of such a name. What is beyond 1,024 bytes of them is
    /// not looked at.
    /// </summary>
    public bool Has(int element, MarkupMark mark)
    {
        int length = 0;
        for (int i = 0; i < MaxLevels && element != 0; i++, element = _elements[element].Parent)
        {
            foreach (int number in _elements.ValuesOf(element))
            {
                ref readonly AttributeInterner.Value value = ref _elements.Values[number];
                if (value.Attribute == HtmlNames.Role)
                    continue;
                int own = Math.Min(value.Text.Length, MaxValue) + 1;
                if (length + own > MaxLength)
                    break;
                length += own;
                if (Has(number, value, mark))
                    return true;
            }
        }
        return false;
    }

    private bool Has(int number, in AttributeInterner.Value value, MarkupMark mark)
    {
        ref (MarkupMark Asked, MarkupMark Had) known = ref _marks[number];
        if ((known.Asked & mark) == 0)
        {
            known.Asked |= mark;
            known.Had |= HasAny(_document.BytesOf(value.Text), mark) ? mark : MarkupMark.None;
        }
        return (known.Had & mark) != 0;
    }

    /// <summary>Whether a value has one of the words anywhere in its first 160 bytes, whatever their case.</summary>
    public static bool HasAny(ReadOnlySpan<byte> value, MarkupMark mark)
    {
        // As Latin-1, so that a byte is a character: all words are ASCII.
        Span<char> text = stackalloc char[MaxValue];
        int length = Encoding.Latin1.GetChars(value[..Math.Min(value.Length, MaxValue)], text);
        return text[..length].ContainsAny(WordsOf(mark));
    }

    private static SearchValues<string> WordsOf(MarkupMark mark) => mark switch
    {
        MarkupMark.Author => Authors,
        MarkupMark.Date => Dates,
        MarkupMark.Updated => Updated,
        MarkupMark.Published => Published,
        _ => Beside,
    };

    private static SearchValues<string> Words(params ReadOnlySpan<string> words) =>
        SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}

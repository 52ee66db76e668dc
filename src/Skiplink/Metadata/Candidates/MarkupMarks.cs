using System.Buffers;
using Skiplink.Blocks;
using Skiplink.Html;

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

/// <summary>Tells what elements are called: each value of an attribute is looked at once a page for each mark, whatever the number of elements and lines that have it.</summary>
internal sealed class MarkupMarks
{
    private const int MostLevels = 4;
    private const int MostValue = 160;
    private const int MostMarks = 1024;

    private static readonly SearchValues<string> Authors =
        SearchValues.Create(["byline", "author", "autor", "auteur", "writer", "yazar", "redakteur", "redacteur", "forfatter", "journalist", "verfasser", "firma"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Dates = SearchValues.Create(["date", "time", "publish", "posted", "meta", "datum", "fecha", "data", "stamp"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Updated = SearchValues.Create(["modified", "updated"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Published = SearchValues.Create(["publish", "pubdate", "entry-date", "posted-on", "datecreated"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Beside = SearchValues.Create(["related", "teaser", "recommend", "sidebar", "comment", "recent", "footer", "copyright"], StringComparison.Ordinal);

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

    /// <summary>Whether an element, or one of the three above it, has a class, id or property of such a name. What is beyond 1,024 bytes of them is not looked at.</summary>
    public bool Has(int element, MarkupMark mark)
    {
        int length = 0;
        for (int i = 0; i < MostLevels && element != 0; i++, element = _elements[element].Parent)
        {
            foreach (int number in _elements.ValuesOf(element))
            {
                ref readonly MarkupValues.Value value = ref _elements.Values[number];
                if (value.Attribute == HtmlNames.Role)
                    continue;
                int own = Math.Min(value.Text.Length, MostValue) + 1;
                if (length + own > MostMarks)
                    break;
                length += own;
                if (Has(number, value, mark))
                    return true;
            }
        }
        return false;
    }

    private bool Has(int number, in MarkupValues.Value value, MarkupMark mark)
    {
        ref (MarkupMark Asked, MarkupMark Had) known = ref _marks[number];
        if ((known.Asked & mark) == 0)
        {
            known.Asked |= mark;
            known.Had |= Says(_document.BytesOf(value.Text), mark) ? mark : MarkupMark.None;
        }
        return (known.Had & mark) != 0;
    }

    private static bool Says(ReadOnlySpan<byte> value, MarkupMark mark)
    {
        Span<char> lower = stackalloc char[MostValue];
        int length = Math.Min(value.Length, MostValue);
        // Names of classes are ASCII; what is not says nothing.
        for (int i = 0; i < length; i++)
            lower[i] = value[i] is >= (byte)'A' and <= (byte)'Z' ? (char)(value[i] | 0x20) : (char)value[i];
        return lower[..length].ContainsAny(mark switch
        {
            MarkupMark.Author => Authors,
            MarkupMark.Date => Dates,
            MarkupMark.Updated => Updated,
            MarkupMark.Published => Published,
            _ => Beside,
        });
    }
}

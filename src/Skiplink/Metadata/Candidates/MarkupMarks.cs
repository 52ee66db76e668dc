using System.Runtime.Intrinsics;
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

/// <summary>Tells what elements are called: each value of an attribute is looked at once a page for each mark, whatever the number of elements and lines that have it.</summary>
internal sealed class MarkupMarks
{
    private const int MostLevels = 4;
    private const int MostValue = 160;
    private const int MostMarks = 1024;

    private static readonly byte[][] Authors = Words("byline", "author", "autor", "auteur", "writer", "yazar", "redakteur", "redacteur", "forfatter", "journalist", "verfasser", "firma");
    private static readonly byte[][] Dates = Words("date", "time", "publish", "posted", "meta", "datum", "fecha", "data", "stamp");
    private static readonly byte[][] Updated = Words("modified", "updated");
    private static readonly byte[][] Published = Words("publish", "pubdate", "entry-date", "posted-on", "datecreated");
    private static readonly byte[][] Beside = Words("related", "teaser", "recommend", "sidebar", "comment", "recent", "footer", "copyright");

    private const int LongestWord = 11;

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
                ref readonly AttributeInterner.Value value = ref _elements.Values[number];
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

    private bool Has(int number, in AttributeInterner.Value value, MarkupMark mark)
    {
        ref (MarkupMark Asked, MarkupMark Had) known = ref _marks[number];
        if ((known.Asked & mark) == 0)
        {
            known.Asked |= mark;
            known.Had |= HasAny(_document.BytesOf(value.Text), WordsOf(mark)) ? mark : MarkupMark.None;
        }
        return (known.Had & mark) != 0;
    }

    private static bool HasAny(ReadOnlySpan<byte> value, byte[][] words)
    {
        value = value[..Math.Min(value.Length, MostValue)];
        // The next part begins early enough for a word that this one has the beginning of.
        for (; value.Length > Vector512<byte>.Count; value = value[(Vector512<byte>.Count - LongestWord + 1)..])
        {
            if (HasAny(Vector512.Create(value), words))
                return true;
        }
        Span<byte> rest = stackalloc byte[Vector512<byte>.Count];
        rest.Clear();
        value.CopyTo(rest);
        return HasAny(Vector512.Create<byte>(rest), words);
    }

    /// <summary>
    /// Whether one of the words stands in 64 bytes, in whatever case. For each letter there is a bit for each place that it stands at; a word stands where its first letter does, its second one
    /// further on, and so on. Most words fall out with their second letter.
    /// </summary>
    private static bool HasAny(Vector512<byte> part, byte[][] words)
    {
        Span<ulong> places = stackalloc ulong[26];
        Vector512<byte> lower = part | Vector512.Create((byte)0x20);
        for (int letter = 0; letter < places.Length; letter++)
            places[letter] = Vector512.Equals(lower, Vector512.Create((byte)('a' + letter))).ExtractMostSignificantBits();
        ulong lines = Vector512.Equals(part, Vector512.Create((byte)'-')).ExtractMostSignificantBits();
        foreach (byte[] word in words)
        {
            ulong at = places[word[0] - 'a'] & (places[word[1] - 'a'] >> 1);
            for (int i = 2; at != 0 && i < word.Length; i++)
                at &= (word[i] == '-' ? lines : places[word[i] - 'a']) >> i;
            if (at != 0)
                return true;
        }
        return false;
    }

    private static byte[][] WordsOf(MarkupMark mark) => mark switch
    {
        MarkupMark.Author => Authors,
        MarkupMark.Date => Dates,
        MarkupMark.Updated => Updated,
        MarkupMark.Published => Published,
        _ => Beside,
    };

    private static byte[][] Words(params string[] words) => Array.ConvertAll(words, Encoding.ASCII.GetBytes);
}

using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>
/// The JSON-LD of a page: the objects that have a type, in document order, each as its row of a <see cref="JsonTape"/>; -1 stands for none. Forgives what pages get
/// wrong: see <see cref="JsonRepair"/>.
/// </summary>
internal sealed partial class JsonLd(TextArena texts)
{
    private const int MostBytes = 4 << 20;
    private const int MostObjects = 2000;
    private const int MostDepth = 4;
    private const int MostAuthors = 100;
    private const int MostSide = 1 << 18;

    private static readonly JsonName[] Telling = [JsonName.AtValue, JsonName.Name, JsonName.Url, JsonName.ContentUrl, JsonName.AtId];

    private readonly JsonTape _tape = new();
    private readonly List<TypedObject> _objects = [];
    private readonly JsonReferences _references = new();

    // What is not a piece of the page's source: repaired JSON, names with escapes.
    private ByteBuffer _side = new();
    private HtmlDocument? _document;

    /// <summary>An object with a type.</summary>
    /// <param name="Row">The object.</param>
    /// <param name="Type">The most telling of its types, without the vocabulary's address.</param>
    /// <param name="Rank">What it may tell of the page: see <see cref="JsonTypes"/>.</param>
    private readonly record struct TypedObject(int Row, Utf8Slice Type, int Rank);

    /// <summary>How many objects have a type.</summary>
    public int Count => _objects.Count;

    /// <summary>Forgets the page.</summary>
    public void Clear()
    {
        _tape.Clear();
        _objects.Clear();
        _references.Clear();
        if (_side.Count > MostSide)
            _side = new();
        _side.Clear();
    }

    /// <summary>The object with a type of a number.</summary>
    public int this[int number] => _objects[number].Row;

    /// <summary>Whether the object of a number is an article or a page.</summary>
    public bool IsPage(int number) => BytesOf(_objects[number].Type) is var type && (type.EndsWith("Page"u8) || type.EndsWith("Article"u8));

    /// <summary>The first object of a type.</summary>
    public int OfType(ReadOnlySpan<byte> type)
    {
        foreach (TypedObject typed in _objects)
        {
            if (BytesOf(typed.Type).SequenceEqual(type))
                return typed.Row;
        }
        return -1;
    }

    /// <summary>Takes in a <c>script</c> element of type application/ld+json.</summary>
    public void Read(HtmlNode script)
    {
        HtmlNode text = script.FirstChild;
        if (text.IsNone || !text.IsText || text.Utf8Text.Length > MostBytes)
            return;
        ReadOnlySpan<byte> json = text.Utf8Text;
        if (!MayTell(json))
            return;
        _document = text.Document;
        // A half surrogate cannot be made a string of.
        bool isSound = !json.Contains((byte)'\\') || (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0);
        int first = _tape.Count, start = _document.Nodes[text.Index].DataStart;
        // Mostly the script is a piece of the page as it came, and need not be copied.
        if (!isSound || !_tape.TryAdd(json, start >= 0 ? start : Aside(json)))
        {
            byte[] repaired = JsonRepair.Repair(json);
            if (repaired.Length == 0 || !_tape.TryAdd(repaired, Aside(repaired)))
                return;
        }
        Collect(first);
    }

    /// <summary>Whether any property is named that is looked up: paths of crumbs, questions with answers and logos are not even parsed.</summary>
    private static bool MayTell(ReadOnlySpan<byte> json) =>
        json.IndexOf("uthor"u8) >= 0 || json.IndexOf("headline"u8) >= 0 || json.IndexOf("date"u8) >= 0 || json.IndexOf("ebSite"u8) >= 0 || json.IndexOf("ublisher"u8) >= 0 || json.IndexOf("escription"u8) >= 0
        || json.IndexOf("eywords"u8) >= 0 || json.IndexOf("ection"u8) >= 0 || json.IndexOf("icense"u8) >= 0 || json.IndexOf("anguage"u8) >= 0 || json.IndexOf("creator"u8) >= 0 || json.IndexOf("Product"u8) >= 0 || json.IndexOf("Body"u8) >= 0;

    /// <summary>The object that is about the page: an article before a product, a product before the page as such; of several, one that the page is titled by.</summary>
    /// <param name="known">What the page's head says of its title, in words (<see cref="Values.TitleText.Words(ReadOnlyMemory{char}, TextArena)"/>).</param>
    /// <param name="isNews">Whether it is a news article.</param>
    public int Main(ReadOnlyMemory<char> known, out bool isNews)
    {
        for (int rank = 0; rank < JsonTypes.Ranks; rank++)
        {
            int first = -1;
            for (int pass = 0; pass < 2; pass++)
            {
                for (int i = 0; i < _objects.Count; i++)
                {
                    if (_objects[i].Rank != rank || _tape[_objects[i].Row].IsAbout == (pass == 1))
                        continue;
                    first = first < 0 ? i : first;
                    if (Titled(_objects[i].Row) is { IsEmpty: false } words && known.Span.IndexOf(words.Span) >= 0)
                        return Found(i, out isNews);
                }
            }
            if (first >= 0)
                return Found(first, out isNews);
        }
        isNews = false;
        return -1;
    }

    private int Found(int number, out bool isNews)
    {
        isNews = BytesOf(_objects[number].Type).EndsWith("NewsArticle"u8);
        return _objects[number].Row;
    }

    private ReadOnlyMemory<char> Titled(int item) =>
        (TextOf(item, JsonName.Headline) is { IsEmpty: false } headline ? headline : TextOf(item, JsonName.Name)) is { IsEmpty: false } title ? Values.TitleText.Words(title, texts) : default;

    /// <summary>The text of a property: itself, its <c>@value</c>, its <c>name</c>, or the first of a list; empty without one.</summary>
    public ReadOnlyMemory<char> TextOf(int item, JsonName property) => PropertyOf(item, property) is >= 0 and int value ? TextOf(value, 0) : default;

    /// <summary>Adds the texts of a property that may be a list.</summary>
    public void AddTexts(int item, JsonName property, List<Candidate> candidates)
    {
        foreach (int one in ItemsOf(item, property))
        {
            if (TextOf(one, 0) is { IsEmpty: false } text)
                candidates.Add(new(text, MetadataSource.JsonLd));
        }
    }

    /// <summary>Adds the names of the authors of an object.</summary>
    public void AddAuthors(int item, JsonName property, List<Candidate> candidates)
    {
        foreach (int one in ItemsOf(item, property))
        {
            int author = Whole(one);
            ReadOnlyMemory<char> name = _tape[author].Kind switch { JsonKind.String => TextOf(author, 0), JsonKind.Object => NameOf(author), _ => default };
            if (!name.IsEmpty)
                candidates.Add(new(name, MetadataSource.JsonLd));
        }
    }

    /// <summary>The string that a property is, if it is one, as it stands there; false when it holds half a character.</summary>
    public bool TryString(int item, JsonName property, out string text)
    {
        text = "";
        if (PropertyOf(item, property) is not (>= 0 and int value) || _tape[value].Kind != JsonKind.String)
            return false;
        ReadOnlySpan<byte> raw = BytesOf(new(_tape[value].Start, _tape[value].Length));
        if (raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0)
            return false;
        text = StringOf(value).ToString();
        return true;
    }
}

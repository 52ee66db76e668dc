using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Metadata.Candidates;

/// <summary>
/// The JSON-LD of a page: the objects that have a type, in document order, each as its row of a <see cref="JsonTape"/>; -1 stands for none. Forgives what pages get
/// wrong: see <see cref="JsonRepair"/>.
/// </summary>
internal sealed class JsonLd(TextArena texts)
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
        bool isSound = json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0;
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
                candidates.Add(new(text, "json-ld"));
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
                candidates.Add(new(name, "json-ld"));
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

    private ReadOnlyMemory<char> NameOf(int person)
    {
        if (TextOf(person, JsonName.Name) is { IsEmpty: false } name)
            return name;
        ReadOnlyMemory<char> given = TextOf(person, JsonName.GivenName), family = TextOf(person, JsonName.FamilyName);
        return given.IsEmpty ? family : family.IsEmpty ? given : texts.Join(given.Span, ' ', family.Span);
    }

    /// <summary>The last property of a name, or -1.</summary>
    private int PropertyOf(int item, JsonName property)
    {
        int found = -1;
        if (item < 0 || _tape[item].Kind != JsonKind.Object)
            return found;
        for (int row = item + 1, end = _tape[item].End; row < end; row = _tape[row].End)
            found = _tape[row].Name == property ? row : found;
        return found;
    }

    private Items ItemsOf(int item, JsonName property)
    {
        int value = PropertyOf(item, property);
        return value < 0 ? default : _tape[value].Kind == JsonKind.Array ? new(_tape, value + 1, _tape[value].End) : new(_tape, value, _tape[value].End);
    }

    /// <summary>The values of a list.</summary>
    private struct Items(JsonTape tape, int first, int end)
    {
        private int _next = first;
        private int _count;

        public int Current { get; private set; }

        public readonly Items GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next >= end || _count++ >= MostAuthors)
                return false;
            Current = _next;
            _next = tape[_next].End;
            return true;
        }
    }

    /// <summary>What an object that is only a reference stands for.</summary>
    private int Whole(int value) =>
        _tape[value].Kind == JsonKind.Object && PropertyOf(value, JsonName.Name) < 0 && PropertyOf(value, JsonName.AtId) is >= 0 and int id && _tape[id].Kind == JsonKind.String
        && _references.Find(this, id) is >= 0 and int whole ? whole : value;

    private ReadOnlyMemory<char> TextOf(int value, int depth)
    {
        if (depth > MostDepth)
            return default;
        switch (_tape[value].Kind)
        {
            case JsonKind.String:
                return Tidy.Text(StringOf(value), texts);
            case JsonKind.Number:
                return StringOf(value);
            case JsonKind.Array:
                for (int one = value + 1, end = _tape[value].End; one < end; one = _tape[one].End)
                {
                    if (TextOf(one, depth + 1) is { IsEmpty: false } found)
                        return found;
                }
                return default;
            case JsonKind.Object:
                int whole = Whole(value);
                foreach (JsonName property in Telling)
                {
                    if (PropertyOf(whole, property) is >= 0 and int inner && TextOf(inner, depth + 1) is { IsEmpty: false } found)
                        return found;
                }
                return default;
            default:
                return default;
        }
    }

    private ReadOnlyMemory<char> StringOf(int value)
    {
        ref readonly JsonRow row = ref _tape[value];
        ReadOnlySpan<byte> utf8 = BytesOf(new(row.Start, row.Length));
        if (!row.IsEscaped)
            return texts.Decode(utf8);
        int start = _side.Count, length = Resolve(utf8);
        ReadOnlyMemory<char> text = texts.Decode(_side.Span(start, length));
        _side.Truncate(start);
        return text;
    }

    /// <summary>Puts a string aside, its escapes resolved; its length.</summary>
    private int Resolve(ReadOnlySpan<byte> utf8)
    {
        int start = _side.Reserve(utf8.Length);
        JsonEscapes.TryResolve(utf8, _side.Writable(start, utf8.Length), out int length);
        _side.Truncate(start + length);
        return length;
    }

    /// <summary>The bytes of a string, its escapes resolved.</summary>
    public Utf8Slice Unescaped(int value)
    {
        ref readonly JsonRow row = ref _tape[value];
        if (!row.IsEscaped)
            return new(row.Start, row.Length);
        int start = _side.Count;
        return new(~start, Resolve(BytesOf(new(row.Start, row.Length))));
    }

    public ReadOnlySpan<byte> BytesOf(Utf8Slice slice) => slice.Start >= 0 ? _document!.Source.Span.Slice(slice.Start, slice.Length) : _side.Span(~slice.Start, slice.Length);

    private int Aside(ReadOnlySpan<byte> json)
    {
        int start = _side.Count;
        _side.Add(json);
        return ~start;
    }

    /// <summary>Notes the objects with a type, and those that others may refer to, from a row on.</summary>
    private void Collect(int first)
    {
        if (first == _tape.Count)
            return;
        _tape[first].IsAbout = true;
        for (int row = first; row < _tape.Count && _objects.Count < MostObjects;)
        {
            ref JsonRow item = ref _tape[row];
            // What stands in a type is none of the page's objects.
            if (item.Name == JsonName.AtType)
            {
                row = item.End;
                continue;
            }
            if (item.Kind == JsonKind.Object)
                CollectObject(row);
            else if (item.Kind == JsonKind.Array)
                MarkItems(row);
            row++;
        }
    }

    private void MarkItems(int array)
    {
        if (!_tape[array].IsAbout)
            return;
        for (int row = array + 1, end = _tape[array].End; row < end; row = _tape[row].End)
            _tape[row].IsAbout = true;
    }

    private void CollectObject(int item)
    {
        bool hasName = false;
        int id = -1, type = -1;
        bool isAbout = _tape[item].IsAbout;
        for (int row = item + 1, end = _tape[item].End; row < end; row = _tape[row].End)
        {
            ref JsonRow value = ref _tape[row];
            if (value.Name == JsonName.AtType)
                type = row;
            hasName |= value.Name == JsonName.Name;
            if (value.Name == JsonName.AtId && value.Kind == JsonKind.String)
                id = row;
            // What other properties hold is named beside the page: its publisher, its comments, what is related.
            value.IsAbout = isAbout && (value.Name is JsonName.AtGraph or JsonName.MainEntity or JsonName.MainEntityOfPage);
        }
        if (type >= 0 && TypeOf(type) is { } local)
            _objects.Add(new(item, local, JsonTypes.RankOf(BytesOf(local))));
        if (hasName && id >= 0)
            _references.Add(item, id);
    }

    /// <summary>The type, or of several the one that says that it is a text or a page.</summary>
    private Utf8Slice? TypeOf(int value)
    {
        if (_tape[value].Kind == JsonKind.String)
            return Local(value);
        Utf8Slice? best = null;
        int rank = -1;
        if (_tape[value].Kind != JsonKind.Array)
            return best;
        for (int one = value + 1, end = _tape[value].End; one < end; one = _tape[one].End)
        {
            if (_tape[one].Kind != JsonKind.String)
                continue;
            Utf8Slice type = Local(one);
            int own = JsonTypes.RankOf(BytesOf(type));
            if (best is null || (own >= 0 && (rank < 0 || own < rank)))
                (best, rank) = (type, own);
        }
        return best;
    }

    private Utf8Slice Local(int value)
    {
        Utf8Slice type = Unescaped(value);
        int cut = type.Length - JsonTypes.Local(BytesOf(type)).Length;
        return new(type.Start >= 0 ? type.Start + cut : type.Start - cut, type.Length - cut);
    }
}

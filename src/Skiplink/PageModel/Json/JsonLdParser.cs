using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.PageModel.Json;

/// <summary>
/// Parses the JSON-LD of a page, script after script. Forgives what pages get wrong: see <see cref="JsonRepair"/>. Its memory is used again
/// for the next page.
/// </summary>
internal sealed class JsonLdParser
{
    private const int MaxBytes = 4 << 20;
    private const int MaxObjects = 2000;

    /// <summary>A larger buffer is not kept for the next page.</summary>
    private const int MaxAsideKept = 1 << 18;

    private readonly JsonTape _tape = new();
    private readonly List<JsonLdObject> _objects = [];
    private readonly List<JsonLdTarget> _targets = [];

    // What is not a piece of the page's source: repaired JSON, decoded scripts, types and ids with escapes.
    private ByteBuffer _aside = new();
    private HtmlDocument _document = null!;

    // The row behind the list of questions and answers that is being collected.
    private int _questionsEnd;

    /// <summary>Starts a page.</summary>
    public void Start(HtmlDocument document)
    {
        _document = document;
        _tape.Clear();
        _objects.Clear();
        _targets.Clear();
        _questionsEnd = 0;
        if (_aside.Count > MaxAsideKept)
            _aside = new();
        _aside.Clear();
    }

    /// <summary>What was parsed; good until the next page is begun.</summary>
    public JsonLdDocument Build() => new(_document, _tape, _objects, _targets, _aside);

    /// <summary>Parses the text of a <c>script</c> element that holds JSON-LD.</summary>
    public void Parse(HtmlNode script)
    {
        HtmlNode text = script.FirstChild;
        if (text.IsNone || !text.IsText || text.Utf8Text.Length > MaxBytes)
            return;
        ReadOnlySpan<byte> json = text.Utf8Text;
        // A half surrogate cannot be made a string of.
        bool isSound = !json.Contains((byte)'\\') || (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0);
        int first = _tape.Count, start = _document.Nodes[text.Index].DataStart;
        // Mostly the script is a piece of the page as it came, and need not be copied.
        if (!isSound || !_tape.TryAdd(json, start >= 0 ? start : PutAside(json)))
        {
            byte[] repaired = JsonRepair.Repair(json);
            if (repaired.Length == 0 || !_tape.TryAdd(repaired, PutAside(repaired)))
                return;
        }
        Collect(first);
    }

    /// <summary>Collects the objects with a type, and those that others may refer to, from a row on.</summary>
    private void Collect(int first)
    {
        if (first == _tape.Count)
            return;
        _tape[first].IsAbout = true;
        for (int row = first; row < _tape.Count && _objects.Count < MaxObjects;)
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
            AddObject(item, local);
        if (hasName && id >= 0)
            _targets.Add(new(item, Unescaped(id)));
    }

    private void AddObject(int item, Utf8Slice type)
    {
        // The questions that a page answers beside its text are not what it is about.
        _objects.Add(new(item, type, item < _questionsEnd ? -1 : JsonTypes.RankOf(BytesOf(type))));
        if (BytesOf(type).SequenceEqual("FAQPage"u8))
            _questionsEnd = _tape[item].End;
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

    /// <summary>A string, its escapes resolved.</summary>
    private Utf8Slice Unescaped(int value)
    {
        ref readonly JsonRow row = ref _tape[value];
        Utf8Slice raw = new(row.Start, row.Length);
        if (!row.IsEscaped)
            return raw;
        int start = _aside.Reserve(raw.Length);
        JsonEscapes.TryResolve(BytesOf(raw), _aside.Writable(start, raw.Length), out int length);
        _aside.Truncate(start + length);
        return new(~start, length);
    }

    private ReadOnlySpan<byte> BytesOf(Utf8Slice slice) =>
        slice.Start >= 0 ? _document.Source.Span.Slice(slice.Start, slice.Length) : _aside.Span(~slice.Start, slice.Length);

    private int PutAside(ReadOnlySpan<byte> json)
    {
        int start = _aside.Count;
        _aside.Add(json);
        return ~start;
    }
}

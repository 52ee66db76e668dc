using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>Reads the values of properties.</summary>
internal sealed partial class JsonLd
{
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
                ref readonly JsonRow row = ref _tape[value];
                return row.IsEscaped ? Tidy.Text(StringOf(value), texts) : Tidy.Text(BytesOf(new(row.Start, row.Length)), texts);
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
}

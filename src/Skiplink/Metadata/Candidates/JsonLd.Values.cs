using Skiplink.PageModel.Json;
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

    private Items ItemsOf(int item, JsonName property)
    {
        int value = _data.PropertyOf(item, property);
        return value < 0 ? default : _data[value].Kind == JsonKind.Array ? new(_data, value + 1, _data[value].End)
            : new(_data, value, _data[value].End);
    }

    /// <summary>The values of a list.</summary>
    private struct Items(JsonLdDocument data, int first, int end)
    {
        private int _next = first;
        private int _count;

        public int Current { get; private set; }

        public readonly Items GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next >= end || _count++ >= MaxAuthors)
                return false;
            Current = _next;
            _next = data[_next].End;
            return true;
        }
    }

    /// <summary>The object that a mere reference points to, otherwise the value itself.</summary>
    private int Whole(int value) =>
        _data[value].Kind == JsonKind.Object && _data.PropertyOf(value, JsonName.Name) < 0
            && _data.PropertyOf(value, JsonName.AtId) is >= 0 and int id && _data[id].Kind == JsonKind.String
        && _references.Find(Unescaped(id)) is >= 0 and int whole ? whole : value;

    private ReadOnlyMemory<char> TextOf(int value, int depth)
    {
        if (depth > MaxDepth)
            return default;
        switch (_data[value].Kind)
        {
            case JsonKind.String:
                ref readonly JsonRow row = ref _data[value];
                return row.IsEscaped ? Tidy.Text(StringOf(value), texts) : Tidy.Text(_data.BytesOf(value), texts);
            case JsonKind.Number:
                return StringOf(value);
            case JsonKind.Array:
                for (int one = value + 1, end = _data[value].End; one < end; one = _data[one].End)
                {
                    if (TextOf(one, depth + 1) is { IsEmpty: false } found)
                        return found;
                }
                return default;
            case JsonKind.Object:
                int whole = Whole(value);
                foreach (JsonName property in TextProperties)
                {
                    if (_data.PropertyOf(whole, property) is >= 0 and int inner && TextOf(inner, depth + 1) is { IsEmpty: false } found)
                        return found;
                }
                return default;
            default:
                return default;
        }
    }

    private ReadOnlyMemory<char> StringOf(int value) => texts.Decode(Unescaped(value));

    /// <summary>The bytes of a string without escapes; valid until the next call.</summary>
    private ReadOnlySpan<byte> Unescaped(int value)
    {
        ReadOnlySpan<byte> utf8 = _data.BytesOf(value);
        if (!_data[value].IsEscaped)
            return utf8;
        _scratch.Clear();
        Span<byte> room = _scratch.Room(utf8.Length);
        JsonEscapes.TryResolve(utf8, room, out int length);
        return room[..length];
    }
}

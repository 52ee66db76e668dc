using System.Text.Json;

namespace Skiplink.Metadata.Candidates;

/// <summary>What a value of JSON is.</summary>
internal enum JsonKind : byte
{
    Object,
    Array,
    String,
    Number,

    /// <summary>True, false or null.</summary>
    Other,
}

/// <summary>
/// One value, 16 bytes. The values in an object or an array stand behind it, up to <see cref="End"/>; of those that nobody asks for only the objects and arrays
/// have rows. A row's name is that of its property, or of the property whose array it stands in.
/// </summary>
internal struct JsonRow
{
    /// <summary>Where a string (without its quotes) or a number starts: in the page's source, or, when negative, at the complement in the side buffer.</summary>
    public int Start;
    public int Length;

    /// <summary>The row behind the value.</summary>
    public int End;

    public JsonKind Kind;
    public JsonName Name;

    /// <summary>Whether there are backslashes in a string.</summary>
    public bool IsEscaped;

    /// <summary>Whether an object stands where a page describes itself, and not in a list or a property of something else.</summary>
    public bool IsAbout;
}

/// <summary>Rows for the values of JSON texts, one behind the other. The memory is used again for the next page.</summary>
internal sealed class JsonTape
{
    private const int MostDepth = 64;
    private const int MostKept = 1 << 15;

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostDepth };

    private JsonRow[] _rows = new JsonRow[256];

    public int Count { get; private set; }

    public ref JsonRow this[int row] => ref _rows[row];

    public void Clear()
    {
        Count = 0;
        // What one large page needed is not kept for ever.
        if (_rows.Length > MostKept)
            _rows = new JsonRow[MostKept];
    }

    /// <summary>Adds the values of a text in one pass; nothing when it is no sound JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="start">Where it starts, as in <see cref="JsonRow.Start"/>.</param>
    public bool TryAdd(ReadOnlySpan<byte> json, int start)
    {
        int first = Count;
        try
        {
            Add(json, start);
            return true;
        }
        catch (JsonException)
        {
            // What cannot be read says nothing; the page has other sources.
            Count = first;
            return false;
        }
    }

    private void Add(ReadOnlySpan<byte> json, int start)
    {
        Span<int> open = stackalloc int[MostDepth + 1];
        int depth = 0;
        JsonName name = JsonName.Other;
        Utf8JsonReader reader = new(json, Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = JsonNames.Read(ref reader);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open[depth++] = Count;
                    Add(new() { Kind = reader.TokenType == JsonTokenType.StartObject ? JsonKind.Object : JsonKind.Array, Name = name });
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _rows[open[--depth]].End = Count;
                    // The next item of an array goes by its name again.
                    name = depth > 0 ? _rows[open[depth - 1]].Name : JsonName.Other;
                    break;
                default:
                    if (name != JsonName.Other)
                        Add(ValueRow(ref reader, start, name));
                    break;
            }
        }
    }

    private JsonRow ValueRow(ref Utf8JsonReader reader, int start, JsonName name)
    {
        bool isString = reader.TokenType == JsonTokenType.String;
        int at = (int)reader.TokenStartIndex + (isString ? 1 : 0);
        return new()
        {
            Kind = isString ? JsonKind.String : reader.TokenType == JsonTokenType.Number ? JsonKind.Number : JsonKind.Other,
            Name = name,
            IsEscaped = reader.ValueIsEscaped,
            Start = start >= 0 ? start + at : start - at,
            Length = reader.ValueSpan.Length,
            End = Count + 1,
        };
    }

    private void Add(in JsonRow row)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        _rows[Count++] = row;
    }
}

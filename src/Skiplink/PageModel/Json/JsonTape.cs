using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Skiplink.PageModel.Json;

/// <summary>
/// Rows for the values of JSON texts, one behind the other, made in one pass that copies nothing and throws nothing. The memory is used
/// again for the next page.
/// </summary>
internal sealed class JsonTape
{
    private const int MostDepth = 64;
    private const int MostKept = 1 << 15;

    private static readonly SearchValues<byte> EndsOfString = SearchValues
        .Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, ' ').Select(static b => (byte)b)]);

    private readonly int[] _open = new int[MostDepth];
    private JsonRow[] _rows = new JsonRow[256];

    /// <summary>What may come next.</summary>
    private enum Next
    {
        Value,

        /// <summary>A value, or the end of the array.</summary>
        Item,

        /// <summary>A name, or the end of the object: trailing commas are forgiven.</summary>
        Name,

        /// <summary>A comma, or the end of what is open.</summary>
        Comma,
    }

    public int Count { get; private set; }

    public ref JsonRow this[int row] => ref _rows[row];

    public void Clear()
    {
        Count = 0;
        // What one large page needed is not kept for ever.
        if (_rows.Length > MostKept)
            _rows = new JsonRow[MostKept];
    }

    /// <summary>Adds the values of a text; nothing when it is no sound JSON (comments are not, trailing commas are).</summary>
    /// <param name="json">The text.</param>
    /// <param name="start">Where it starts, as in <see cref="JsonRow.Start"/>.</param>
    public bool TryAdd(ReadOnlySpan<byte> json, int start)
    {
        int first = Count;
        if (Add(json, start))
            return true;
        Count = first;
        return false;
    }

    private bool Add(ReadOnlySpan<byte> json, int start)
    {
        int depth = 0, at = 0;
        JsonName name = JsonName.Other;
        Next next = Next.Value;
        for (; SkipSpace(json, ref at); at++)
        {
            byte b = json[at];
            if (next == Next.Comma)
            {
                if (b == ',')
                {
                    bool isObject = _rows[_open[depth - 1]].Kind == JsonKind.Object;
                    next = isObject ? Next.Name : Next.Item;
                    continue;
                }
                if (!Close(b, ref depth, ref name))
                    return false;
            }
            else if (b is (byte)'}' or (byte)']')
            {
                if (next == Next.Value || !Close(b, ref depth, ref name))
                    return false;
                next = Next.Comma;
            }
            else if (next == Next.Name)
            {
                if (b != '"' || !TryName(json, ref at, out name))
                    return false;
                next = Next.Value;
                continue;
            }
            else if (b is (byte)'{' or (byte)'[')
            {
                if (depth == MostDepth)
                    return false;
                _open[depth++] = Count;
                Add(new() { Kind = b == '{' ? JsonKind.Object : JsonKind.Array, Name = name });
                next = b == '{' ? Next.Name : Next.Item;
                continue;
            }
            else if (!TryValue(json, ref at, start, name))
            {
                return false;
            }
            else
            {
                next = Next.Comma;
            }
            if (depth == 0)
            {
                at++;
                return !SkipSpace(json, ref at);
            }
        }
        return false;
    }

    /// <summary>Ends what is open, if the bracket is the one for it.</summary>
    private bool Close(byte bracket, ref int depth, ref JsonName name)
    {
        if (depth == 0)
            return false;
        ref JsonRow row = ref _rows[_open[--depth]];
        row.End = Count;
        // The next item of an array goes by its name again.
        name = depth > 0 ? _rows[_open[depth - 1]].Name : JsonName.Other;
        return bracket == (row.Kind == JsonKind.Object ? '}' : ']');
    }

    /// <summary>Reads a name and moves to the colon behind it.</summary>
    private static bool TryName(ReadOnlySpan<byte> json, ref int at, out JsonName name)
    {
        int start = at + 1;
        name = JsonName.Other;
        if (!TryString(json, ref at, out bool isEscaped))
            return false;
        name = JsonNames.Find(json[start..at], isEscaped);
        at++;
        return SkipSpace(json, ref at) && json[at] == ':';
    }

    /// <summary>Reads a string, a number or a word and moves to its last byte; it gets a row when it is looked up.</summary>
    private bool TryValue(ReadOnlySpan<byte> json, ref int at, int start, JsonName name)
    {
        JsonRow row = new() { Name = name, End = Count + 1 };
        int first = at;
        if (json[at] == '"')
        {
            if (!TryString(json, ref at, out row.IsEscaped))
                return false;
            (row.Kind, first, row.Length) = (JsonKind.String, first + 1, at - first - 1);
        }
        else
        {
            int length = JsonWord.LengthOf(json[at..], out row.Kind);
            if (length == 0)
                return false;
            row.Length = length;
            at += length - 1;
        }
        row.Start = start >= 0 ? start + first : start - first;
        if (name != JsonName.Other)
            Add(row);
        return true;
    }

    /// <summary>Moves from the quote that begins a string to the one that ends it.</summary>
    private static bool TryString(ReadOnlySpan<byte> json, ref int at, out bool isEscaped)
    {
        isEscaped = false;
        at++;
        while (LengthOfPlain(json[at..]) is >= 0 and int end)
        {
            at += end;
            if (json[at] == '"')
                return true;
            if (json[at] != '\\' || !IsEscape(json, at + 1))
                return false;
            isEscaped = true;
            at += 2;
        }
        return false;
    }

    /// <summary>How many bytes stand before what ends a string or is an escape in it; -1 when nothing is. Most strings are short.</summary>
    private static int LengthOfPlain(ReadOnlySpan<byte> json)
    {
        if (json.Length < Vector256<byte>.Count)
            return json.IndexOfAny(EndsOfString);
        Vector256<byte> part = Vector256.Create(json);
        uint ends = (Vector256.Equals(part, Vector256.Create((byte)'"')) | Vector256.Equals(part, Vector256.Create((byte)'\\')) | Vector256
            .LessThan(part, Vector256.Create((byte)' '))).ExtractMostSignificantBits();
        if (ends != 0)
            return BitOperations.TrailingZeroCount(ends);
        int rest = json[Vector256<byte>.Count..].IndexOfAny(EndsOfString);
        return rest < 0 ? rest : rest + Vector256<byte>.Count;
    }

    private static bool IsEscape(ReadOnlySpan<byte> json, int at)
    {
        if (at >= json.Length)
            return false;
        if (json[at] != 'u')
            return json[at] is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t';
        return at + 4 < json.Length && char.IsAsciiHexDigit((char)json[at + 1]) && char.IsAsciiHexDigit((char)json[at + 2])
            && char.IsAsciiHexDigit((char)json[at + 3]) && char.IsAsciiHexDigit((char)json[at + 4]);
    }

    /// <summary>Moves to the next byte that is no white space; false at the end.</summary>
    private static bool SkipSpace(ReadOnlySpan<byte> json, ref int at)
    {
        while ((uint)at < (uint)json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        return at < json.Length;
    }

    private void Add(in JsonRow row)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        _rows[Count++] = row;
    }
}

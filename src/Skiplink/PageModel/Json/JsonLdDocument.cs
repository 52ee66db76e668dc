using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.PageModel.Json;

/// <summary>An object of JSON-LD that has a type.</summary>
/// <param name="Row">Its row of the tape.</param>
/// <param name="Type">The most telling of its types, without the vocabulary's address.</param>
/// <param name="Rank">What it may tell of the page: see <see cref="JsonTypes"/>.</param>
internal readonly record struct JsonLdObject(int Row, Utf8Slice Type, int Rank);

/// <summary>An object of JSON-LD that others may refer to.</summary>
/// <param name="Row">Its row of the tape.</param>
/// <param name="Id">Its <c>@id</c>, escapes resolved.</param>
internal readonly record struct JsonLdTarget(int Row, Utf8Slice Id);

/// <summary>
/// The JSON-LD of a page, parsed once: its values as rows of a <see cref="JsonTape"/>, the objects that have a type, and those that others
/// refer to, in document order. It does not change; its memory is that of the <see cref="JsonLdParser"/> that made it.
/// </summary>
internal sealed class JsonLdDocument(HtmlDocument document, JsonTape tape, IReadOnlyList<JsonLdObject> objects,
    IReadOnlyList<JsonLdTarget> targets, ByteBuffer aside)
{
    /// <summary>The objects that have a type, in document order.</summary>
    public IReadOnlyList<JsonLdObject> Objects => objects;

    /// <summary>The objects with an <c>@id</c> and a name, in document order.</summary>
    public IReadOnlyList<JsonLdTarget> Targets => targets;

    /// <summary>How many rows there are.</summary>
    public int Count => tape.Count;

    /// <summary>A value.</summary>
    public ref readonly JsonRow this[int row] => ref tape[row];

    /// <summary>The bytes of a string or a number, escapes and all.</summary>
    public ReadOnlySpan<byte> BytesOf(int row) => BytesOf(new Utf8Slice(tape[row].Start, tape[row].Length));

    /// <summary>The bytes of a piece of the page or, when its start is negative, of what stands aside.</summary>
    public ReadOnlySpan<byte> BytesOf(Utf8Slice slice) =>
        slice.Start >= 0 ? document.Source.Span.Slice(slice.Start, slice.Length) : aside.Span(~slice.Start, slice.Length);

    /// <summary>The row of the last property of a name that an object has, or -1.</summary>
    public int PropertyOf(int item, JsonName property)
    {
        int found = -1;
        if (item < 0 || tape[item].Kind != JsonKind.Object)
            return found;
        for (int row = item + 1, end = tape[item].End; row < end; row = tape[row].End)
            found = tape[row].Name == property ? row : found;
        return found;
    }
}

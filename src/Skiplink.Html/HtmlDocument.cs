using System.Runtime.InteropServices;
using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Names;
using Skiplink.Html.Tokenizing;

namespace Skiplink.Html;

/// <summary>
/// A parsed page: the owner of the tables in which its nodes, attributes, names and decoded text stand. <see cref="HtmlNode"/> is a handle into it.
/// </summary>
/// <remarks>Safe to read from several threads. A document that a <see cref="HtmlParser"/> gave is overwritten by that parser's next page.</remarks>
public sealed class HtmlDocument
{
    internal HtmlDocument()
    {
    }

    internal NodeTable Nodes { get; } = new();

    internal AttributeTable AttributeRows { get; } = new();

    internal NameTable Names { get; } = new();

    internal ByteBuffer Side { get; } = new();

    /// <summary>The document node, the root of the tree.</summary>
    public HtmlNode Root => new(this, 0);

    /// <summary>The root element, which a parsed document always has; the document node itself for a fragment.</summary>
    public HtmlNode DocumentElement => Root.FirstChildElement(HtmlNames.Html) is { IsNone: false } html ? html : Root;

    /// <summary>The <c>head</c> element, or none.</summary>
    public HtmlNode Head => DocumentElement.FirstChildElement(HtmlNames.Head);

    /// <summary>The <c>body</c> element (or <c>frameset</c>), or none.</summary>
    public HtmlNode Body => DocumentElement.FirstChildElement(HtmlNames.Body) is { IsNone: false } body
        ? body
        : DocumentElement.FirstChildElement(HtmlNames.Frameset);

    /// <summary>The number of nodes that were made, the document included; a node's <see cref="HtmlNode.Index"/> is below it.</summary>
    public int NodeCount => Nodes.Count;

    /// <summary>The page as UTF-8, without its byte order mark: what source positions refer to. The input itself, unless it had to be transcoded.</summary>
    public ReadOnlyMemory<byte> Source
    {
        get;
        internal set
        {
            field = value;
            bool isArray = MemoryMarshal.TryGetArray(value, out ArraySegment<byte> segment);
            (_array, _offset) = isArray ? (segment.Array, segment.Offset) : (null, 0);
        }
    }

    // The source's array, if it is one: to ask the memory each time takes longer than what is mostly done with a few bytes of it.
    private byte[]? _array;
    private int _offset;

    /// <summary>The name of the encoding the page was read as, as the WHATWG Encoding standard writes it: <c>UTF-8</c>, <c>windows-1252</c>.</summary>
    public string EncodingName { get; internal set; } = "UTF-8";

    /// <summary>The quirks mode that the doctype asks for.</summary>
    public HtmlQuirksMode QuirksMode { get; internal set; }

    /// <summary>Parses a page from its bytes, in whatever encoding they are.</summary>
    /// <param name="page">The bytes; they are not copied when they are valid UTF-8, and must then not change while the document is in use.</param>
    /// <param name="options">How to parse; the defaults when left out.</param>
    public static HtmlDocument Parse(ReadOnlyMemory<byte> page, HtmlParseOptions? options = null) => new HtmlParser(options ?? new()).Parse(page);

    /// <summary>Parses a page from text.</summary>
    public static HtmlDocument Parse(string page, HtmlParseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new HtmlParser(options ?? new()).ParseUtf8(Encoding.UTF8.GetBytes(page));
    }

    /// <summary>The node with an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="NodeCount"/>.</exception>
    public HtmlNode this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, NodeCount);
            return new(this, index);
        }
    }

    /// <summary>The name that an id stands for, in UTF-8.</summary>
    public ReadOnlySpan<byte> NameOf(int nameId) => Names[nameId];

    /// <summary>The id of a name in this document, or 0 when the document does not have it.</summary>
    public int FindName(ReadOnlySpan<byte> name) => Names.Find(name);

    internal ReadOnlySpan<byte> BytesOf(Utf8Slice slice) =>
        slice.Start < 0 ? Side.Span(~slice.Start, slice.Length)
        : _array is not null ? new(_array, _offset + slice.Start, slice.Length)
        : Source.Span.Slice(slice.Start, slice.Length);

    /// <summary>The bytes of a slice and what stands behind them in the same memory, so that a reader may load whole vectors.</summary>
    internal ReadOnlySpan<byte> BytesFrom(Utf8Slice slice) =>
        slice.Start < 0 ? Side.From(~slice.Start)
        : _array is not null ? new(_array, _offset + slice.Start, Source.Length - slice.Start)
        : Source.Span[slice.Start..];

    /// <summary>The decoded value of a row of the attribute table.</summary>
    internal ReadOnlySpan<byte> ValueOf(int attribute)
    {
        ref AttributeRow row = ref AttributeRows[attribute];
        if (Volatile.Read(ref row.IsRaw))
            DecodeValue(ref row);
        return BytesOf(row.Value);
    }

    /// <summary>Decodes a value that was left as it is. Others may read the document meanwhile: what they have of the side buffer stays, and the row is said to be decoded when it is.</summary>
    private void DecodeValue(ref AttributeRow row)
    {
        lock (Side)
        {
            if (!row.IsRaw)
                return;
            Utf8Slice decoded = TextDecoder.DecodeValue(Source.Span, row.ValueStart, row.ValueStart + row.ValueLength, Side);
            row.ValueStart = decoded.Start;
            row.ValueLength = decoded.Length;
            Volatile.Write(ref row.IsRaw, false);
        }
    }

    internal void Clear()
    {
        Nodes.Clear();
        AttributeRows.Clear();
        Names.Clear();
        Side.Clear();
        QuirksMode = HtmlQuirksMode.NoQuirks;
    }
}

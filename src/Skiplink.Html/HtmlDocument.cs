using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Names;
using Skiplink.Html.References;

namespace Skiplink.Html;

/// <summary>
/// A parsed page: the owner of the tables of its nodes, attributes, names and text. <see cref="HtmlNode"/> is a handle into it.
/// </summary>
/// <remarks>
/// Safe to read from several threads. A document that was returned by a <see cref="HtmlParser"/> is overwritten by its next page.
/// </remarks>
public sealed class HtmlDocument
{
    internal HtmlDocument()
    {
    }

    internal NodeTable Nodes { get; } = new();

    internal AttributeTable AttributeRows { get; } = new();

    internal NameTable Names { get; } = new();

    internal Utf8Storage Text { get; } = new();

    /// <summary>The document node, the root of the tree.</summary>
    public HtmlNode Root => new(this, 0);

    /// <summary>The <c>html</c> element, which every parsed page has; the document node for a fragment.</summary>
    public HtmlNode DocumentElement => Root.FirstChildElement(HtmlNames.Html) is { IsNone: false } html ? html : Root;

    /// <summary>The <c>head</c> element, or none.</summary>
    public HtmlNode Head => DocumentElement.FirstChildElement(HtmlNames.Head);

    /// <summary>The <c>body</c> element (or <c>frameset</c>), or none.</summary>
    public HtmlNode Body => DocumentElement.FirstChildElement(HtmlNames.Body) is { IsNone: false } body
        ? body
        : DocumentElement.FirstChildElement(HtmlNames.Frameset);

    /// <summary>
    /// The number of nodes that were created, including the document; <see cref="HtmlNode.Index"/> of every node is less than it.
    /// </summary>
    public int NodeCount => Nodes.Count;

    /// <summary>
    /// The page as UTF-8, without its byte order mark; source positions refer to it. It is the input itself unless that had to be
    /// transcoded.
    /// </summary>
    public ReadOnlyMemory<byte> Source => Text.Source;

    /// <summary>
    /// The name of the encoding that the page was decoded from, as in the WHATWG Encoding standard: <c>UTF-8</c>, <c>windows-1252</c>.
    /// </summary>
    public string EncodingName { get; private set; } = "UTF-8";

    /// <summary>The quirks mode that follows from the doctype.</summary>
    public HtmlQuirksMode QuirksMode => Nodes.QuirksMode;

    /// <summary>Parses a page from its bytes in any encoding.</summary>
    /// <param name="page">The bytes. Valid UTF-8 is not copied and must not change while the document is in use.</param>
    /// <param name="options">How to parse; null for the defaults.</param>
    public static HtmlDocument Parse(ReadOnlyMemory<byte> page, HtmlParseOptions? options = null) =>
        new HtmlParser(options ?? new()).Parse(page);

    /// <summary>Parses a page from text.</summary>
    public static HtmlDocument Parse(string page, HtmlParseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new HtmlParser(options ?? new()).ParseUtf8(Encoding.UTF8.GetBytes(page));
    }

    /// <summary>The node at an index, from 0 (the document) to <see cref="NodeCount"/> - 1, in the order of creation.</summary>
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

    /// <summary>The name of an id, in UTF-8.</summary>
    public ReadOnlySpan<byte> NameOf(int nameId) => Names[nameId];

    /// <summary>The id of a name in this document, or 0 if nothing in the document has it.</summary>
    public int FindName(ReadOnlySpan<byte> name) => Names.Find(name);

    internal ReadOnlySpan<byte> BytesOf(Utf8Slice slice) => Text.BytesOf(slice);

    /// <summary>The bytes of a slice and those after it in the same memory, so that a reader may load whole vectors.</summary>
    internal ReadOnlySpan<byte> BytesFrom(Utf8Slice slice) => Text.BytesFrom(slice);

    /// <summary>The decoded value of a row of the attribute table.</summary>
    internal ReadOnlySpan<byte> ValueOf(int attribute) => AttributeValues.Of(AttributeRows, attribute, Text);

    /// <summary>Removes the last page and starts a new one.</summary>
    internal void Begin(ReadOnlyMemory<byte> source, string encodingName)
    {
        Nodes.Clear();
        AttributeRows.Clear();
        Names.Clear();
        Text.Decoded.Clear();
        Text.Source = source;
        EncodingName = encodingName;
    }
}

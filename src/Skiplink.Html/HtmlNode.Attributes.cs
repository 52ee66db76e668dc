using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Html;

/// <summary>The attributes of an element.</summary>
public readonly partial struct HtmlNode
{
    /// <summary>The number of attributes of an element; 0 for other nodes.</summary>
    public int AttributeCount => Row.Kind == HtmlNodeKind.Element ? Row.DataLength : 0;

    /// <summary>The attributes of an element; empty for other nodes.</summary>
    public HtmlAttributes Attributes => IsElement ? new(Document, Row.DataStart, Row.DataLength) : default;

    /// <summary>The attribute at an index, in the order of the source.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="AttributeCount"/>.</exception>
    public HtmlAttribute Attribute(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, AttributeCount);
        return new(Document, Row.DataStart + index);
    }

    /// <summary>Whether the element has an attribute with the given name id.</summary>
    public bool HasAttribute(int nameId)
    {
        foreach (ref readonly AttributeRow row in AttributeRows)
        {
            if (row.Name == nameId)
                return true;
        }
        return false;
    }

    /// <summary>Gets the decoded value of an attribute in UTF-8; false if the element does not have it.</summary>
    public bool TryGetAttribute(int nameId, out ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<AttributeRow> rows = AttributeRows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Name == nameId)
            {
                value = Document.ValueOf(Row.DataStart + i);
                return true;
            }
        }
        value = default;
        return false;
    }

    /// <summary>The decoded value of an attribute in UTF-8, or empty if the element does not have it.</summary>
    public ReadOnlySpan<byte> Utf8Attribute(int nameId) => TryGetAttribute(nameId, out ReadOnlySpan<byte> value) ? value : default;

    /// <summary>The decoded value of an attribute, or null if the element does not have it.</summary>
    public string? GetAttribute(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int id = IsElement ? Document.FindName(Encoding.UTF8.GetBytes(name)) : 0;
        return id != 0 && TryGetAttribute(id, out ReadOnlySpan<byte> value) ? Encoding.UTF8.GetString(value) : null;
    }

    private ReadOnlySpan<AttributeRow> AttributeRows => IsElement ? Document.AttributeRows.Span(Row.DataStart, Row.DataLength) : default;
}

/// <summary>One attribute of an element.</summary>
public readonly struct HtmlAttribute
{
    private readonly HtmlDocument _document;
    private readonly int _row;

    internal HtmlAttribute(HtmlDocument document, int row)
    {
        _document = document;
        _row = row;
    }

    /// <summary>The id of the name, to be compared with <see cref="HtmlNames"/>.</summary>
    public int NameId => _document.AttributeRows[_row].Name;

    /// <summary>The name with its prefix: <c>href</c>, <c>xlink:href</c>.</summary>
    public string Name => Encoding.UTF8.GetString(_document.NameOf(NameId));

    /// <summary>The namespace; only attributes of SVG and MathML elements have one.</summary>
    public AttributeNamespace Namespace => _document.AttributeRows[_row].Namespace;

    /// <summary>The decoded value in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8Value => _document.ValueOf(_row);

    /// <summary>The decoded value.</summary>
    public string Value => Encoding.UTF8.GetString(Utf8Value);
}

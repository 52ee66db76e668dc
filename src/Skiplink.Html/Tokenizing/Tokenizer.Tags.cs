using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;
using Skiplink.Html.Names;
using Skiplink.Html.Scanning;

namespace Skiplink.Html.Tokenizing;

/// <summary>Tags and their attributes (13.2.5.8, 13.2.5.32 to 13.2.5.40).</summary>
internal ref partial struct Tokenizer<TSink>
{
    /// <summary>Reads a tag whose name starts at <paramref name="name"/>; one that the page's end cuts off is dropped.</summary>
    private void ReadTag(int start, int name, bool isEndTag)
    {
        ReadOnlySpan<byte> source = _source;
        int i = name, nameId = ReadName(ref i, NameEnds.OfTag);
        _attributes.Rollback();
        bool selfClosing = false;
        if ((uint)i < (uint)source.Length && source[i] == '>')
            i++;
        else if (!ReadAttributes(ref i, out selfClosing))
        {
            _position = source.Length;
            return;
        }
        _position = i;
        TagToken tag = new()
        {
            Name = nameId,
            FirstAttribute = _attributes.Committed,
            AttributeCount = _attributes.Count - _attributes.Committed,
            SelfClosing = selfClosing,
            SourceStart = start,
            SourceEnd = i,
        };
        if (isEndTag)
        {
            _model = ContentModel.Data;
            _sink.EndTag(tag);
        }
        else
        {
            _lastStartTag = tag.Name;
            _model = _sink.StartTag(tag);
        }
    }

    /// <summary>Reads a name of at least one byte, whatever that is, to the byte that ends it, and returns its id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int ReadName(ref int position, NameEnds ends)
    {
        int start = position;
        if (ShortName.TryRead(_source, start, ends, out NameKey key, out int length))
        {
            position = start + length;
            return _names.Intern(key, length);
        }
        return ReadOddName(ref position, ends);
    }

    private readonly int ReadOddName(ref int position, NameEnds ends)
    {
        ReadOnlySpan<byte> source = _source;
        int i = position;
        bool changes = ByteClass.ChangesInName(source[i++]);
        while (i < source.Length && !(ends == NameEnds.OfTag ? ByteClass.EndsTag(source[i]) : ByteClass.EndsAttribute(source[i])))
            changes |= ByteClass.ChangesInName(source[i++]);
        int id = NameId(position, i, changes);
        position = i;
        return id;
    }

    /// <summary>Reads from behind the tag name to behind the <c>&gt;</c>; false when the page ends before it.</summary>
    private bool ReadAttributes(ref int position, out bool selfClosing)
    {
        ReadOnlySpan<byte> source = _source;
        _tagNumber++;
        selfClosing = false;
        int i = position;
        while (true)
        {
            // Before attribute name state, after attribute name state and self-closing start tag state.
            while ((uint)i < (uint)source.Length && ByteClass.IsSpace(source[i]))
                i++;
            if ((uint)i >= (uint)source.Length)
                return false;
            if (source[i] == '>')
            {
                position = i + 1;
                return true;
            }
            if (source[i] == '/')
            {
                i++;
                selfClosing = i < source.Length && source[i] == '>';
                continue;
            }

            // Attribute name state; an equals sign at its start belongs to it.
            int name = ReadName(ref i, NameEnds.OfAttribute);
            while ((uint)i < (uint)source.Length && ByteClass.IsSpace(source[i]))
                i++;
            if ((uint)i >= (uint)source.Length)
                return false;
            Utf8Slice value = default;
            if (source[i] == '=' && !ReadValue(ref i, out value))
                return false;
            AddAttribute(name, value);
        }
    }

    /// <summary>Reads an attribute's value from its equals sign on; false when the page ends in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool ReadValue(ref int position, out Utf8Slice value)
    {
        ReadOnlySpan<byte> source = _source;
        value = default;
        int i = position + 1;
        while ((uint)i < (uint)source.Length && ByteClass.IsSpace(source[i]))
            i++;
        if ((uint)i >= (uint)source.Length)
            return false;
        byte quote = source[i];
        if (quote is not ((byte)'"' or (byte)'\''))
            return ReadUnquotedValue(i, ref position, out value);
        i++;
        int length = TextScan.Find(source, i, quote);
        if ((uint)(i + length) >= (uint)source.Length)
            return false;
        if (source[i + length] == quote)
        {
            value = new(i, length);
            position = i + length + 1;
            return true;
        }
        return ReadDecodedValue(i, i + length, quote, ref position, out value);
    }

    /// <summary>Reads a quoted value that has at <paramref name="special"/> a byte that does not stay as it is.</summary>
    private readonly bool ReadDecodedValue(int start, int special, byte quote, ref int position, out Utf8Slice value)
    {
        value = default;
        int rest = _source[special..].IndexOf(quote);
        if (rest < 0)
            return false;
        value = Value(start, special + rest);
        position = special + rest + 1;
        return true;
    }

    private readonly bool ReadUnquotedValue(int start, ref int position, out Utf8Slice value)
    {
        ReadOnlySpan<byte> source = _source;
        value = default;
        int i = start;
        while (i < source.Length && !ByteClass.EndsUnquoted(source[i]))
            i++;
        if (i >= source.Length)
            return false;
        value = Value(start, i);
        position = i;
        return true;
    }

    private readonly Utf8Slice Value(int start, int end)
    {
        ReadOnlySpan<byte> text = _source[start..end];
        if (text.IndexOfAny((byte)'&', (byte)'\r', (byte)0) < 0)
            return new(start, text.Length);
        int written = _side.Count;
        Decode(text, decodeReferences: true, inAttribute: true);
        return Utf8Slice.OfSideBuffer(written, _side.Count - written);
    }

    /// <summary>Adds an attribute unless the tag has one of that name.</summary>
    private void AddAttribute(int name, Utf8Slice value)
    {
        if (name >= _lastSeenOnTag.Length)
            Array.Resize(ref _lastSeenOnTag, Math.Max(name + 1, _lastSeenOnTag.Length * 2));
        if (_lastSeenOnTag[name] == _tagNumber)
            return;
        _lastSeenOnTag[name] = _tagNumber;
        _attributes.Add(name, value);
    }

    /// <summary>The id of the name in lower case, U+0000 as U+FFFD.</summary>
    private readonly int NameId(int start, int end, bool changes)
    {
        ReadOnlySpan<byte> name = _source[start..end];
        if (!changes)
            return _names.Intern(name);
        int written = _side.Count;
        AddLowerCase(name);
        int id = _names.Intern(_side.Span(written, _side.Count - written));
        _side.Truncate(written);
        return id;
    }

    private readonly void AddLowerCase(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (b == 0)
                _side.Add(ReplacementCharacter);
            else
                _side.Add(b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b);
        }
    }
}

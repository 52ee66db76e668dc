using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;
using Skiplink.Html.Names;
using Skiplink.Html.References;
using Skiplink.Html.Scanning;

namespace Skiplink.Html.Tokenizing;

/// <summary>Tags and their attributes (13.2.5.8, 13.2.5.32 to 13.2.5.40).</summary>
internal ref partial struct Tokenizer<TSink>
{
    /// <summary>The result for a tag that is cut off by the end of the page.</summary>
    private static (int End, bool SelfClosing) Cut => (-1, false);

    /// <summary>
    /// Reads a tag whose name starts at <paramref name="name"/>. A tag that is cut off by the end of the page is dropped.
    /// </summary>
    private void ReadTag(int start, int name, bool isEndTag)
    {
        ReadOnlySpan<byte> source = _source;
        int nameId = ReadName(source, name, NameEnds.OfTag, out int i);
        _attributes.Rollback();
        bool selfClosing = false;
        if ((uint)i < (uint)source.Length && source[i] == '>')
        {
            i++;
        }
        else
        {
            (i, selfClosing) = ReadAttributes(i);
            if (i < 0)
            {
                _position = source.Length;
                return;
            }
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

    /// <summary>Emits an end tag without attributes.</summary>
    private void EmitEndTag(int start, int name, int end)
    {
        _attributes.Rollback();
        _position = end;
        _model = ContentModel.Data;
        _sink.EndTag(new() { Name = name, FirstAttribute = _attributes.Committed, SourceStart = start, SourceEnd = end });
    }

    /// <summary>Reads a name up to its delimiter and returns its id. The first byte belongs to the name whatever it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int ReadName(ReadOnlySpan<byte> source, int start, NameEnds ends, out int end)
    {
        if (ShortName.TryRead(source, start, ends, out NameKey key, out int length))
        {
            end = start + length;
            return _names.Intern(key, length);
        }
        (int id, end) = ReadUncommonName(start, ends);
        return id;
    }

    private readonly (int Id, int End) ReadUncommonName(int start, NameEnds ends)
    {
        ReadOnlySpan<byte> source = _source;
        int i = start;
        bool changes = ByteClass.ChangesInName(source[i++]);
        i = ShortName.Skip(source, i, ends, ref changes);
        while (i < source.Length && !(ends == NameEnds.OfTag ? ByteClass.EndsTag(source[i]) : ByteClass.EndsAttribute(source[i])))
            changes |= ByteClass.ChangesInName(source[i++]);
        return (NameId(start, i, changes), i);
    }

    /// <summary>
    /// Reads attributes up to and including the <c>&gt;</c>. Returns the position after it, and whether <c>/</c> precedes it; -1 if the
    /// page ends before.
    /// </summary>
    private (int End, bool SelfClosing) ReadAttributes(int i)
    {
        // No position is passed by reference, so that all stay in registers.
        ReadOnlySpan<byte> source = _source;
        _tagNumber++;
        while ((uint)i < (uint)source.Length)
        {
            // Before attribute name state, after attribute name state and self-closing start tag state.
            byte b = source[i];
            if (ByteClass.IsSpace(b))
            {
                i++;
                continue;
            }
            if (b == '>')
                return (i + 1, false);
            if (b == '/')
            {
                i++;
                if ((uint)i < (uint)source.Length && source[i] == '>')
                    return (i + 1, true);
                continue;
            }

            // Attribute name state; an equals sign at its start belongs to the name. The search for the end of a value in double quotes
            // starts before the start of the value is known, so that the processor can do both at once.
            TextScan.Window window = TextScan.WindowAt(source, i);
            int name = ReadName(source, i, NameEnds.OfAttribute, out i);
            while ((uint)i < (uint)source.Length && ByteClass.IsSpace(source[i]))
                i++;
            if ((uint)i >= (uint)source.Length)
                return Cut;
            Utf8Slice value = default;
            bool isRaw = false;
            if (source[i] == '=')
            {
                i++;
                while ((uint)i < (uint)source.Length && ByteClass.IsSpace(source[i]))
                    i++;
                if ((uint)i >= (uint)source.Length)
                    return Cut;
                byte quote = source[i];
                if (quote is (byte)'"' or (byte)'\'')
                {
                    int start = i + 1;
                    i = quote == '"' ? window.Find(source, start) : TextScan.Find(source, start, quote);
                    if ((uint)i >= (uint)source.Length)
                        return Cut;
                    value = new(start, i - start);
                    if (source[i] != quote)
                    {
                        // A byte that has to be decoded.
                        int more = source[i..].IndexOf(quote);
                        if (more < 0)
                            return Cut;
                        i += more;
                        value = DecodedValue(name, start, i, out isRaw);
                    }
                    i++;
                }
                else
                {
                    int start = i;
                    while ((uint)i < (uint)source.Length && !ByteClass.EndsUnquoted(source[i]))
                        i++;
                    if ((uint)i >= (uint)source.Length)
                        return Cut;
                    value = _source[start..i].IndexOfAny((byte)'&', (byte)'\r', (byte)0) < 0
                        ? new(start, i - start)
                        : DecodedValue(name, start, i, out isRaw);
                }
            }
            AddAttribute(name, value, isRaw);
        }
        return Cut;
    }

    /// <summary>
    /// The decoded value of an attribute. Values of names that are not known at compile time are rarely read and often hold data for
    /// scripts, so they stay raw (<paramref name="isRaw"/>) until they are.
    /// </summary>
    private readonly Utf8Slice DecodedValue(int name, int start, int end, out bool isRaw)
    {
        isRaw = name > HtmlNames.LastKnown;
        return isRaw ? new(start, end - start) : TextDecoder.DecodeValue(_source, start, end, _decoded);
    }

    /// <summary>Adds an attribute unless the tag already has one of that name.</summary>
    private void AddAttribute(int name, Utf8Slice value, bool isRaw)
    {
        if (name >= _lastSeenOnTag.Length)
            Array.Resize(ref _lastSeenOnTag, Math.Max(name + 1, _lastSeenOnTag.Length * 2));
        if (_lastSeenOnTag[name] == _tagNumber)
            return;
        _lastSeenOnTag[name] = _tagNumber;
        _attributes.Add(name, value, isRaw);
    }

    /// <summary>The id of the name in lower case, U+0000 as U+FFFD.</summary>
    private readonly int NameId(int start, int end, bool changes)
    {
        ReadOnlySpan<byte> name = _source[start..end];
        if (!changes)
            return _names.Intern(name);
        int written = _decoded.Count;
        AddLowerCase(name);
        int id = _names.Intern(_decoded.Span(written, _decoded.Count - written));
        _decoded.Truncate(written);
        return id;
    }

    private readonly void AddLowerCase(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (b == 0)
                _decoded.Add(TextDecoder.ReplacementCharacter);
            else
                _decoded.Add(b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b);
        }
    }
}

using Skiplink.Html.Arena;
using Skiplink.Html.Names;
using Skiplink.Html.References;
using Skiplink.Html.Scanning;

namespace Skiplink.Html.Tokenizing;

/// <summary>
/// Character data: the data state (13.2.5.1), CDATA sections, and the decoding of text that differs from the source.
/// </summary>
internal ref partial struct Tokenizer<TSink>
{
    /// <summary>Text and markup in turn, until the content model changes or the page ends.</summary>
    private void ReadData()
    {
        do
        {
            int start = _position;
            if (_source[start] != '<')
            {
                int end = TextScan.Find(_source, start, (byte)'<');
                if ((uint)end >= (uint)_source.Length || _source[end] == '<')
                {
                    _position = end;
                    _sink.Characters(new(start, end - start), start, end);
                }
                else
                {
                    int more = _source[end..].IndexOf((byte)'<');
                    _position = more < 0 ? _source.Length : end + more;
                    EmitDecoded(start, _position, decodeReferences: true, replaceNull: false);
                }
                if (_position == _source.Length)
                    return;
            }
            ReadMarkup();
        }
        while (_model == ContentModel.Data && _position < _source.Length);
    }

    /// <summary>The tag open state (13.2.5.6), at a <c>&lt;</c>.</summary>
    private void ReadMarkup()
    {
        int start = _position;
        byte next = start + 1 < _source.Length ? _source[start + 1] : (byte)0;
        if (ByteClass.IsAlpha(next))
        {
            ReadTag(start, start + 1, isEndTag: false);
        }
        else if (next == '/')
        {
            ReadEndTagOpen(start);
        }
        else if (next == '!')
        {
            ReadMarkupDeclaration(start);
        }
        else if (next == '?')
        {
            ReadBogusComment(start, start + 1);
        }
        else
        {
            _position = start + 1;
            _sink.Characters(new(start, 1), start, start + 1);
        }
    }

    /// <summary>The end tag open state (13.2.5.7), at <c>&lt;/</c>.</summary>
    private void ReadEndTagOpen(int start)
    {
        int name = start + 2;
        if (KnownNames.IsAt(_sink.LikelyEndTag, _source, name, out int length))
        {
            EmitEndTag(start, _sink.LikelyEndTag, name + length + 1);
        }
        else if (name == _source.Length)
        {
            _position = name;
            _sink.Characters(new(start, 2), start, name);
        }
        else if (ByteClass.IsAlpha(_source[name]))
        {
            ReadTag(start, name, isEndTag: true);
        }
        else if (_source[name] == '>')
        {
            _position = name + 1;
        }
        else
        {
            ReadBogusComment(start, name);
        }
    }

    /// <summary>The CDATA section state (13.2.5.69): up to <c>]]&gt;</c>.</summary>
    private void ReadCDataSection()
    {
        int start = _position;
        int length = _source[start..].IndexOf("]]>"u8);
        int end = length < 0 ? _source.Length : start + length;
        EmitCharacters(start, end, decodeReferences: false, replaceNull: false);
        _position = length < 0 ? end : end + 3;
        _model = ContentModel.Data;
    }

    /// <summary>Emits the text of RCDATA, RAWTEXT, script data or PLAINTEXT, in which U+0000 becomes U+FFFD.</summary>
    private void EmitRawText(int start, int end, bool decodeReferences) => EmitCharacters(start, end, decodeReferences, replaceNull: true);

    private void EmitCharacters(int start, int end, bool decodeReferences, bool replaceNull)
    {
        if (start == end)
            return;
        ReadOnlySpan<byte> text = _source[start..end];
        if (text.IndexOfAny((byte)'\r', (byte)0) < 0 && !(decodeReferences && text.Contains((byte)'&')))
            _sink.Characters(new(start, text.Length), start, end);
        else
            EmitDecoded(start, end, decodeReferences, replaceNull);
    }

    /// <summary>Emits text with character references, carriage returns or U+0000, decoded.</summary>
    private void EmitDecoded(int start, int end, bool decodeReferences, bool replaceNull)
    {
        int from = start;
        while (from < end)
        {
            int stop = end;
            if (!replaceNull)
            {
                int zero = _source[from..end].IndexOf((byte)0);
                if (zero == 0)
                {
                    _sink.Null(from);
                    from++;
                    continue;
                }
                stop = zero < 0 ? end : from + zero;
            }
            int written = _decoded.Count;
            Decode(from, stop, decodeReferences, inAttribute: false);
            if (_decoded.Count > written)
                _sink.Characters(Utf8Slice.OfDecoded(written, _decoded.Count - written), from, stop);
            from = stop;
        }
    }

    private readonly void Decode(int start, int end, bool decodeReferences, bool inAttribute) =>
        TextDecoder.Decode(_source, start, end, decodeReferences, inAttribute, _decoded);

    /// <summary>The text of a comment or doctype: a slice of the source unless a carriage return or U+0000 has to be replaced.</summary>
    private readonly Utf8Slice Clean(int start, int end)
    {
        ReadOnlySpan<byte> text = _source[start..end];
        if (text.IndexOfAny((byte)'\r', (byte)0) < 0)
            return new(start, text.Length);
        int written = _decoded.Count;
        Decode(start, end, decodeReferences: false, inAttribute: false);
        return Utf8Slice.OfDecoded(written, _decoded.Count - written);
    }
}

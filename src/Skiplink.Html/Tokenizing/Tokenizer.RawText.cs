using Skiplink.Html.Scanning;

namespace Skiplink.Html.Tokenizing;

/// <summary>RCDATA, RAWTEXT and script data (13.2.5.2 to 13.2.5.4, 13.2.5.9 to 13.2.5.31): text up to the end tag of its element.</summary>
internal ref partial struct Tokenizer<TSink>
{
    private void ReadRawText()
    {
        int start = _position;
        ReadOnlySpan<byte> name = _lastStartTag == 0 ? default : _names[_lastStartTag];
        bool changes = name.IsEmpty;
        int end = name.IsEmpty ? _source.Length
            : _model == ContentModel.ScriptData ? FindScriptEnd(start, name, ref changes)
            : FindEndTag(start, name, ref changes);
        if (changes || _model == ContentModel.Rcdata)
            EmitRawText(start, end, decodeReferences: _model == ContentModel.Rcdata);
        else if (start < end)
            _sink.Characters(new(start, end - start), start, end);
        _position = end;
        if (end < _source.Length)
            ReadTag(end, end + 2, isEndTag: true);
    }

    /// <summary>Where the next appropriate end tag starts, or the end of the page.</summary>
    private readonly int FindEndTag(int from, ReadOnlySpan<byte> name, ref bool changes)
    {
        while (true)
        {
            from = RawTextScan.Find(_source, from, ref changes);
            if (from == _source.Length || (_source[from + 1] == '/' && IsTagNamed(from + 2, name)))
                return from;
            from++;
        }
    }

    /// <summary>Whether a whole tag name at a position is the given one, in any case.</summary>
    private readonly bool IsTagNamed(int position, ReadOnlySpan<byte> name)
    {
        int end = position + name.Length;
        if (end >= _source.Length || !ByteClass.EndsTag(_source[end]))
            return false;
        for (int i = 0; i < name.Length; i++)
        {
            byte b = _source[position + i];
            if ((b is >= (byte)'A' and <= (byte)'Z' ? b | 0x20 : b) != name[i])
                return false;
        }
        return true;
    }

    /// <summary>
    /// The position of the script's end tag. Script data inside <c>&lt;!-- … --&gt;</c> is escaped, and from <c>&lt;script</c> in there to
    /// <c>&lt;/script</c> double escaped; only there an end tag does not end the script.
    /// </summary>
    private readonly int FindScriptEnd(int from, ReadOnlySpan<byte> name, ref bool changes)
    {
        ReadOnlySpan<byte> source = _source;
        while (true)
        {
            from = RawTextScan.Find(source, from, ref changes);
            if (from == source.Length)
                return from;
            if (source[from + 1] == '/')
            {
                if (IsTagNamed(from + 2, name))
                    return from;
                from += 2;
            }
            else if (source[from..].StartsWith("<!--"u8))
            {
                // The two dashes may already be those of the closing "-->". The escaped part is not searched for changes, so assume some.
                changes = true;
                from = FindEscapedEnd(from + 2, name, out bool isEndTag);
                if (isEndTag || from == source.Length)
                    return from;
            }
            else
            {
                from++;
            }
        }
    }

    /// <summary>
    /// Finds the end of escaped script data that starts at the dashes of <c>&lt;!--</c>: the position after <c>--&gt;</c>, or that of the
    /// end tag that ends the script.
    /// </summary>
    private readonly int FindEscapedEnd(int from, ReadOnlySpan<byte> name, out bool isEndTag)
    {
        ReadOnlySpan<byte> source = _source;
        bool doubly = false;
        isEndTag = false;
        while (true)
        {
            int step = source[from..].IndexOfAny((byte)'<', (byte)'-');
            if (step < 0)
                return source.Length;
            from += step;
            if (source[from] == '-')
            {
                if (source[from..].StartsWith("-->"u8))
                    return from + 3;
                from++;
            }
            else if (from + 1 < source.Length && source[from + 1] == '/')
            {
                if (!doubly && IsTagNamed(from + 2, name))
                {
                    isEndTag = true;
                    return from;
                }
                doubly &= !IsTagNamed(from + 2, "script"u8);
                from += 2;
            }
            else
            {
                doubly |= IsTagNamed(from + 1, "script"u8);
                from++;
            }
        }
    }
}

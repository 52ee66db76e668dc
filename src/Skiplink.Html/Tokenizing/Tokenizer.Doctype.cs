using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Scanning;

namespace Skiplink.Html.Tokenizing;

/// <summary>Document type declarations (13.2.5.53 to 13.2.5.68).</summary>
internal ref partial struct Tokenizer<TSink>
{
    private void ReadDoctype(int start)
    {
        ReadOnlySpan<byte> source = _source;
        int i = SkipSpace(start + 9);
        int name = i;
        while (i < source.Length && source[i] != '>' && !ByteClass.IsSpace(source[i]))
            i++;
        Utf8Slice nameSlice = LowerCase(name, i);
        bool hasName = i > name;
        i = SkipSpace(i);

        Utf8Slice publicId = default, systemId = default;
        bool hasPublic = false, hasSystem = false, quirks = !hasName;
        if (i < source.Length && source[i] != '>')
        {
            bool isPublic = IsKeyword(i, "public"u8);
            if (isPublic || IsKeyword(i, "system"u8))
            {
                i = SkipSpace(i + 6);
                if (isPublic)
                {
                    hasPublic = ReadIdentifier(ref i, ref publicId, ref quirks);
                    i = SkipSpace(i);
                }
                // After a public identifier the system identifier may be missing; after SYSTEM, and after PUBLIC without one, it may not.
                bool mayEnd = isPublic && hasPublic && i < source.Length && source[i] == '>';
                if (!mayEnd && !(isPublic && !hasPublic))
                    hasSystem = ReadIdentifier(ref i, ref systemId, ref quirks);
            }
            else
            {
                quirks = true;
            }
        }
        // The rest up to ">" is the bogus DOCTYPE state, which does not force quirks; the end of the page before ">" does.
        i = SkipSpace(i);
        quirks |= i >= source.Length;
        int close = i < source.Length ? source[i..].IndexOf((byte)'>') : -1;
        _position = close < 0 ? source.Length : i + close + 1;
        _sink.Doctype(new()
        {
            Name = nameSlice,
            HasName = hasName,
            PublicId = publicId,
            HasPublicId = hasPublic,
            SystemId = systemId,
            HasSystemId = hasSystem,
            ForceQuirks = quirks,
            SourceStart = start,
            SourceEnd = _position,
        });
    }

    /// <summary>
    /// Reads a quoted identifier. An unquoted one counts as absent and forces quirks mode; one that is cut off by <c>&gt;</c> or by the end
    /// of the page forces it too.
    /// </summary>
    private readonly bool ReadIdentifier(ref int position, ref Utf8Slice value, ref bool quirks)
    {
        if (position >= _source.Length || _source[position] is not ((byte)'"' or (byte)'\''))
        {
            quirks = true;
            return false;
        }
        byte quote = _source[position];
        int start = position + 1;
        int length = _source[start..].IndexOfAny(quote, (byte)'>');
        int end = length < 0 ? _source.Length : start + length;
        value = Clean(start, end);
        bool closed = end < _source.Length && _source[end] == quote;
        quirks |= !closed;
        position = closed ? end + 1 : end;
        return true;
    }

    private readonly bool IsKeyword(int position, ReadOnlySpan<byte> keyword) =>
        position + keyword.Length <= _source.Length && Ascii.EqualsIgnoreCase(_source.Slice(position, keyword.Length), keyword);

    private readonly int SkipSpace(int position)
    {
        while (position < _source.Length && ByteClass.IsSpace(_source[position]))
            position++;
        return position;
    }

    private readonly Utf8Slice LowerCase(int start, int end)
    {
        bool changes = false;
        foreach (byte b in _source[start..end])
            changes |= ByteClass.ChangesInName(b);
        if (!changes)
            return new(start, end - start);
        int written = _decoded.Count;
        AddLowerCase(_source[start..end]);
        return Utf8Slice.OfDecoded(written, _decoded.Count - written);
    }
}

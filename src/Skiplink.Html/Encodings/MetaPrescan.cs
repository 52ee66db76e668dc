using System.Buffers;

namespace Skiplink.Html.Encodings;

/// <summary>
/// Looks for a declaration of the encoding in the first bytes of a page: "prescan a byte stream to determine its encoding" of the HTML
/// standard (13.2.3.2).
/// </summary>
internal ref struct MetaPrescan
{
    private static readonly SearchValues<byte> TagNameEnds = SearchValues.Create(" \t\n\f\r>"u8);
    private static readonly SearchValues<byte> LabelEnds = SearchValues.Create(" \t\n\f\r;"u8);

    private readonly ReadOnlySpan<byte> _page;
    private int _at;
    private bool _tagEnded;

    private MetaPrescan(ReadOnlySpan<byte> page) => _page = page;

    /// <summary>The name of the declared encoding, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> page) => new MetaPrescan(page).Find() ?? XmlDeclaration(page);

    private string? Find()
    {
        while (true)
        {
            int tag = _page[_at..].IndexOf((byte)'<');
            if (tag < 0)
                return null;
            _at += tag;
            ReadOnlySpan<byte> rest = _page[_at..];
            if (rest.StartsWith("<!--"u8))
            {
                // The two hyphens of <!-- may also be those of -->.
                int end = rest[2..].IndexOf("-->"u8);
                if (end < 0)
                    return null;
                _at += 2 + end + 3;
            }
            else if (rest.Length > 5 && EqualsLower(rest[1..5], "meta"u8) && (IsSpace(rest[5]) || rest[5] == '/'))
            {
                _at += 5;
                if (Meta() is { } found)
                    return found;
            }
            else if (rest.Length > 1 && (IsLetter(rest[1]) || (rest.Length > 2 && rest[1] == '/' && IsLetter(rest[2]))))
            {
                int end = rest[1..].IndexOfAny(TagNameEnds);
                if (end < 0)
                    return null;
                _at += 1 + end;
                while (NextAttribute(out _, out _))
                {
                }
            }
            else if (rest.Length > 1 && rest[1] is (byte)'!' or (byte)'/' or (byte)'?')
            {
                int end = rest.IndexOf((byte)'>');
                if (end < 0)
                    return null;
                _at += end + 1;
            }
            else
            {
                _at++;
            }
        }
    }

    private string? Meta()
    {
        bool gotPragma = false, hasName = false, hasContent = false, hasCharset = false;
        bool? needPragma = null;
        string? encoding = null;
        while (NextAttribute(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value))
        {
            if (EqualsLower(name, "http-equiv"u8) && !hasName)
            {
                hasName = true;
                gotPragma = EqualsLower(value, "content-type"u8);
            }
            else if (EqualsLower(name, "content"u8) && !hasContent)
            {
                hasContent = true;
                if (encoding is null && FromContent(value) is { } found)
                    (encoding, needPragma) = (found, true);
            }
            else if (EqualsLower(name, "charset"u8) && !hasCharset)
            {
                hasCharset = true;
                (encoding, needPragma) = (PageEncodings.ByLabel(value), false);
            }
        }
        // A tag that is cut off by the end of the bytes does not count.
        return !_tagEnded || needPragma is null || (needPragma.Value && !gotPragma) ? null : Usable(encoding);
    }

    private static string? Usable(string? encoding) => encoding switch
    {
        "UTF-16BE" or "UTF-16LE" => PageEncodings.Utf8,
        "x-user-defined" => PageEncodings.Windows1252,
        _ => encoding,
    };

    /// <summary>"Get an attribute": false at the end of the tag, which is skipped, or at the end of the bytes.</summary>
    private bool NextAttribute(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = default;
        _tagEnded = false;
        while (_at < _page.Length && (IsSpace(_page[_at]) || _page[_at] == '/'))
            _at++;
        if (_at >= _page.Length)
            return false;
        if (_page[_at] == '>')
        {
            _at++;
            _tagEnded = true;
            return false;
        }
        int start = _at;
        while (_at < _page.Length && !IsSpace(_page[_at]) && _page[_at] is not ((byte)'/' or (byte)'>')
            && (_page[_at] != '=' || _at == start))
            _at++;
        name = _page[start.._at];
        SkipSpace();
        if (_at >= _page.Length || _page[_at] != '=')
            return _at < _page.Length;
        _at++;
        SkipSpace();
        if (_at >= _page.Length)
            return false;
        byte quote = _page[_at];
        if (quote is (byte)'"' or (byte)'\'')
        {
            int length = _page[(_at + 1)..].IndexOf(quote);
            if (length < 0)
            {
                _at = _page.Length;
                return false;
            }
            value = _page.Slice(_at + 1, length);
            _at += length + 2;
            return true;
        }
        start = _at;
        while (_at < _page.Length && !IsSpace(_page[_at]) && _page[_at] != '>')
            _at++;
        value = _page[start.._at];
        return _at < _page.Length;
    }

    /// <summary>"Extracting a character encoding from a meta element": the label after <c>charset=</c>.</summary>
    private static string? FromContent(ReadOnlySpan<byte> content)
    {
        for (int at = 0; at + 7 <= content.Length; at++)
        {
            if (!EqualsLower(content.Slice(at, 7), "charset"u8))
                continue;
            ReadOnlySpan<byte> rest = content[(at + 7)..].TrimStart(" \t\n\f\r"u8);
            if (!rest.StartsWith("="u8))
                continue;
            rest = rest[1..].TrimStart(" \t\n\f\r"u8);
            if (rest.IsEmpty)
                return null;
            int end;
            if (rest[0] is (byte)'"' or (byte)'\'')
            {
                end = rest[1..].IndexOf(rest[0]);
                return end < 0 ? null : PageEncodings.ByLabel(rest.Slice(1, end));
            }
            end = rest.IndexOfAny(LabelEnds);
            return PageEncodings.ByLabel(end < 0 ? rest : rest[..end]);
        }
        return null;
    }

    /// <summary>"Get an XML encoding": the encoding of an XML declaration, which pages served as HTML may carry.</summary>
    private static string? XmlDeclaration(ReadOnlySpan<byte> page)
    {
        if (!page.StartsWith("<?xml"u8) || page.IndexOf((byte)'>') is not (> 0 and int end))
            return null;
        ReadOnlySpan<byte> declaration = page[..end];
        int at = declaration.IndexOf("encoding"u8);
        if (at < 0)
            return null;
        ReadOnlySpan<byte> rest = declaration[(at + 8)..].TrimStart(" \t\n\f\r"u8);
        if (!rest.StartsWith("="u8))
            return null;
        rest = rest[1..].TrimStart(" \t\n\f\r"u8);
        if (rest.IsEmpty || rest[0] is not ((byte)'"' or (byte)'\''))
            return null;
        int length = rest[1..].IndexOf(rest[0]);
        return length < 0 ? null : Usable(PageEncodings.ByLabel(rest.Slice(1, length)));
    }

    private void SkipSpace()
    {
        while (_at < _page.Length && IsSpace(_page[_at]))
            _at++;
    }

    private static bool EqualsLower(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(text, lower);

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r';

    private static bool IsLetter(byte b) => (b | 0x20) is >= 'a' and <= 'z';
}

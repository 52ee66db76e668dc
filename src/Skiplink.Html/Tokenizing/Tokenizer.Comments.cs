using System.Text;

namespace Skiplink.Html.Tokenizing;

/// <summary>Comments and CDATA section openings (13.2.5.41 to 13.2.5.52).</summary>
internal ref partial struct Tokenizer<TSink>
{
    /// <summary>The markup declaration open state, at <c>&lt;!</c>.</summary>
    private void ReadMarkupDeclaration(int start)
    {
        ReadOnlySpan<byte> rest = _source[(start + 2)..];
        if (rest.StartsWith("--"u8))
        {
            ReadComment(start);
        }
        else if (rest.Length >= 7 && Ascii.EqualsIgnoreCase(rest[..7], "doctype"u8))
        {
            ReadDoctype(start);
        }
        else if (rest.StartsWith("[CDATA["u8) && _sink.AllowsCData)
        {
            _position = start + 9;
            _model = ContentModel.CDataSection;
        }
        else
        {
            ReadBogusComment(start, start + 2);
        }
    }

    /// <summary>The bogus comment state: everything up to the next <c>&gt;</c>.</summary>
    private void ReadBogusComment(int start, int data)
    {
        int length = _source[data..].IndexOf((byte)'>');
        int end = length < 0 ? _source.Length : data + length;
        _position = length < 0 ? end : end + 1;
        _sink.Comment(Clean(data, end), start, _position);
    }

    private void ReadComment(int start)
    {
        ReadOnlySpan<byte> source = _source;
        int data = start + 4;
        int end;
        if (data < source.Length && source[data] == '>')
            (end, _position) = (data, data + 1);
        else if (source[data..].StartsWith("->"u8))
            (end, _position) = (data, data + 2);
        else
            end = FindCommentEnd(data);
        _sink.Comment(Clean(data, end), start, _position);
    }

    /// <summary>Where the comment's data ends; the position moves past its <c>--&gt;</c> or <c>--!&gt;</c>.</summary>
    private int FindCommentEnd(int data)
    {
        ReadOnlySpan<byte> source = _source;
        int from = data;
        while (true)
        {
            int step = source[from..].IndexOf("--"u8);
            if (step < 0)
                break;
            int end = from + step;
            from = end + 2;
            while (from < source.Length && source[from] == '-')
                (from, end) = (from + 1, end + 1);
            if (from < source.Length && source[from] == '>')
            {
                _position = from + 1;
                return end;
            }
            if (source[from..].StartsWith("!>"u8))
            {
                _position = from + 2;
                return end;
            }
        }
        // The page ends in the comment; dashes that might have closed it are not data.
        _position = source.Length;
        ReadOnlySpan<byte> text = source[data..];
        return source.Length - (text.EndsWith("--!"u8) ? 3 : text.EndsWith("--"u8) ? 2 : text.EndsWith("-"u8) ? 1 : 0);
    }
}

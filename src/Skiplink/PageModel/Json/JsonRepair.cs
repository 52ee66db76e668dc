using Skiplink.Html.Arena;

namespace Skiplink.PageModel.Json;

/// <summary>
/// Makes sound JSON of what pages take for it: comments, markers of comments and CDATA around it, commas doubled, trailing or missing, line
/// ends and quotes inside of strings, wrong escapes, half surrogates, names without quotes, a cut end, several values in a row. One pass;
/// what it gives is one array that holds the values.
/// </summary>
internal ref struct JsonRepair
{
    private const int MostDepth = 60;

    /// <summary>How far ahead of a quote white space is skipped to see whether the quote ends the string.</summary>
    private const int MostSpace = 80;

    private readonly ReadOnlySpan<byte> _text;
    private readonly ByteBuffer _json;
    private readonly Stack<Level> _open = new();
    private int _at;

    /// <summary>What an open bracket waits for.</summary>
    private enum Level
    {
        /// <summary>A value of an array; the first has no comma before it.</summary>
        FirstItem,
        Item,

        /// <summary>A name, a colon, a value of an object.</summary>
        FirstName,
        Name,
        Colon,
        Value,
    }

    private JsonRepair(ReadOnlySpan<byte> text, ByteBuffer json)
    {
        _text = text;
        _json = json;
    }

    /// <summary>The repaired JSON; empty when it is nested too deep.</summary>
    public static byte[] Repair(ReadOnlySpan<byte> text)
    {
        ByteBuffer json = new();
        JsonRepair repair = new(text, json);
        return repair.Run() ? json.Span(0, json.Count).ToArray() : [];
    }

    private bool Run()
    {
        Open((byte)'[', Level.FirstItem);
        while (_at < _text.Length)
        {
            byte b = _text[_at];
            switch (b)
            {
                case (byte)'{' or (byte)'[':
                    if (_open.Count > MostDepth)
                        return false;
                    Begin(isName: false);
                    Open(b, b == '{' ? Level.FirstName : Level.FirstItem);
                    _at++;
                    break;
                case (byte)']' when Follows("]]>"u8):
                    _at += 3;
                    break;
                case (byte)'}' or (byte)']':
                    CloseTo(b);
                    _at++;
                    break;
                case (byte)'"' or (byte)'\'' or (byte)'`':
                    String(b);
                    break;
                case (byte)':':
                    if (_open.Peek() == Level.Colon)
                        Turn(Level.Value, ':');
                    _at++;
                    break;
                case (byte)'/' when Follows("//"u8):
                    _at = End(_at, (byte)'\n');
                    break;
                case (byte)'/' when Follows("/*"u8):
                    int close = _text[_at..].IndexOf("*/"u8);
                    _at = close < 0 ? _text.Length : _at + close + 2;
                    break;
                case (byte)'<' when Follows("<![CDATA["u8):
                    _at += 9;
                    break;
                case (byte)'<' when Follows("<!--"u8):
                    _at += 4;
                    break;
                case (byte)'-' when Follows("-->"u8):
                    _at += 3;
                    break;
                default:
                    if (IsBare(b))
                        Bare();
                    else
                        _at++;
                    break;
            }
        }
        while (_open.Count > 0)
            Close();
        return true;
    }

    private readonly bool Follows(ReadOnlySpan<byte> text) => _text[_at..].StartsWith(text);

    private readonly int End(int from, byte mark) => _text[from..].IndexOf(mark) is >= 0 and int end ? from + end : _text.Length;

    private static bool IsBare(byte b) =>
        char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'+' or (byte)'.' or (byte)'_' or (byte)'$' or (byte)'@' or >= 0x80;

    private readonly void Open(byte bracket, Level level)
    {
        _json.Add(bracket);
        _open.Push(level);
    }

    private readonly void Turn(Level level, char sign)
    {
        _json.Add((byte)sign);
        _open.Pop();
        _open.Push(level);
    }

    /// <summary>
    /// Writes what must stand before a name or a value, and says that it has come. A value where a name should be has none: it is given
    /// one.
    /// </summary>
    private readonly void Begin(bool isName)
    {
        Level level = _open.Pop();
        switch (level)
        {
            case Level.FirstItem or Level.Item:
                if (level == Level.Item)
                    _json.Add((byte)',');
                _open.Push(Level.Item);
                break;
            case Level.FirstName or Level.Name:
                if (level == Level.Name)
                    _json.Add((byte)',');
                if (!isName)
                    _json.Add("\"\":"u8);
                _open.Push(isName ? Level.Colon : Level.Name);
                break;
            default:
                if (level == Level.Colon)
                    _json.Add((byte)':');
                _open.Push(Level.Name);
                break;
        }
    }

    /// <summary>Closes brackets down to the one that this closes; ignores it when there is none.</summary>
    private readonly void CloseTo(byte bracket)
    {
        bool isObject = bracket == '}';
        int depth = 0, found = -1;
        foreach (Level level in _open)
        {
            if (level is Level.FirstItem or Level.Item == isObject)
            {
                depth++;
                continue;
            }
            found = depth;
            break;
        }
        // The outermost array is not the page's.
        if (found < 0 || found == _open.Count - 1)
            return;
        for (int i = 0; i <= found; i++)
            Close();
    }

    private readonly void Close()
    {
        Level level = _open.Pop();
        if (level == Level.Colon)
            _json.Add(":null"u8);
        else if (level == Level.Value)
            _json.Add("null"u8);
        _json.Add((byte)(level is Level.FirstItem or Level.Item ? ']' : '}'));
    }

    private readonly bool AwaitsName => _open.Peek() is Level.FirstName or Level.Name;

    /// <summary>A word without quotes: a number, true, false, null as they are, anything else as a string.</summary>
    private void Bare()
    {
        int start = _at;
        while (_at < _text.Length && IsBare(_text[_at]))
            _at++;
        ReadOnlySpan<byte> word = _text[start.._at];
        bool isName = AwaitsName;
        Begin(isName);
        if (!isName && (word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8) || IsNumber(word)))
        {
            _json.Add(word);
            return;
        }
        _json.Add((byte)'"');
        _json.Add(word);
        _json.Add((byte)'"');
    }

    private static bool IsNumber(ReadOnlySpan<byte> word)
    {
        ReadOnlySpan<byte> digits = word[0] == '-' ? word[1..] : word;
        if (digits.IsEmpty || (digits[0] == '0' && digits.Length > 1 && digits[1] != '.'))
            return false;
        int point = digits.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? digits : digits[..point], rest = point < 0 ? "0"u8 : digits[(point + 1)..];
        return !whole.IsEmpty && !rest.IsEmpty && whole.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    private void String(byte quote)
    {
        bool isName = AwaitsName;
        Begin(isName);
        _json.Add((byte)'"');
        _at++;
        while (_at < _text.Length)
        {
            byte b = _text[_at];
            if (b == quote && Ends(isName))
            {
                _at++;
                break;
            }
            if (b == '\\')
            {
                Escape();
                continue;
            }
            if (b == '"')
                _json.Add("\\\""u8);
            else
                _json.Add(b < ' ' ? (byte)' ' : b);
            _at++;
        }
        _json.Add((byte)'"');
    }

    /// <summary>Whether the quote at hand ends the string: behind it stands what can follow a string, not more text.</summary>
    private readonly bool Ends(bool isName)
    {
        int next = _at + 1, most = Math.Min(_text.Length, next + MostSpace);
        while (next < most && _text[next] <= ' ')
            next++;
        if (next >= _text.Length)
            return true;
        if (_text[next] == ',')
        {
            // A comma may stand in the text: behind one of the JSON's comes a name or a value.
            next++;
            most = Math.Min(_text.Length, next + MostSpace);
            while (next < most && _text[next] <= ' ')
                next++;
            return next >= most
                || _text[next] is (byte)'"' or (byte)'\'' or (byte)'{' or (byte)'[' or (byte)'}' or (byte)']' or (byte)',' or (byte)'/'
                || (_open.Peek() == Level.Item && IsBare(_text[next]));
        }
        return _text[next] is (byte)'}' or (byte)']' or (byte)'/' or (byte)'"' or (byte)';' || (isName && _text[next] == ':');
    }

    private void Escape()
    {
        byte next = _at + 1 < _text.Length ? _text[_at + 1] : (byte)0;
        if (next is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t')
        {
            _json.Add(_text.Slice(_at, 2));
            _at += 2;
        }
        else if (next == 'u' && Unit(_at + 2) is >= 0 and int unit)
        {
            bool isHigh = unit is >= 0xD800 and < 0xDC00, isPair = isHigh && _at + 7 < _text.Length && _text[_at + 6] == '\\'
                && _text[_at + 7] == 'u' && Unit(_at + 8) is >= 0xDC00 and < 0xE000;
            if (isPair)
                _json.Add(_text.Slice(_at, 12));
            else if (unit is >= 0xD800 and < 0xE000)
                _json.Add("\\uFFFD"u8);
            else
                _json.Add(_text.Slice(_at, 6));
            _at += isPair ? 12 : 6;
        }
        else
        {
            // A backslash that escapes nothing is dropped; what follows it is looked at for itself, but an escaped apostrophe ends no
            // string.
            _at++;
            if (next == '\'')
            {
                _json.Add(next);
                _at++;
            }
        }
    }

    private readonly int Unit(int start)
    {
        if (start + 4 > _text.Length)
            return -1;
        int unit = 0;
        for (int i = start; i < start + 4; i++)
        {
            if (!char.IsAsciiHexDigit((char)_text[i]))
                return -1;
            unit = (unit * 16) + Convert.ToInt32(((char)_text[i]).ToString(), 16);
        }
        return unit;
    }
}

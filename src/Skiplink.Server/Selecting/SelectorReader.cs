namespace Skiplink.Server.Selecting;

/// <summary>Reads selectors of CSS from text.</summary>
internal sealed class SelectorReader(string text)
{
    /// <summary>Each part is looked for at each ancestor; nobody writes more by hand.</summary>
    private const int MaxParts = 8;

    private int _at;

    /// <summary>Goes over a comma; false at the end.</summary>
    public bool NextInList()
    {
        if (_at == text.Length)
            return false;
        _at++;
        return true;
    }

    /// <summary>Reads to the next comma or the end; the rightmost part comes first.</summary>
    /// <exception cref="SelectorSyntaxException">It is wrong.</exception>
    public SimpleSelector[] ReadSelector()
    {
        List<SimpleSelector> parts = [];
        SkipSpace();
        bool isChild = false;
        while (_at < text.Length && text[_at] != ',')
        {
            if (parts.Count == MaxParts)
                throw Wrong($"has more than {MaxParts} parts");
            parts.Add(ReadPart(isChild));
            SkipSpace();
            isChild = _at < text.Length && text[_at] == '>';
            if (!isChild)
                continue;
            _at++;
            SkipSpace();
        }
        if (parts.Count == 0 || isChild)
            throw Wrong("is not complete");
        parts.Reverse();
        return [.. parts];
    }

    private SimpleSelector ReadPart(bool isChild)
    {
        int start = _at;
        string? name = null;
        List<AttributeTest> tests = [];
        if (text[_at] == '*')
            _at++;
        else if (IsNameCharacter(text[_at]))
            name = ReadName();
        while (_at < text.Length)
        {
            char c = text[_at];
            if (c is not ('#' or '.' or '['))
                break;
            _at++;
            tests.Add(c switch
            {
                '#' => new("id", "=", ReadName()),
                '.' => new("class", "~=", ReadName()),
                _ => ReadAttribute(),
            });
        }
        return _at == start ? throw Wrong($"has \"{text[_at]}\" at {_at + 1}") : new(name, tests, isChild);
    }

    private AttributeTest ReadAttribute()
    {
        SkipSpace();
        string name = ReadName().ToLowerInvariant();
        SkipSpace();
        int start = _at;
        while (_at < text.Length && text[_at] is '=' or '~' or '^' or '$' or '*' or '|')
            _at++;
        string comparison = text[start.._at], value = "";
        if (comparison.Length > 0)
        {
            if (comparison is not ("=" or "~=" or "^=" or "$=" or "*=" or "|="))
                throw Wrong($"has \"{comparison}\" in an attribute");
            SkipSpace();
            value = ReadValue();
        }
        SkipSpace();
        if (_at == text.Length || text[_at++] != ']')
            throw Wrong("has an attribute without its ]");
        return new(name, comparison, value);
    }

    private string ReadValue()
    {
        if (_at == text.Length || text[_at] is not ('"' or '\''))
            return ReadName();
        char quote = text[_at++];
        int end = text.IndexOf(quote, _at);
        if (end < 0)
            throw Wrong("has a quotation mark without its other");
        string value = text[_at..end];
        _at = end + 1;
        return value;
    }

    private string ReadName()
    {
        int start = _at;
        while (_at < text.Length && IsNameCharacter(text[_at]))
            _at++;
        return _at > start ? text[start.._at] : throw Wrong(_at < text.Length ? $"has \"{text[_at]}\" at {_at + 1}" : "is not complete");
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || c > '\x7F';

    private SelectorSyntaxException Wrong(string reason) => new(text, reason);
}

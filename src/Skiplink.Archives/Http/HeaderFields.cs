namespace Skiplink.Archives.Http;

/// <summary>Named fields, as WARC, HTTP and MIME have them: case does not count, and a line that begins with white space goes on.</summary>
internal sealed class HeaderFields
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    /// <summary>A field's value without white space around it; of several of the name the first; null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach ((string key, string value) in _fields)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return value;
            }
            return null;
        }
    }

    /// <summary>Adds a line; one that is no field is left out.</summary>
    public void Add(string line)
    {
        if (line.Length > 0 && line[0] is ' ' or '\t' && _fields.Count > 0)
        {
            (string name, string value) = _fields[^1];
            _fields[^1] = new(name, $"{value} {line.Trim()}");
            return;
        }
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            _fields.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
    }
}

namespace Skiplink.Archives.Http;

/// <summary>Reads the value of a Content-Type field.</summary>
public static class MediaType
{
    /// <summary>The media type in lower case, without parameters; null when there is none.</summary>
    /// <param name="value">The field: <c>text/html; charset="utf-8"</c>.</param>
    /// <param name="charset">The <c>charset</c> parameter without quotation marks; null when there is none.</param>
    public static string? Parse(string? value, out string? charset)
    {
        charset = null;
        if (value is null)
            return null;
        string[] parts = value.Split([';', ','], StringSplitOptions.TrimEntries);
        foreach (string part in parts.AsSpan(1))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
                charset ??= part[(equals + 1)..].Trim(' ', '"', '\'');
        }
        charset = charset is "" ? null : charset;
        string type = parts[0].ToLowerInvariant();
        return type.Length == 0 ? null : type;
    }
}

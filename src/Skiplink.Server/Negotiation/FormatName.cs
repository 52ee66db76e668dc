namespace Skiplink.Server.Negotiation;

/// <summary>The names and media types of the formats.</summary>
internal static class FormatName
{
    /// <summary>The media types with the formats that they stand for; of types of equal quality the first that is here wins.</summary>
    public static readonly (string Type, OutputFormat Format)[] MediaTypes =
    [
        ("text/markdown", OutputFormat.Markdown), ("text/plain", OutputFormat.Text), ("text/html", OutputFormat.Html),
        ("application/json", OutputFormat.Json), ("application/tei+xml", OutputFormat.Tei), ("text/x-markdown", OutputFormat.Markdown),
    ];

    /// <summary>The format of a name in a query or a header; null when there is no such.</summary>
    public static OutputFormat? Parse(string name) => name.Trim().ToLowerInvariant() switch
    {
        "markdown" or "md" => OutputFormat.Markdown,
        "text" or "txt" => OutputFormat.Text,
        "html" => OutputFormat.Html,
        "json" => OutputFormat.Json,
        "tei" or "xml" => OutputFormat.Tei,
        _ => null,
    };

    /// <summary>The value of <c>Content-Type</c>.</summary>
    public static string ContentType(OutputFormat format) => format switch
    {
        OutputFormat.Markdown => "text/markdown; charset=utf-8",
        OutputFormat.Text => "text/plain; charset=utf-8",
        OutputFormat.Html => "text/html; charset=utf-8",
        OutputFormat.Json => "application/json; charset=utf-8",
        _ => "application/tei+xml; charset=utf-8",
    };
}

namespace Skiplink.Server.Negotiation;

/// <summary>What an article is answered as.</summary>
internal enum OutputFormat
{
    Markdown,
    Text,
    Html,
    Json,
    Tei,
}

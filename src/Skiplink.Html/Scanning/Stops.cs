using System.Buffers;

namespace Skiplink.Html.Scanning;

/// <summary>The bytes that end a scan.</summary>
internal static class Stops
{
    /// <summary>What ends plain text in the data state: markup, a character reference, and what the standard replaces.</summary>
    public static readonly SearchValues<byte> Data = SearchValues.Create("<&\r\0"u8);
}

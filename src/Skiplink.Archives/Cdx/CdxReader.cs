using System.Globalization;
using System.Text.Json;

namespace Skiplink.Archives.Cdx;

/// <summary>
/// Reads an index of archive records: CDXJ (a key, a timestamp and a JSON object a line), or CDX with its first line of field letters
/// (<c> CDX N b a m s k r M S V g</c>).
/// </summary>
public sealed class CdxReader(TextReader text)
{
    private const string DefaultFields = "N b a m s k r M S V g";

    private string[] _fields = DefaultFields.Split(' ');

    /// <summary>How many lines were read.</summary>
    public int Lines { get; private set; }

    /// <summary>The next record that the index names; null at the end.</summary>
    /// <exception cref="InvalidDataException">A line is no entry. The message names it by its number.</exception>
    public CdxEntry? Read()
    {
        while (text.ReadLine() is { } line)
        {
            Lines++;
            string trimmed = line.Trim();
            if (trimmed.StartsWith("CDX ", StringComparison.Ordinal))
                _fields = trimmed[4..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            else if (trimmed.Length > 0 && trimmed[0] != '!')
                return (trimmed.IndexOf('{', StringComparison.Ordinal) is var json && json >= 0 ? ReadJson(trimmed[json..])
                    : ReadFields(trimmed))
                    ?? throw new InvalidDataException($"line {Lines} names no file and offset");
        }
        return null;
    }

    private static CdxEntry? ReadJson(string json)
    {
        try
        {
            using JsonDocument entry = JsonDocument.Parse(json);
            JsonElement root = entry.RootElement;
            return Text(root, "filename") is { } file && Number(root, "offset") is { } offset
                ? new(file, offset, Number(root, "length") ?? 0, Text(root, "url")) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private CdxEntry? ReadFields(string line)
    {
        string[] values = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Field("g") is { } file && Number(Field("V") ?? Field("v")) is { } offset
            ? new(file, offset, Number(Field("S")) ?? 0, Field("a")) : null;

        string? Field(string letter)
        {
            int index = Array.IndexOf(_fields, letter);
            return index >= 0 && index < values.Length && values[index] != "-" ? values[index] : null;
        }
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number, which indexes write as a string as often.</summary>
    private static long? Number(JsonElement entry, string name) =>
        !entry.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= 0 ? number
        : Number(value.ValueKind == JsonValueKind.String ? value.GetString() : null);

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}

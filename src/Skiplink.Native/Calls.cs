using System.Collections.Concurrent;
using System.Text.Json;

namespace Skiplink.Native;

/// <summary>What a call does: options in, JSON out, whatever happens.</summary>
internal static unsafe class Calls
{
    private static readonly ConcurrentBag<PageReader> Readers = [];

    /// <summary>The JSON of a page, or of what went wrong.</summary>
    public static byte[] Read(byte* bytes, nuint length, ReadOnlySpan<byte> optionsJson)
    {
        string source = "-";
        try
        {
            CallOptions options = CallOptions.Parse(optionsJson);
            source = options.Source ?? options.Read.Url?.OriginalString ?? source;
            if (length > (nuint)Array.MaxLength)
                return ArticleJson.WriteError(source, $"The page has {length} bytes; {Array.MaxLength} is the most that can be read.");
            if (bytes is null && length > 0)
                return ArticleJson.WriteError(source, "The page is NULL, and its length is not 0.");
            return Read(new NativePage(bytes, (int)length), options, source);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return ArticleJson.WriteError(source, $"The options: {e.Message}");
        }
#pragma warning disable CA1031 // An exception that left this call would end the program that called.
        catch (Exception e)
        {
            return ArticleJson.WriteError(source, e.Message);
        }
#pragma warning restore CA1031
    }

    private static byte[] Read(NativePage page, CallOptions options, string source)
    {
        using IDisposable lent = page;
        PageReader reader = Readers.TryTake(out PageReader? free) ? free : new();
        Article article = options.IsSavedText ? reader.ReadSavedText(page.Memory, options.Read) : reader.Read(page.Memory, options.Read);
        Readers.Add(reader);
        return ArticleJson.Write(article, source, options.Read.Url);
    }
}

using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Skiplink.Server.Problems;

namespace Skiplink.Server.Api;

/// <summary>
/// The page in a request's body: its bytes as they are, a form with <c>file</c>, <c>html</c>, <c>text</c> or <c>url</c>, or JSON with
/// <c>html</c>, <c>text</c> or <c>url</c>.
/// </summary>
/// <param name="Page">The page; null when only an address came.</param>
/// <param name="Url">Its address; null when none came.</param>
internal sealed record PostedPage(PageInput? Page, Uri? Url)
{
    private const string Name = "the posted page";

    /// <exception cref="ProblemException">There is nothing, or something else.</exception>
    /// <exception cref="InputException">It is no page.</exception>
    public static async Task<PostedPage> ReadAsync(HttpRequest request, string? url, int maxBytes, CancellationToken cancel)
    {
        Uri? given = string.IsNullOrWhiteSpace(url) ? null : PageAddress.Parse(url);
        if (request.HasFormContentType)
            return await ReadFormAsync(request, given, maxBytes, cancel);
        MediaTypeHeaderValue? type = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? named) ? named : null;
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, cancel);
        if (body.Length == 0)
            throw Nothing();
        body.Position = 0;
        if (type?.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) == true)
            return ReadJson(body.ToArray(), given);
        bool? isText = type?.MediaType.Value switch { "text/plain" => true, "text/html" => false, _ => null };
        PageInput page = PageBytes.Read(body, Name, isText, maxBytes: maxBytes);
        return new(page with { Encoding = page.Encoding ?? type?.Charset.Value?.Trim('"'), Url = page.Url ?? given }, given);
    }

    /// <summary>The page of a text.</summary>
    public static PageInput OfText(string text, bool isSavedText, Uri? url) =>
        new(Encoding.UTF8.GetBytes(text), isSavedText, Encoding.UTF8.WebName, url);

    private static async Task<PostedPage> ReadFormAsync(HttpRequest request, Uri? given, int maxBytes, CancellationToken cancel)
    {
        IFormCollection form = await request.ReadFormAsync(cancel);
        if (given is null && form["url"].ToString() is { Length: > 0 } address)
            given = PageAddress.Parse(address);
        if (form.Files.Count > 0 && form.Files[0] is { Length: > 0 } file)
        {
            await using Stream stream = file.OpenReadStream();
            string name = file.FileName.Length > 0 ? file.FileName : Name;
            bool? isText = name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? true : null;
            PageInput page = PageBytes.Read(stream, name, isText, maxBytes: maxBytes);
            return new(page with { Url = given ?? page.Url }, given);
        }
        return OfFields(form["html"], form["text"], given);
    }

    private static PostedPage ReadJson(byte[] body, Uri? given)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw ProblemException.WrongParameter("body", "JSON other than an object",
                    "Send {\"url\": …}, {\"html\": …} or {\"text\": …}.");
            if (given is null && Field(json.RootElement, "url") is { Length: > 0 } url)
                given = PageAddress.Parse(url);
            return OfFields(Field(json.RootElement, "html"), Field(json.RootElement, "text"), given);
        }
        catch (JsonException e)
        {
            throw ProblemException.WrongParameter("body", $"no sound JSON: {e.Message.TrimEnd('.')}", "Mend the JSON.");
        }
    }

    private static PostedPage OfFields(string? html, string? text, Uri? url) =>
        !string.IsNullOrWhiteSpace(html) ? new(OfText(html, isSavedText: false, url), url)
        : !string.IsNullOrWhiteSpace(text) ? new(OfText(text, isSavedText: true, url), url)
        : url is not null ? new(null, url)
        : throw Nothing();

    private static string? Field(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ProblemException Nothing() =>
        ProblemException.WrongParameter("body", "there is no page in it",
            "Send HTML or plain text, a form with a file, or JSON with url, html or text.");
}

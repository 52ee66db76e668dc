using System.Text.Json;
using Skiplink.Server.Problems;
using Skiplink.Server.Selecting;

namespace Skiplink.Server.Api;

/// <summary>The body of <c>POST /v2/scrape</c>, in the shape that Firecrawl's clients send.</summary>
internal sealed record ScrapeRequest
{
    private static readonly string[] KnownFormats = ["markdown", "html", "rawHtml", "links"];

    /// <summary>Members that need a browser or a language model, and what there is none of.</summary>
    private static readonly (string Name, string Reason)[] Refused =
    [
        ("actions", "there is no browser here"), ("jsonOptions", "there is no language model here"),
        ("changeTrackingOptions", "no page is remembered"),
        ("headers", "pages are fetched without headers of the client's"),
    ];

    private static readonly string[] Ignored =
        ["waitFor", "mobile", "location", "proxy", "blockAds", "removeBase64Images", "skipTlsVerification", "fastMode", "parsers",
            "storeInCache", "zeroDataRetention", "integration", "origin"];

    public required Uri Url { get; init; }

    public IReadOnlyList<string> Formats { get; init; } = ["markdown"];

    public bool OnlyMainContent { get; init; } = true;

    public PageCut? Cut { get; init; }

    public TimeSpan? MaxAge { get; init; }

    public TimeSpan? Time { get; init; }

    /// <summary>What was asked for and made no difference.</summary>
    public IReadOnlyList<string> IgnoredMembers { get; init; } = [];

    /// <exception cref="ProblemException">Something is wrong, or cannot be had.</exception>
    public static ScrapeRequest Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw ProblemException.WrongParameter("body", "it is no JSON object", "Send {\"url\": …}.");
        foreach ((string name, string reason) in Refused)
        {
            if (json.TryGetProperty(name, out JsonElement value) && !IsEmpty(value))
                throw ProblemException.NotSupported(name, reason);
        }
        return new()
        {
            Url = PageAddress.Parse(json.TryGetProperty("url", out JsonElement url) && url.ValueKind == JsonValueKind.String
                ? url.GetString() : null),
            Formats = FormatsOf(json),
            OnlyMainContent = !json.TryGetProperty("onlyMainContent", out JsonElement main) || main.ValueKind != JsonValueKind.False,
            Cut = PageCut.Of(Tags(json, "includeTags"), Tags(json, "excludeTags")),
            MaxAge = Milliseconds(json, "maxAge"),
            Time = Milliseconds(json, "timeout"),
            IgnoredMembers = [.. Ignored.Where(name => json.TryGetProperty(name, out JsonElement value) && !IsEmpty(value))],
        };
    }

    private static List<string> FormatsOf(JsonElement json)
    {
        if (!json.TryGetProperty("formats", out JsonElement formats) || formats.ValueKind == JsonValueKind.Null)
            return ["markdown"];
        if (formats.ValueKind != JsonValueKind.Array)
            throw ProblemException.WrongParameter("formats", "it is no list", "Send a list: [\"markdown\"].");
        List<string> names = [];
        foreach (JsonElement format in formats.EnumerateArray())
        {
            string? name = format.ValueKind == JsonValueKind.Object
                ? format.TryGetProperty("type", out JsonElement type) ? type.GetString() : null
                : format.ValueKind == JsonValueKind.String ? format.GetString() : null;
            if (name is null)
                throw ProblemException.WrongParameter("formats", "there is one without a name",
                    "Name each: \"markdown\" or {\"type\": \"markdown\"}.");
            if (!KnownFormats.Contains(name))
                throw ProblemException.NotSupported($"The format {name}", "pages are read without a browser and without a language model");
            names.Add(name);
        }
        return names.Count > 0 ? names : ["markdown"];
    }

    private static string? Tags(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out JsonElement tags) || IsEmpty(tags))
            return null;
        return tags.ValueKind == JsonValueKind.Array && tags.EnumerateArray().All(static tag => tag.ValueKind == JsonValueKind.String)
            ? string.Join(", ", tags.EnumerateArray().Select(static tag => tag.GetString()))
            : throw ProblemException.WrongParameter(name, "it is no list of selectors", "Send a list: [\"article\", \".text\"].");
    }

    private static TimeSpan? Milliseconds(JsonElement json, string name) =>
        !json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double count) && count is >= 0 and < 1e12
            ? TimeSpan.FromMilliseconds(count)
        : throw ProblemException.WrongParameter(name, "it is no number of milliseconds", "Send a number from 0.");

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        JsonValueKind.Number => value.TryGetDouble(out double number) && number == 0,
        _ => false,
    };
}

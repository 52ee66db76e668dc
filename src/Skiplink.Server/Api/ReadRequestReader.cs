using System.Globalization;
using Microsoft.AspNetCore.Http;
using Skiplink.Server.Negotiation;
using Skiplink.Server.Problems;
using Skiplink.Server.Selecting;

namespace Skiplink.Server.Api;

/// <summary>Reads what a client asks for from its parameters and headers.</summary>
internal static class ReadRequestReader
{
    /// <summary>Headers that ask for what a reader without a browser cannot do, and why not.</summary>
    private static readonly (string Name, string Reason)[] Refused =
    [
        ("X-Set-Cookie", "pages are fetched without the cookies of a person"),
        ("X-Proxy-Url", "pages are fetched from here"),
        ("X-Proxy", "pages are fetched from here"),
        ("X-With-Generated-Alt", "pictures are not looked at"),
    ];

    /// <summary>Headers that make no difference to a reader that runs no scripts.</summary>
    private static readonly string[] Ignored =
    [
        "X-Wait-For-Selector", "X-With-Iframe", "X-With-Shadow-Dom", "X-Locale", "X-Referer", "X-User-Agent", "X-Robots-Txt", "X-DNT",
        "X-Keep-Img-Data-Url", "X-Md-Heading-Style", "X-Md-Hr", "X-Md-Bullet-List-Marker", "X-Md-Em-Delimiter", "X-Md-Strong-Delimiter",
        "X-Md-Link-Style", "X-Md-Link-Reference-Style", "X-No-Gfm", "X-With-Images-Summary", "X-Viewport",
    ];

    /// <exception cref="ProblemException">Something is wrong, or cannot be had.</exception>
    public static ReadRequest Read(HttpRequest request, ReadParameters parameters)
    {
        foreach ((string name, string reason) in Refused)
        {
            if (request.Headers.ContainsKey(name))
                throw ProblemException.NotSupported(name, reason);
        }
        if (request.Headers["X-Engine"].ToString() is { Length: > 0 } engine && engine is not ("direct" or "auto"))
            throw ProblemException.NotSupported($"X-Engine: {engine}", "there is no browser here");

        OutputFormat accepted = parameters.Format is { } named
            ? FormatName.Parse(named)
                ?? throw ProblemException.WrongParameter("format", $"there is no {named}", "Take markdown, text, html, json or tei.")
            : AcceptHeader.Choose(request) ?? throw new ProblemException(
                406, "not-acceptable", $"Nothing of \"{request.Headers.Accept}\" is written here.",
                "Accept text/markdown, text/plain, text/html, application/json or application/tei+xml.");
        OutputFormat? respondWith = RespondWith(parameters.RespondWith ?? parameters.ReturnFormat);
        bool wantsEvents = AcceptHeader.WantsEvents(request);
        bool hasEnvelope = wantsEvents || (respondWith is not null && accepted == OutputFormat.Json);
        bool isFresh = IsTrue(parameters.NoCache);
        return new()
        {
            Format = hasEnvelope ? OutputFormat.Json : respondWith ?? accepted,
            HasEnvelope = hasEnvelope,
            WantsEvents = wantsEvents,
            ContentFormat = respondWith ?? OutputFormat.Markdown,
            Options = new()
            {
                Images = parameters.RetainImages is not "none",
                Links = parameters.RetainLinks is not ("none" or "text"),
                Url = BaseOf(parameters.Base),
                Mode = string.IsNullOrWhiteSpace(parameters.TargetSelector) ? SelectionMode.Balanced : SelectionMode.Recall,
            },
            Cut = PageCut.Of(parameters.TargetSelector, parameters.RemoveSelector),
            MaxAge = isFresh ? TimeSpan.Zero : Seconds("X-Cache-Tolerance", parameters.CacheTolerance, min: 0),
            Time = Seconds("X-Timeout", parameters.Timeout, min: 1),
            MaxTokens = Count("X-Max-Tokens", parameters.MaxTokens),
            TokenBudget = Count("X-Token-Budget", parameters.TokenBudget),
            HasLinksSummary = parameters.WithLinksSummary is { Length: > 0 } and not "false",
            Ignored = [.. Ignored.Where(request.Headers.ContainsKey)],
        };
    }

    private static OutputFormat? RespondWith(string? value) => value?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "markdown" or "content" => OutputFormat.Markdown,
        "html" => OutputFormat.Html,
        "text" => OutputFormat.Text,
        "screenshot" or "pageshot" => throw ProblemException.NotSupported($"X-Respond-With: {value}", "there is no browser here"),
        _ => throw ProblemException.WrongParameter("X-Respond-With", $"there is no {value}", "Take markdown, html or text."),
    };

    private static Uri? BaseOf(string? value) =>
        string.IsNullOrWhiteSpace(value) || value == "final" ? null
        : PageAddress.TryParse(value) ?? throw ProblemException.WrongParameter(
            "X-Base", $"{value} is no address of http or https", "Send an absolute address, or final.");

    private static bool IsTrue(string? value) => value is not null && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static TimeSpan? Seconds(string name, string? value, int min)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        bool isNumber = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds);
        return isNumber && seconds >= min && seconds < 1e9 ? TimeSpan.FromSeconds(seconds)
            : throw ProblemException.WrongParameter(name, $"{value} is no number of seconds from {min}", "Send a number of seconds.");
    }

    private static int? Count(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count
        : throw ProblemException.WrongParameter(name, $"{value} is no number of tokens", "Send a whole number above 0.");
}

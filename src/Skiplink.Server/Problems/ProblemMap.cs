using Microsoft.AspNetCore.Http;
using Skiplink.Server.Selecting;

namespace Skiplink.Server.Problems;

/// <summary>What a client is told of an exception.</summary>
internal static class ProblemMap
{
    /// <summary>The problem that an exception is. One that nobody foresaw tells nothing of the inside.</summary>
    public static ProblemException Of(Exception exception) => exception switch
    {
        ProblemException problem => problem,
        FetchException fetch => OfFetch(fetch),
        SelectorSyntaxException => new(400, "wrong-selector", exception.Message, "Mend the selector, or leave it out."),
        PageTooLargeException => new(413, "too-large", exception.Message, "Send a smaller page."),
        InputException => new(422, "not-readable", exception.Message, "Send HTML, MHTML or plain text, or the address of a page."),
        BadHttpRequestException bad => new(bad.StatusCode, "bad-request", bad.Message, "Mend the request; /openapi/v1.json tells how."),
        OperationCanceledException => new(499, "cancelled", "The client went away.", "Ask again."),
        _ => new(500, "fault", "This is a fault of the server.", "Report it with the page that was asked for."),
    };

    private static ProblemException OfFetch(FetchException fetch) => fetch.Failure switch
    {
        FetchFailure.TimedOut => new(504, "timed-out", fetch.Message, "Try again, or allow more time with X-Timeout or timeout."),
        FetchFailure.PrivateAddress => new(
            403, "private-address", fetch.Message,
            "Post the page's HTML to /read. Whoever runs the server can allow such addresses with --allow-private."),
        FetchFailure.Status => new(
            502, "origin-status", fetch.Message,
            fetch.Status is 401 or 403 or 429
                ? "The site turns readers like this one away: save the page in a browser, and post the file to /read."
                : "Check the address; if it opens in a browser, save the page there and post the file to /read."),
        FetchFailure.Redirect => new(502, "redirect", fetch.Message, "Ask for the address that the page has in a browser."),
        FetchFailure.TooLarge => new(502, "too-large", fetch.Message, "Nothing: pages of this size are not fetched."),
        FetchFailure.NotPage => new(422, "not-readable", fetch.Message, "Ask for a page of HTML or plain text."),
        _ => new(502, "unreachable", fetch.Message, "Check the address, and try again later."),
    };
}

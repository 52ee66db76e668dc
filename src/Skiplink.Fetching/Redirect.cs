using System.Net;

namespace Skiplink.Fetching;

/// <summary>Where a server sends its reader to, and whether the reader goes there.</summary>
internal static class Redirect
{
    public static bool IsRedirect(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>The address that a redirect names.</summary>
    /// <param name="response">The redirect.</param>
    /// <param name="asked">The address that the user named, for messages.</param>
    /// <param name="at">The address that answered, against which a relative one is resolved.</param>
    /// <exception cref="InputException">It names none, or one that is not followed.</exception>
    public static Uri Target(HttpResponseMessage response, Uri asked, Uri at)
    {
        string name = asked.ToString();
        // The header as it came: an address that cannot be parsed makes its typed form fail.
        string? location = response.Headers.TryGetValues("Location", out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
        if (string.IsNullOrWhiteSpace(location))
            throw new FetchException(name, $"answered {(int)response.StatusCode}, a redirect without an address", FetchFailure.Redirect);
        if (!Uri.TryCreate(at, location.Trim(), out Uri? target) || target.Scheme is not ("http" or "https") || target.Host.Length == 0)
        {
            throw new FetchException(
                name, $"redirects to {location}, which is no address of http or https and is not followed", FetchFailure.Redirect);
        }
        if (at.Scheme == "https" && target.Scheme == "http")
        {
            throw new FetchException(
                name, $"redirects from https to {location}, which is not safe and is not followed", FetchFailure.Redirect);
        }
        return target;
    }
}

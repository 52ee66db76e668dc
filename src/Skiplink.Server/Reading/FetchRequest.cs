namespace Skiplink.Server.Reading;

/// <summary>How a page is to be had.</summary>
/// <param name="Url">Its address.</param>
/// <param name="MaxAge">How old a stored copy may be; null for the server's own bound, zero to fetch it anew.</param>
/// <param name="Time">How long the fetch may take; null for the server's own bound.</param>
internal sealed record FetchRequest(Uri Url, TimeSpan? MaxAge = null, TimeSpan? Time = null);

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Skiplink.Server.Negotiation;

/// <summary>Chooses a format by the <c>Accept</c> header, as RFC 9110 has it.</summary>
internal static class AcceptHeader
{
    public static readonly MediaTypeHeaderValue EventStream = new("text/event-stream");

    /// <summary>The format that a client likes best; Markdown when it takes anything; null when it takes none of them.</summary>
    public static OutputFormat? Choose(HttpRequest request)
    {
        IList<MediaTypeHeaderValue> ranges = Ranges(request);
        if (ranges.Count == 0)
            return OutputFormat.Markdown;
        OutputFormat? best = null;
        double bestQuality = 0;
        foreach ((string type, OutputFormat format) in FormatName.MediaTypes)
        {
            double quality = QualityOf(new(type), ranges);
            if (quality > bestQuality)
                (best, bestQuality) = (format, quality);
        }
        return best ?? (QualityOf(EventStream, ranges) > 0 ? OutputFormat.Markdown : null);
    }

    /// <summary>Whether the answer is to come as server-sent events.</summary>
    public static bool WantsEvents(HttpRequest request) => Ranges(request).Any(static range =>
        range.MediaType.Equals(EventStream.MediaType, StringComparison.OrdinalIgnoreCase) && range.Quality is not 0);

    private static IList<MediaTypeHeaderValue> Ranges(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out IList<MediaTypeHeaderValue>? ranges) ? ranges : [];

    /// <summary>The quality that the most exact of the ranges which hold a type gives it.</summary>
    private static double QualityOf(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> ranges)
    {
        double quality = 0;
        int bestRank = -1;
        foreach (MediaTypeHeaderValue range in ranges)
        {
            int rank = range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
            bool holds = range.MatchesAllTypes
                || (range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
                    && (range.MatchesAllSubTypes || range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase)));
            if (holds && rank > bestRank)
                (bestRank, quality) = (rank, range.Quality ?? 1);
        }
        return quality;
    }
}

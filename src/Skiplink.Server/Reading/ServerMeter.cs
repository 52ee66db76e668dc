using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Skiplink.Server.Reading;

/// <summary>What a server measures of itself: the activity source and the meter are both named <c>Skiplink</c>.</summary>
internal sealed class ServerMeter : IDisposable
{
    /// <summary>The name under which activities and metrics are found.</summary>
    public const string Name = "Skiplink";

    private static readonly ActivitySource Activities = new(Name);

    private readonly Meter _meter;
    private readonly Counter<long> _pages;
    private readonly Counter<long> _lookups;
    private readonly Histogram<double> _seconds;

    public ServerMeter(IMeterFactory factory)
    {
        _meter = factory.Create(Name);
        _pages = _meter.CreateCounter<long>("skiplink.pages", "{page}", "Pages that were read, by kind and verdict.");
        _lookups = _meter.CreateCounter<long>("skiplink.cache.lookups", "{lookup}", "Looks for a stored page, by whether there was one.");
        _seconds = _meter.CreateHistogram<double>("skiplink.read.duration", "s", "How long reading a page took, without fetching it.");
    }

    /// <summary>Reads a page, measured.</summary>
    public T Measure<T>(PageInput page, Func<T> read, Func<T, Article> articleOf)
    {
        using Activity? activity = Activities.StartActivity("skiplink.read");
        long began = Stopwatch.GetTimestamp();
        T result = read();
        Article article = articleOf(result);
        _seconds.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        _pages.Add(1, new("kind", article.Kind.ToString()), new KeyValuePair<string, object?>("verdict", VerdictName.Of(article.Verdict)));
        activity?.SetTag("skiplink.bytes", page.Bytes.Length);
        activity?.SetTag("skiplink.confidence", article.Confidence);
        return result;
    }

    public void CacheLookup(bool isHit) => _lookups.Add(1, new KeyValuePair<string, object?>("hit", isHit));

    public void Dispose() => _meter.Dispose();
}

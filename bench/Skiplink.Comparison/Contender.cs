using System.Diagnostics;
using System.Text;
using Skiplink.Html;

namespace Skiplink.Comparison;

/// <summary>What a round over all pages took.</summary>
/// <param name="Seconds">CPU time of the process that did it.</param>
/// <param name="Allocated">Bytes that it allocated; null where that cannot be told.</param>
/// <param name="Milliseconds">For each page its time on the clock.</param>
internal sealed record Round(double Seconds, long? Allocated, double[] Milliseconds);

/// <summary>One library at one job.</summary>
internal interface IContender
{
    /// <summary>Its name, as the tables print it.</summary>
    string Name { get; }

    /// <summary>Does the job on every page.</summary>
    Round Go(LoadedPage[] pages);
}

/// <summary>A library in this process.</summary>
/// <param name="name">Its name.</param>
/// <param name="run">Does the job on a page and gives a number that depends on the result, so that nothing can be left out.</param>
internal sealed class Contender(string name, Func<byte[], int> run) : IContender
{
    public string Name => name;

    public Round Go(LoadedPage[] pages)
    {
        double[] times = new double[pages.Length];
        GC.Collect();
        long allocated = GC.GetAllocatedBytesForCurrentThread(), sum = 0;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < pages.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            sum += run(pages[i].Bytes);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return sum == long.MinValue ? throw new InvalidOperationException("No result can be this.")
            : new(seconds, GC.GetAllocatedBytesForCurrentThread() - allocated, times);
    }

    /// <summary>From bytes to a tree.</summary>
    public static IContender[] Parsers() =>
        [Ours("Skiplink"), new Contender("AngleSharp", AngleSharp), new Contender("HtmlAgilityPack", AgilityPack)];

    /// <summary>From bytes to the main text, with title, authors and dates.</summary>
    public static IContender[] Extractors()
    {
        PageReader skiplink = new();
        return [new Contender("Skiplink", page => skiplink.Read(page).Utf8Text.Length), Ours("Skiplink, parse alone"),
            new Contender("SmartReader", SmartReader)];
    }

    private static Contender Ours(string name)
    {
        HtmlParser parser = new();
        return new(name, page => parser.Parse(page).NodeCount);
    }

    private static int AngleSharp(byte[] page)
    {
        using global::AngleSharp.Html.Dom.IHtmlDocument document = new global::AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            Encoding.UTF8.GetString(page));
        return document.ChildNodes.Length;
    }

    private static int AgilityPack(byte[] page)
    {
        HtmlAgilityPack.HtmlDocument document = new();
        document.LoadHtml(Encoding.UTF8.GetString(page));
        return document.DocumentNode.ChildNodes.Count;
    }

    private static int SmartReader(byte[] page)
    {
        using MemoryStream stream = new(page);
        global::SmartReader.Article article = new global::SmartReader.Reader("https://example.org/", stream).GetArticle();
        return article.Completed ? article.TextContent?.Length ?? 0
            : throw new InvalidOperationException("SmartReader failed.", article.Errors.FirstOrDefault());
    }
}

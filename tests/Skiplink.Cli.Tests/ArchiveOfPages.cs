using System.Globalization;
using Skiplink.Archives.Tests;

namespace Skiplink.Cli.Tests;

/// <summary>Archives of many pages that differ a little, made of the samples.</summary>
internal static class ArchiveOfPages
{
    private static readonly byte[][] Samples =
    [
        .. ((string[])["harbour-talks.html", "bread-oven.html", "queue-guide.html", "heron.html"])
            .Select(static name => File.ReadAllBytes(Command.Sample(name))),
    ];

    /// <summary>Writes an archive.</summary>
    /// <param name="path">The file; its name says how it is packed.</param>
    /// <param name="records">How many pages it has.</param>
    /// <param name="first">The number of the first, which stands in its address.</param>
    public static void Write(string path, int records, int first = 0)
    {
        using FileStream file = File.Create(path);
        for (int i = first; i < first + records; i++)
        {
            string url = string.Create(CultureInfo.InvariantCulture, $"https://site{i % 97}.example/{i}");
            byte[] page = [.. Samples[i % Samples.Length], .. System.Text.Encoding.ASCII.GetBytes($"<!-- {i} -->")];
            byte[] record = Warc.Record("response", url, Warc.Http(page, "Content-Type: text/html"), id: i);
            file.Write(path.EndsWith(".gz", StringComparison.Ordinal) ? Warc.Gzip(record) : record);
        }
    }
}

using System.Diagnostics;
using Skiplink;
using Skiplink.Archives;
using Skiplink.Archives.Http;

// What bulk does at the least, on one thread and without writing anything: to compare with `skiplink bulk --summary`.
//   Skiplink.BulkBenchmark ARCHIVE…
if (args.Length == 0)
{
    Console.Error.WriteLine("Skiplink.BulkBenchmark ARCHIVE…: processor seconds of unpacking alone, and of unpacking and extraction.");
    return 2;
}
(long records, long bytes, _, double unpacking) = Measure(static _ => 0);
PageReader reader = new();
(long pages, long pageBytes, long textBytes, double extraction) = Measure(record =>
{
    if (!record.IsHttpResponse || HttpPayload.Parse(record.Block) is not { } response)
        return -1;
    ReadOnlyMemory<byte> page = response.Decode(16 << 20).Bytes;
    ReadOptions options = new()
    {
        Url = Uri.TryCreate(record.Url, UriKind.Absolute, out Uri? url) ? url : null,
        TransportEncoding = response.Charset
    };
    return reader.Read(page, options).Utf8Text.Length;
});
Console.WriteLine($"unpacking:                {unpacking:F2} s of processor time, {records} records, {bytes / 1e6:F1} MB of blocks");
Console.WriteLine(
    $"unpacking and extraction: {extraction:F2} s of processor time, {pages} pages, {pageBytes / 1e6:F1} MB of responses, "
    + $"{textBytes / 1e6:F1} MB of text");
return 0;

(long Count, long Bytes, long Result, double Seconds) Measure(Func<ArchiveRecord, int> use)
{
    long count = 0, blockBytes = 0, result = 0;
    TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
    foreach (string path in args)
    {
        using ArchiveReader archive = ArchiveReader.Open(path, new() { MaxBlockBytes = 17 << 20 });
        while (archive.Read() is { } record)
        {
            int used = use(record);
            if (used >= 0 && record.Error is null)
            {
                count++;
                blockBytes += record.Block.Length;
                result += used;
            }
            record.Release();
        }
    }
    return (count, blockBytes, result, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
}

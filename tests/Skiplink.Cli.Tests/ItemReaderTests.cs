using Skiplink.Cli.Bulk.Inputs;
using Xunit;

namespace Skiplink.Cli.Tests;

/// <summary>How a bulk run goes through its inputs.</summary>
public sealed class ItemReaderTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skiplink").FullName;

    [Theory]
    [InlineData("a.warc.gz")]
    [InlineData("a.warc")]
    public void Reading_goes_on_where_it_stood_at_any_record(string name)
    {
        string[] archives = [At(name), At("second." + name)];
        ArchiveOfPages.Write(archives[0], 7);
        ArchiveOfPages.Write(archives[1], 5, 7);
        BulkInput[] inputs = [.. archives.Select(static path => new BulkInput(path, Size: new FileInfo(path).Length))];
        List<(string Source, InputPosition After)> all = [];
        using (ItemReader reader = new(inputs, 1 << 20))
        {
            while (reader.Read() is { } item)
                all.Add((item.Source, item.After));
        }
        Assert.Equal(12, all.Count);
        for (int i = 0; i < all.Count; i++)
        {
            using ItemReader reader = new(inputs, 1 << 20);
            reader.GoTo(all[i].After);
            List<string> rest = [];
            while (reader.Read() is { } item)
                rest.Add(item.Source);
            Assert.Equal(all.Skip(i + 1).Select(static item => item.Source), rest);
            // The same place again, by counting records, as where a member holds several.
            using ItemReader counting = new(inputs, 1 << 20);
            counting.GoTo(all[i].After with { Offset = null });
            Assert.Equal(rest.FirstOrDefault(), counting.Read()?.Source);
        }
    }

    [Fact]
    public void An_archive_that_changes_while_it_is_read_is_told()
    {
        string archive = At("a.warc.gz");
        ArchiveOfPages.Write(archive, 3);
        using ItemReader reader = new([new(archive), new(At("b.html"))], 1 << 20);
        Assert.Null(reader.Read()!.Error);
        File.SetLastWriteTimeUtc(archive, DateTime.UtcNow.AddSeconds(9));
        Assert.Null(reader.Read()!.Error);
        Assert.Null(reader.Read()!.Error);
        Assert.StartsWith("changed while it was read", reader.Read()!.Error, StringComparison.Ordinal);
        Assert.Equal(At("b.html"), reader.Read()!.Path);
        Assert.Null(reader.Read());
    }

    [Fact]
    public void What_is_left_out_and_finished_is_told_with_the_item_after_it()
    {
        string archive = At("a.warc");
        File.WriteAllBytes(archive,
        [
            .. Skiplink.Archives.Tests.Warc.Record("request", "http://a.example/", "GET"u8.ToArray()),
            .. Skiplink.Archives.Tests.Warc.Response("http://a.example/", TestPage.Html),
            .. Skiplink.Archives.Tests.Warc.Record("metadata", "http://a.example/", "x"u8.ToArray()),
        ]);
        using ItemReader reader = new([new(archive), new(At("b.html"))], 1 << 20);
        Assert.Equal(["request record"], reader.Read()!.LeftOut);
        BulkItem second = reader.Read()!;
        Assert.Equal(["metadata record"], second.LeftOut);
        Assert.Equal([new FinishedArchive(0, archive, 3)], second.Finished);
    }

    private string At(string name) => Path.Combine(_folder, name);
}

using Skiplink.Cli.Output;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class OutputFileTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skiplink").FullName;

    private string Target => Path.Combine(_folder, "out.txt");

    [Fact]
    public void A_file_appears_when_it_is_whole_and_nothing_stays_beside_it()
    {
        using (OutputFile file = OutputFile.Open(Target))
        {
            file.Write("whole"u8);
            Assert.False(File.Exists(Target));
            file.Complete();
        }
        Assert.Equal("whole", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void What_is_not_whole_is_removed_and_the_file_before_it_stays()
    {
        File.WriteAllText(Target, "before");
        using (OutputFile file = OutputFile.Open(Target))
            file.Write("half"u8);
        Assert.Equal("before", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("read", "PAGE", "-o", "PAGE")]
    [InlineData("read", "PAGE", "-o", "LINK")]
    [InlineData("explain", "LINK", "-o", "PAGE")]
    [InlineData("bulk", "PAGE", "--out", "PAGE")]
    [InlineData("bulk", "@LIST", "--out", "LIST")]
    public async Task An_output_does_not_take_the_place_of_an_input(params string[] arguments)
    {
        string page = Path.Combine(_folder, "page.html"), link = Path.Combine(_folder, "link.html"), list = Path.Combine(_folder, "list");
        File.WriteAllBytes(page, TestPage.Bytes);
        File.CreateSymbolicLink(link, page);
        File.WriteAllText(list, page + "\n");
        Command run = await Command.RunAsync(null, Array.ConvertAll(arguments, a => a.Replace("PAGE", page, StringComparison.Ordinal)
            .Replace("LINK", link, StringComparison.Ordinal).Replace("LIST", list, StringComparison.Ordinal)));
        run.AssertWrongUsage("is an input too");
        Assert.Equal(TestPage.Bytes, File.ReadAllBytes(page));
        Assert.Equal(page + "\n", File.ReadAllText(list));
    }

    [Fact]
    public void One_file_has_one_writer_at_a_time()
    {
        using (OutputFile first = OutputFile.Open(Target))
        {
            InputException refused = Assert.Throws<InputException>(() => OutputFile.Open(Target));
            Assert.StartsWith($"{Target}: is being written by another skiplink", refused.Message, StringComparison.Ordinal);
            first.Write("first"u8);
            first.Complete();
            // Whole, but its writer is not done: nobody may write it yet.
            Assert.Throws<InputException>(() => OutputFile.Open(Target));
        }
        Assert.Equal("first", File.ReadAllText(Target));
        using OutputFile second = OutputFile.Open(Target);
    }

    [Fact]
    public void What_a_killed_command_left_behind_stops_nobody()
    {
        File.WriteAllText(Target + ".part", "left");
        File.WriteAllText(Target + ".part.lock", "");
        OutputFile.Write(Target, "new"u8, TestContext.Current.CancellationToken);
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_link_is_written_through()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "deep"));
        string real = Path.Combine(_folder, "deep", "real.txt"), link = Path.Combine(_folder, "link.txt");
        File.CreateSymbolicLink(link, Path.Combine("deep", "real.txt"));
        OutputFile.Write(link, "to a file that is not there yet"u8, TestContext.Current.CancellationToken);
        OutputFile.Write(link, "again"u8, TestContext.Current.CancellationToken);
        Assert.Equal("again", File.ReadAllText(real));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal([real], Directory.GetFiles(Path.Combine(_folder, "deep")));
    }

    [Fact]
    public void Links_that_lead_in_a_circle_and_folders_are_refused()
    {
        string one = Path.Combine(_folder, "one"), two = Path.Combine(_folder, "two");
        File.CreateSymbolicLink(one, two);
        File.CreateSymbolicLink(two, one);
        Assert.Contains("circle of links", Assert.Throws<InputException>(() => OutputFile.Open(one)).Message);
        Assert.Contains("folder", Assert.Throws<InputException>(() => OutputFile.Open(_folder)).Message);
    }

    [Fact]
    public async Task A_pipe_is_written_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs mkfifo.");
        string pipe = Path.Combine(_folder, "pipe");
        string page = Command.Sample("bread-oven.html");
        Command read = await Command.RunShellAsync($"mkfifo '{pipe}'; cat '{pipe}' & skiplink read '{page}' -o '{pipe}'");
        Assert.StartsWith("# Ember 40 bread oven", read.Output, StringComparison.Ordinal);
        Assert.Equal([pipe], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_disk_without_room_gets_one_clear_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full.");
        string page = Command.Sample("harbour-talks.html");
        (await Command.RunAsync("read", page, "-o", "/dev/full")).AssertFails("/dev/full: cannot be written: No space left");
        (await Command.RunAsync("bulk", page, "--out", "/dev/full")).AssertFails("/dev/full: cannot be written: No space left");
        Assert.True(File.Exists("/dev/full"));
    }
}

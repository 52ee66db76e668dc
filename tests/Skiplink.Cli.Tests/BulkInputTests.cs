using System.Net.Sockets;
using System.Text.Json;
using Skiplink.Cli.Bulk.Inputs;
using Skiplink.Cli.Bulk.Running;
using Xunit;

namespace Skiplink.Cli.Tests;

/// <summary>Which files a bulk run reads, and what it says of the others.</summary>
public sealed class BulkInputTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skiplink").FullName;
    private readonly BulkTally _tally = new();

    [Fact]
    public async Task Pages_are_read_under_any_name_and_what_is_left_out_is_counted()
    {
        foreach (string name in (string[])["a.html", "b.xhtml", "c.php", "d", "e.aspx?id=3", "f.bin"])
            Write(name, TestPage.Bytes);
        Write("g.txt", [.. TestPage.Text.Select(static c => (byte)c)]);
        Write("h.gz", TestPage.Gzip(TestPage.Bytes));
        Write("style.css", "body { color: red }"u8);
        Write("code.js", "document.write('<div>')"u8);
        Write("data.json", "{\"a\": 1}"u8);
        Write("one.png", [0x89, 0x50, 0x4E, 0x47]);
        Write("two.png", [0x89, 0x50, 0x4E, 0x47]);
        Write("empty", []);
        Write("feed.xml", "<rss version='2.0'/>"u8);
        Write("bad.html", [0x89, 0x50, 0x4E, 0x47]);
        Write(".hidden/x.html", TestPage.Bytes);

        Command run = await Command.RunAsync("bulk", _folder, "--out", "-", "--workers", "2");
        JsonElement[] rows = Rows(run.Output);
        Assert.Equal(["a.html", "b.xhtml", "bad.html", "c.php", "d", "e.aspx?id=3", "f.bin", "g.txt", "h.gz"], Names(rows));
        Assert.Equal(["bad.html"], Names(rows.Where(static r => r.TryGetProperty("error", out _))));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("skiplink: 9 pages, 1 failed, ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("skiplink: failed: is a PNG image, not a page (1)\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "skiplink: left out: PNG image (2); JSON file (1); RSS feed (1); empty file (1); hidden file or folder (1); "
                + "text called .css (1); text called .js (1)\n",
            run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Pipes_and_sockets_are_left_out_and_never_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs mkfifo.");
        Write("a.html", TestPage.Bytes);
        using (System.Diagnostics.Process mkfifo = System.Diagnostics.Process.Start("mkfifo", [At("b.html"), At("c")]))
            mkfifo.WaitForExit();
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At("d.html")));
        File.CreateSymbolicLink(At("e.html"), At("b.html"));
        Write("f.html", []);
        Assert.Equal(["a.html", "f.html"], Expand(_folder));
        Assert.Equal(["left out: pipe, socket or device (4)"], _tally.Details());
    }

    [Fact]
    public void Links_are_followed_and_nothing_is_read_twice()
    {
        Write("in/a.html", TestPage.Bytes);
        Write("in/sub/b.html", TestPage.Bytes);
        Write("out/c.html", TestPage.Bytes);
        Directory.CreateSymbolicLink(At("in/loop"), ".");
        Directory.CreateSymbolicLink(At("in/sub/up"), "..");
        Directory.CreateSymbolicLink(At("in/0sub"), "sub");
        Directory.CreateSymbolicLink(At("in/other"), At("out"));
        File.CreateSymbolicLink(At("in/0a.html"), "a.html");
        File.CreateSymbolicLink(At("in/nowhere.html"), "nothing");
        File.CreateSymbolicLink(At("in/circle.html"), "circle.html");
        Assert.Equal(["in/a.html", "in/other/c.html", "in/sub/b.html"], Expand(At("in"), At("in/a.html"), At("in/../in/sub")));
        Assert.Equal(
            ["left out: folder that was read under another name (4); broken link (2); file that was named twice (1); "
                + "file that was read under another name (1)"],
            _tally.Details());
    }

    [Fact]
    public async Task A_folder_that_may_not_be_read_is_a_failed_row_and_the_others_are_read()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "Needs setpriv(1).");
        Write("in/a.html", TestPage.Bytes);
        Write("in/no/b.html", TestPage.Bytes);
        Command run = await Command.RunShellAsync($"""
            chmod 755 '{_folder}'; chmod 000 '{At("in/no")}'
            export HOME=/tmp DOTNET_CLI_HOME=/tmp; cd /
            if [ $(id -u) = 0 ]; then as='setpriv --reuid=65534 --regid=65534 --clear-groups'; fi
            $as dotnet '{Path.Combine(AppContext.BaseDirectory, "Skiplink.Cli.dll")}' bulk '{At("in")}' --out -
            """);
        Assert.SkipWhen(run.ExitCode > 125, $"Nobody cannot run dotnet here: {run.Errors}");
        JsonElement[] rows = Rows(run.Output);
        Assert.Equal(["a.html", "no"], Names(rows));
        Assert.EndsWith("is a folder that may not be read.", rows[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void A_list_names_an_input_a_line_with_spaces_and_without_echo()
    {
        Write("my page.html", TestPage.Bytes);
        Write("sub/b.html", TestPage.Bytes);
        File.WriteAllText(At("list.txt"), $"\uFEFF{At("my page.html")}\r\n\n{At("sub")}\n{At("nothing here.html")}");
        Assert.Equal(["my page.html", "sub/b.html", "nothing here.html"], Expand("@" + At("list.txt")));
    }

    [Fact]
    public void What_is_no_list_is_not_taken_apart()
    {
        Write("a.html", TestPage.Bytes);
        Write("b.png", [0x89, 0x50, 0x4E, 0x47]);
        Assert.Equal("is a page, not a list of inputs", Assert.Single(List("@" + At("a.html"))).Error);
        Assert.Equal("is a PNG image, not a list of inputs", Assert.Single(List("@" + At("b.png"))).Error);
        Assert.Equal("there is no such list", Assert.Single(List("@" + At("c"))).Error);
    }

    [Fact]
    public async Task A_file_whose_name_begins_with_at_is_a_file()
    {
        Write("@home.html", TestPage.Bytes);
        Write("@words", "some --secret words"u8);
        Command bulk = await Command.RunShellAsync($"cd '{_folder}'; skiplink bulk @home.html --out -");
        Assert.Equal(["@home.html"], Names(Rows(bulk.Output)));
        Command read = await Command.RunShellAsync($"cd '{_folder}'; skiplink read @home.html --as text");
        Assert.StartsWith(TestPage.Start, read.Output, StringComparison.Ordinal);
        Command secret = await Command.RunShellAsync($"cd '{_folder}'; skiplink read @words.txt");
        secret.AssertFails("@words.txt: there is no such file.");
    }

    [Fact]
    public async Task A_name_that_is_not_UTF_8_gets_a_clear_message()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no such names.");
        Command read = await Command.RunShellAsync(
            $"cd '{_folder}'; name=$(printf 'a\\377.html'); echo x > \"$name\"; skiplink read \"$name\"");
        read.AssertFails("has a name that is not UTF-8, and cannot be opened.");
        Command bulk = await Command.RunAsync("bulk", _folder, "--out", "-");
        Assert.Contains("not UTF-8", Assert.Single(Rows(bulk.Output)).GetProperty("error").GetString());
    }

    [Fact]
    public void What_the_run_writes_is_not_read()
    {
        Write("a.html", TestPage.Bytes);
        Write("out.html", TestPage.Bytes);
        InputList list = new(_tally, path => path == At("out.html"), TestContext.Current.CancellationToken);
        Assert.Equal([At("a.html")], list.Expand([_folder]).Select(static i => i.Path));
        Assert.Empty(_tally.Details());
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Write(string name, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), bytes);
    }

    private List<BulkInput> List(params string[] arguments) =>
        [.. new InputList(_tally, static _ => false, TestContext.Current.CancellationToken).Expand(arguments)];

    private IEnumerable<string> Expand(params string[] arguments) => List(arguments).Select(i => Path.GetRelativePath(_folder, i.Path));

    private static JsonElement[] Rows(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    private static IEnumerable<string> Names(IEnumerable<JsonElement> rows) =>
        rows.Select(static r => Path.GetFileName(r.GetProperty("source").GetString()!));
}

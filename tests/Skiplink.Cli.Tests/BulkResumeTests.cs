using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Skiplink.Cli.Tests;

/// <summary>Runs that are killed, interrupted, run twice at once, or again.</summary>
public sealed class BulkResumeTests
{
    /// <summary>So many pages that a run takes a few seconds, and has several checkpoints.</summary>
    private const int Records = 2400;

    private static readonly bool AreAllTestsOn = Environment.GetEnvironmentVariable("SKIPLINK_ALL_TESTS") == "1";

    private readonly string _folder = Directory.CreateTempSubdirectory("skiplink").FullName;

    public BulkResumeTests()
    {
        Directory.CreateDirectory(At("in"));
        for (int i = 0; i < 3; i++)
            ArchiveOfPages.Write(At($"in/{i}.warc.gz"), Records / 3, i * Records / 3);
    }

    [Theory]
    [InlineData("out.jsonl.zst --duplicates --quotes quotes.csv --with markdown,html")]
    [InlineData("out.jsonl --rows-per-file 700 --with markdown,html")]
    [InlineData("out.parquet --rows-per-file 700 --with markdown,html")]
    public async Task A_run_that_is_killed_again_and_again_writes_the_same_bytes(string line)
    {
        int kills = AreAllTestsOn ? 20 : 3;
        string[] arguments = line.Split(' ');
        string calm = At("calm"), disturbed = At("disturbed");
        Directory.CreateDirectory(calm);
        Directory.CreateDirectory(disturbed);
        Stopwatch time = Stopwatch.StartNew();
        using (Process whole = Start(calm, arguments))
            await whole.WaitForExitAsync(TestContext.Current.CancellationToken);
        TimeSpan needed = time.Elapsed;
        Random random = new(17);
        for (int killed = 0; killed < kills;)
        {
            using Process process = Start(disturbed, arguments);
            Task ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
            bool isDone = await Task.WhenAny(ended, Task.Delay(needed * (0.1 + (0.8 * random.NextDouble())),
                TestContext.Current.CancellationToken)) == ended;
            if (!isDone)
            {
                process.Kill();
                await ended;
                killed++;
                continue;
            }
            // It came to its end before it was killed: all over again, for every kill is to meet a run.
            Assert.Equal(0, process.ExitCode);
            Assert.Equal(Files(calm), Files(disturbed));
            Directory.Delete(disturbed, recursive: true);
            Directory.CreateDirectory(disturbed);
        }
        using (Process last = Start(disturbed, arguments))
        {
            await last.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, last.ExitCode);
        }
        Assert.Equal(Files(calm), Files(disturbed));
        Assert.Contains(Files(calm), static name => name.Name.StartsWith("out", StringComparison.Ordinal) && name.Length > 20_000);
    }

    [Fact]
    public async Task Two_runs_on_one_output_are_one_run_and_a_message()
    {
        using Process first = Start(_folder, "out.jsonl");
        string lockFile = At("out.jsonl.part.lock");
        while (!File.Exists(lockFile) && !first.HasExited)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        Command second = await Command.RunAsync("bulk", At("in"), "--out", At("out.jsonl"));
        second.AssertFails("is being written by another skiplink");
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, Records), (first.ExitCode, File.ReadLines(At("out.jsonl")).Count()));
    }

    [Fact]
    public async Task A_second_run_over_a_finished_output_has_nothing_to_do()
    {
        Command first = await Command.RunAsync("bulk", At("in"), "--out", At("out.jsonl"), "--limit", "50");
        DateTime written = File.GetLastWriteTimeUtc(At("out.jsonl"));
        Command second = await Command.RunAsync("bulk", At("in"), "--out", At("out.jsonl"), "--limit", "50");
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("is whole already: 50 rows", second.Errors, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(At("out.jsonl")));
        // Another command is another run, and so is the same with other inputs.
        await Command.RunAsync("bulk", At("in"), "--out", At("out.jsonl"), "--limit", "60");
        Assert.Equal(60, File.ReadLines(At("out.jsonl")).Count());
        File.AppendAllText(At("in/0.warc.gz"), "");
        File.SetLastWriteTimeUtc(At("in/0.warc.gz"), DateTime.UtcNow.AddSeconds(5));
        Command changed = await Command.RunAsync("bulk", At("in"), "--out", At("out.jsonl"), "--limit", "60");
        Assert.DoesNotContain("is whole already", changed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_says_how_to_go_on_and_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs signals.");
        using Process run = Start(_folder, "out.jsonl", "--with", "markdown,html");
        Task<string> errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!run.HasExited && !(File.Exists(At("out.jsonl.manifest")) && ReadShared(At("out.jsonl.manifest")).Contains("\"checkpoint\"",
            StringComparison.Ordinal)))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using (Process kill = Process.Start("kill", ["-INT", run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(run.ExitCode == 0, "SIGINT is ignored here, or the run was done before it.");
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("the same command goes on from there.\nskiplink: interrupted.\n", await errors, StringComparison.Ordinal);
        Assert.False(File.Exists(At("out.jsonl")));
        using Process again = Start(_folder, "out.jsonl", "--with", "markdown,html");
        string told = await again.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("going on after", told, StringComparison.Ordinal);
        Assert.Equal(Records, File.ReadLines(At("out.jsonl")).Count());
        string[] ids = [.. File.ReadLines(At("out.jsonl")).Select(static row =>
            JsonDocument.Parse(row).RootElement.GetProperty("id").GetString()!)];
        Assert.Equal(Records, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_disk_that_is_full_ends_the_run_with_a_message_and_what_is_whole_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root",
            "Needs a file system of its own, which only root can mount.");
        string small = At("small");
        Directory.CreateDirectory(small);
        Command mount = await Command.RunShellAsync($"mount -t tmpfs -o size=8m none '{small}'");
        Assert.SkipUnless(mount.ExitCode == 0, "No file system can be mounted here.");
        try
        {
            Command run = await Command.RunAsync("bulk", At("in"), "--out", Path.Combine(small, "out.jsonl"), "--with", "markdown,html");
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("No space left", run.Errors, StringComparison.Ordinal);
            Assert.Contains("the same command goes on from there", run.Errors, StringComparison.Ordinal);
            await Command.RunShellAsync($"mount -o remount,size=200m '{small}'");
            Command again = await Command.RunAsync("bulk", At("in"), "--out", Path.Combine(small, "out.jsonl"), "--with", "markdown,html");
            Assert.Equal(0, again.ExitCode);
            Command calm = await Command.RunAsync("bulk", At("in"), "--out", At("out.jsonl"), "--with", "markdown,html");
            Assert.Equal(0, calm.ExitCode);
            Assert.True(File.ReadAllBytes(At("out.jsonl")).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(small, "out.jsonl"))));
        }
        finally
        {
            await Command.RunShellAsync($"umount '{small}'");
        }
    }

    private static string ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using StreamReader reader = new(file);
        return reader.ReadToEnd();
    }

    /// <summary>The files in a folder with a hash of what they hold, but the manifest, which tells how often a run went on.</summary>
    private static List<(string Name, long Length, string Hash)> Files(string folder) =>
    [
        .. Directory.GetFiles(folder).Where(static f => !f.EndsWith(".manifest", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(static f => (Path.GetFileName(f), new FileInfo(f).Length,
                Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))),
    ];

    private string At(string name) => Path.Combine(_folder, name);

    private Process Start(string folder, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Skiplink.Cli.dll"), "bulk", At("in"), "--out",
            .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardError = arguments is ["out.jsonl", "--with", ..],
            RedirectStandardOutput = false,
        })!;
}

using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class InterruptionTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skiplink").FullName;

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task A_signal_ends_a_read_that_waits_for_standard_input(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs signals.");
        Command run = await Command.RunUntilSignalAsync(signal, "read");
        Assert.Equal((exitCode, "", "skiplink: interrupted.\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task A_signal_ends_a_read_that_waits_for_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs signals.");
        Command run = await Command.RunUntilSignalAsync("INT", "read", await MakePipeAsync());
        Assert.Equal((130, "skiplink: interrupted.\n"), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_a_bulk_run_and_leaves_the_output_of_the_last_one_and_nothing_beside_it(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs signals.");
        string output = Path.Combine(_folder, "out.jsonl");
        File.WriteAllText(output, "of the last run");
        string pipe = await MakePipeAsync();
        Command run = await Command.RunUntilSignalAsync(signal, "bulk", Command.Sample("bread-oven.html"), pipe, "--out", output);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("of the last run", File.ReadAllText(output));
        Assert.Equal([output, pipe], Directory.GetFiles(_folder).Order());
    }

    [Theory]
    [InlineData("skiplink read <&-", "skiplink: standard input: is closed.\n")]
    [InlineData("skiplink explain <&-", "skiplink: standard input: is closed.\n")]
    [InlineData("skiplink read PAGE >&-", "skiplink: standard output: is closed.\n")]
    [InlineData("skiplink bulk PAGE --out - >&-", "skiplink: standard output: is closed.\n")]
    [InlineData("skiplink read nowhere.html 2>&-", "")]
    public async Task A_closed_stream_is_an_error_and_no_other_file_is_taken_for_it(string line, string errors)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /proc.");
        Command run = await Command.RunShellAsync(line.Replace("PAGE", Command.Sample("bread-oven.html"), StringComparison.Ordinal));
        Assert.Equal((1, "", errors), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Who_types_is_told_that_standard_input_is_read()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "Needs script(1).");
        string transcript = Path.Combine(_folder, "typed");
        string program = Path.Combine(AppContext.BaseDirectory, "Skiplink.Cli.dll");
        // Ctrl-D is typed once a second: what is typed before the program has set up its terminal is lost.
        const string Type = "(while sleep 1; do printf '\\004' || exit; done) 2> /dev/null";
        await Command.RunShellAsync($"{Type} | timeout 60 script -qec \"dotnet '{program}' read\" '{transcript}' > /dev/null 2>&1");
        Assert.Contains("skiplink: reading standard input, until Ctrl-D", File.ReadAllText(transcript), StringComparison.Ordinal);
        Command piped = await Command.RunAsync(TestPage.Bytes, "read");
        Assert.Equal((0, ""), (piped.ExitCode, piped.Errors));
    }

    private async Task<string> MakePipeAsync()
    {
        string pipe = Path.Combine(_folder, "pipe.html");
        await Command.RunShellAsync($"mkfifo '{pipe}'");
        return pipe;
    }
}

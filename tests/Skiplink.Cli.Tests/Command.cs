using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Skiplink.Cli.Tests;

/// <summary>Runs the command as a user does, in a process of its own.</summary>
internal sealed record Command(int ExitCode, string Output, string Errors)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Skiplink.Cli.dll");

    public static string Sample(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "samples", name));

    public static Task<Command> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    public static Task<Command> RunAsync(byte[]? input, params string[] arguments) =>
        RunProcessAsync(input, "dotnet", [Program, .. arguments]);

    /// <summary>Runs a line of a shell in which <c>skiplink</c> is the command.</summary>
    public static Task<Command> RunShellAsync(string line) =>
        RunProcessAsync(null, "sh", "-c", $"skiplink() {{ exec dotnet '{Program}' \"$@\"; }}; {line}");

    /// <summary>Runs the command, sends it a signal as soon as it waits for input, and gives what comes of it.</summary>
    /// <param name="signal">INT, TERM, HUP.</param>
    /// <param name="arguments">The command's arguments.</param>
    public static async Task<Command> RunUntilSignalAsync(string signal, params string[] arguments)
    {
        using Process process = Start("dotnet", [Program, .. arguments]);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await WaitUntilIdleAsync(process);
        if (Ignores(process, signal))
        {
            process.Kill();
            Assert.Skip($"SIG{signal} is ignored by whoever started the tests, as nohup does, and a child inherits that.");
        }
        using (Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"SIG{signal} does not end it.");
        }
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Whether a process ignores a signal, by the mask of ignored signals that Linux shows.</summary>
    private static bool Ignores(Process process, string signal)
    {
        string status = $"/proc/{process.Id}/status";
        if (!File.Exists(status))
            return false;
        int number = signal switch { "HUP" => 1, "INT" => 2, "TERM" => 15, _ => throw new ArgumentException(signal, nameof(signal)) };
        string mask = File.ReadLines(status).First(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..];
        ulong ignored = ulong.Parse(mask, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
        return (ignored >> (number - 1) & 1) == 1;
    }

    /// <summary>Asserts that it failed with exit code 1, no output and one line that ends as given.</summary>
    public void AssertFails(string message)
    {
        Assert.Equal((1, ""), (ExitCode, Output));
        Assert.StartsWith("skiplink: ", Errors, StringComparison.Ordinal);
        Assert.Equal(Errors.Length - 1, Errors.IndexOf('\n', StringComparison.Ordinal));
        Assert.Contains(message, Errors, StringComparison.Ordinal);
    }

    /// <summary>Asserts that it failed as wrong usage, with a message that has the given part.</summary>
    public void AssertWrongUsage(string message)
    {
        Assert.Equal((2, ""), (ExitCode, Output));
        Assert.Contains(message, Errors, StringComparison.Ordinal);
        Assert.EndsWith("Try: skiplink --help\n", Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Errors, StringComparison.Ordinal);
    }

    /// <summary>Asserts that the output is one row that has all fields of an object of JSON, with the same values.</summary>
    public void AssertRowHas(string json)
    {
        JsonElement row = JsonDocument.Parse(Output).RootElement;
        foreach (JsonProperty field in JsonDocument.Parse(json).RootElement.EnumerateObject())
            Assert.Equal(field.Value.GetRawText(), row.GetProperty(field.Name).GetRawText());
    }

    private static async Task<Command> RunProcessAsync(byte[]? input, string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    private static Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    })!;

    /// <summary>Waits until the process has used no processor time for a while: it is started, and waits.</summary>
    private static async Task WaitUntilIdleAsync(Process process)
    {
        TimeSpan used = TimeSpan.Zero;
        for (int quiet = 0, tries = 0; quiet < 5 && tries < 600; tries++)
        {
            await Task.Delay(100);
            process.Refresh();
            bool isIdle = used > TimeSpan.FromMilliseconds(30) && process.TotalProcessorTime - used < TimeSpan.FromMilliseconds(2);
            quiet = isIdle ? quiet + 1 : 0;
            used = process.TotalProcessorTime;
        }
    }
}

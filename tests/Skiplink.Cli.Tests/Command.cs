using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Skiplink.Cli.Tests;

/// <summary>Runs the command as a user does, in a process of its own.</summary>
internal sealed record Command(int ExitCode, string Output, string Errors)
{
    public static string Sample(string name, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "samples", name));

    public static async Task<Command> RunAsync(byte[]? input, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Skiplink.Cli.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    public static Task<Command> RunAsync(params string[] arguments) => RunAsync(null, arguments);
}

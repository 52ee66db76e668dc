using System.Runtime.CompilerServices;
using Xunit;

namespace Skiplink.Cli.Tests;

/// <summary>The sample for Slurm, on a cluster of three nodes that are all this machine.</summary>
public sealed class SlurmTests
{
    private const int Archives = 36;
    private const int RecordsInEach = 400;

    [Fact]
    public async Task An_array_job_that_loses_a_node_writes_the_rows_of_one_machine()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SKIPLINK_ALL_TESTS") == "1", "Skipped: long test, set SKIPLINK_ALL_TESTS=1.");
        Assert.SkipUnless(
            File.Exists("/usr/sbin/slurmctld") && File.Exists("/usr/sbin/munged") && Environment.UserName == "root",
            "Skipped: needs Slurm and Munge (apt-get install slurm-wlm munge), and root to start them.");
        string folder = Directory.CreateTempSubdirectory("skiplink").FullName, input = Path.Combine(folder, "in");
        Directory.CreateDirectory(input);
        for (int i = 0; i < Archives; i++)
            ArchiveOfPages.Write(Path.Combine(input, $"{i:D3}.warc.gz"), RecordsInEach, i * RecordsInEach);
        string command = Path.Combine(folder, "skiplink");
        File.WriteAllText(command, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "Skiplink.Cli.dll")}' \"$@\"\n");
        string work = Path.Combine(folder, "cluster");
        Command cluster = await Command.RunShellAsync(
            $"chmod +x '{command}'; chmod 711 '{folder}'; SKIPLINK='{command}' timeout 400 '{ClusterScript()}' '{work}' 12 '{input}'");
        Assert.True(cluster.ExitCode == 0, cluster.Output + cluster.Errors);
        Assert.Contains("killing n2 with task ", cluster.Output, StringComparison.Ordinal);
        Assert.Contains("due to failure of node n2", cluster.Output, StringComparison.Ordinal);

        Command one = await Command.RunAsync("bulk", input, "--out", Path.Combine(folder, "one.jsonl"), "--with", "markdown,html");
        Assert.Equal(0, one.ExitCode);
        string[] wanted = File.ReadAllLines(Path.Combine(folder, "one.jsonl"));
        string[] shards = Directory.GetFiles(Path.Combine(work, "out"), "*.jsonl");
        Assert.Equal((12, Archives * RecordsInEach), (shards.Length, wanted.Length));
        Assert.Equal(wanted.Order(StringComparer.Ordinal), shards.SelectMany(File.ReadLines).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(work, "out"), "*.part"));
    }

    private static string ClusterScript([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "slurm", "cluster"));
}

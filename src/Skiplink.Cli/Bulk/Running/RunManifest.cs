using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Skiplink.Cli.Bulk.Inputs;
using Skiplink.Cli.Output.Rows;

namespace Skiplink.Cli.Bulk.Running;

/// <summary>
/// What a run has done, in lines of JSON in a file beside its output: the run it belongs to, archives that are done, checkpoints, and at
/// last
/// that all is done. Lines are only added; one that a kill left incomplete is as if it were not there.
/// </summary>
internal sealed class RunManifest : IDisposable
{
    private readonly FileStream _file;

    private RunManifest(FileStream file) => _file = file;

    /// <summary>Reads the manifest that an earlier run left; null when there is none that can be read.</summary>
    public static ManifestContent? Read(string path)
    {
        try
        {
            ManifestContent content = new();
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader lines = new(file);
            long length = 0;
            while (lines.ReadLine() is { } line)
            {
                if (JsonSerializer.Deserialize(line, ManifestJson.Default.ManifestLine) is not { } entry)
                    return null;
                length += Encoding.UTF8.GetByteCount(line) + 1;
                content.Run = entry.Run ?? content.Run;
                content.Completion = entry.Completion ?? content.Completion;
                if (entry.Checkpoint is not null)
                {
                    content.Checkpoint = entry.Checkpoint;
                    content.LengthAtCheckpoint = length;
                }
            }
            return content.Run is null ? null : content;
        }
        catch (JsonException)
        {
            // The last line was being written. What stands before it counts.
            return ReadWhole(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Begins a manifest anew.</summary>
    public static RunManifest Create(string path, RunIdentity run)
    {
        RunManifest manifest = new(new(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 12));
        manifest.Write(new() { Run = run });
        return manifest;
    }

    /// <summary>Goes on with a manifest after its last checkpoint.</summary>
    public static RunManifest GoOn(string path, ManifestContent content)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.Read, 1 << 12);
        file.SetLength(content.LengthAtCheckpoint);
        file.Position = content.LengthAtCheckpoint;
        return new(file);
    }

    public void Write(ManifestLine line)
    {
        _file.Write(JsonSerializer.SerializeToUtf8Bytes(line, ManifestJson.Default.ManifestLine));
        _file.WriteByte((byte)'\n');
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();

    private static ManifestContent? ReadWhole(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int end = bytes.AsSpan(0, Math.Max(0, bytes.Length - 1)).LastIndexOf((byte)'\n');
        if (end < 0)
            return null;
        // Only the last line may be incomplete: the others were followed by one.
        ManifestContent content = new();
        long length = 0;
        try
        {
            foreach (string line in Encoding.UTF8.GetString(bytes.AsSpan(0, end)).Split('\n'))
            {
                ManifestLine? entry = JsonSerializer.Deserialize(line, ManifestJson.Default.ManifestLine);
                length += Encoding.UTF8.GetByteCount(line) + 1;
                content.Run = entry?.Run ?? content.Run;
                if (entry?.Checkpoint is not { } checkpoint)
                    continue;
                content.Checkpoint = checkpoint;
                content.LengthAtCheckpoint = length;
            }
        }
        catch (JsonException)
        {
            return null;
        }
        return content.Run is null ? null : content;
    }
}

/// <summary>What a manifest says.</summary>
internal sealed class ManifestContent
{
    public RunIdentity? Run { get; set; }

    public RunCheckpoint? Checkpoint { get; set; }

    public RunCompletion? Completion { get; set; }

    /// <summary>How many bytes the manifest has up to the end of the checkpoint.</summary>
    public long LengthAtCheckpoint { get; set; }
}

/// <summary>A line of a manifest: one of its parts.</summary>
internal sealed record ManifestLine
{
    public RunIdentity? Run { get; init; }

    /// <summary>An archive that was read to its end.</summary>
    public FinishedArchive? Done { get; init; }

    public RunCheckpoint? Checkpoint { get; init; }

    public RunCompletion? Completion { get; init; }
}

/// <summary>The run that a manifest belongs to: another command, version or set of inputs is another run.</summary>
/// <param name="Version">The version of the command.</param>
/// <param name="Command">Everything it was asked that changes what is written.</param>
/// <param name="Inputs">How many inputs there are.</param>
/// <param name="InputsHash">A hash of their paths, sizes and times of change.</param>
internal sealed record RunIdentity(string Version, string Command, int Inputs, string InputsHash);

/// <summary>Where a run stood: everything before is written, and a run that goes on begins here.</summary>
internal sealed record RunCheckpoint
{
    public required InputPosition Input { get; init; }

    public required RowPosition Output { get; init; }

    public RowPosition? Quotes { get; init; }

    public long DuplicatesLength { get; init; }

    public required TallyState Tally { get; init; }
}

/// <summary>The end of a run.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Rows">How many rows it wrote.</param>
/// <param name="Files">The files it wrote, and how many bytes each has.</param>
internal sealed record RunCompletion(int ExitCode, long Rows, IReadOnlyList<OutputFileSize> Files);

/// <summary>A file that a run wrote.</summary>
internal sealed record OutputFileSize(string Path, long Bytes);

[JsonSerializable(typeof(ManifestLine))]
[JsonSerializable(typeof(RunSummary))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ManifestJson : JsonSerializerContext;

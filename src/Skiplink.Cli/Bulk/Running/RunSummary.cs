using System.Text.Encodings.Web;
using System.Text.Json;

namespace Skiplink.Cli.Bulk.Running;

/// <summary>What a run did, for programs: the file that <c>--summary</c> names.</summary>
internal sealed record RunSummary
{
    private static readonly JsonSerializerOptions Written = new(ManifestJson.Default.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ManifestJson.Default,
    };

    public required string Version { get; init; }

    public required int ExitCode { get; init; }

    public required int Inputs { get; init; }

    public required long Rows { get; init; }

    public required long Failed { get; init; }

    public required long Warnings { get; init; }

    public required long Duplicates { get; init; }

    public required long Quotes { get; init; }

    public required long PageBytes { get; init; }

    public required long TextBytes { get; init; }

    /// <summary>The share of the pages' bytes that are text that was kept.</summary>
    public required double KeptShare { get; init; }

    /// <summary>How long this run took; one that went on from another counts from there.</summary>
    public required double Seconds { get; init; }

    public required double ProcessorSeconds { get; init; }

    public required double PagesPerSecond { get; init; }

    public required double MegabytesPerSecond { get; init; }

    /// <summary>The most memory that the process had, in bytes.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>How many bytes were allocated for each row of this run.</summary>
    public required long AllocatedBytesPerRow { get; init; }

    public required Dictionary<string, long> Kinds { get; init; }

    public required Dictionary<string, long> Verdicts { get; init; }

    public required Dictionary<string, long> Languages { get; init; }

    public required Dictionary<string, long> Failures { get; init; }

    public required Dictionary<string, long> LeftOut { get; init; }

    public required IReadOnlyList<SlowPage> Slowest { get; init; }

    public required IReadOnlyList<OutputFileSize> Files { get; init; }

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this,
        (System.Text.Json.Serialization.Metadata.JsonTypeInfo<RunSummary>)Written.GetTypeInfo(typeof(RunSummary))), (byte)'\n'];
}

using Skiplink.Cli.Bulk.Rows;
using Skiplink.Cli.Output;
using Skiplink.Cli.Output.Parquet;
using Skiplink.Cli.Output.Rows;
using Skiplink.Cli.Sources;

namespace Skiplink.Cli.Bulk.Running;

/// <summary>The files that a bulk run writes, and how.</summary>
internal sealed class BulkTarget
{
    private readonly BulkOptions _options;

    private BulkTarget(BulkOptions options, string path, RowFormat format, RowFormat? quotes) =>
        (_options, Path, Format, QuotesFormat) = (options, path, format, quotes);

    /// <summary>The output, where a link to it leads.</summary>
    public string Path { get; }

    /// <summary>How rows are written.</summary>
    public RowFormat Format { get; }

    /// <summary>How quotations are written; null when they are not.</summary>
    public RowFormat? QuotesFormat { get; }

    /// <summary>Whether the output is standard output, a device or a pipe, which nothing can be done with but writing.</summary>
    public bool IsStream => _options.Output == "-" || OutputFile.IsDevice(_options.Output);

    public string ManifestPath => Path + ".manifest";

    public string DuplicatesPath => Path + ".part.duplicates";

    /// <exception cref="UsageException">Options and names contradict each other.</exception>
    /// <exception cref="InputException">The output cannot be written.</exception>
    public static BulkTarget Of(BulkOptions options)
    {
        if (options.Output.Length == 0)
            throw new InputException("--out", "a file without a name cannot be written");
        RowFormat? byName = RowFormat.Of(options.Output);
        bool isParquet = options.IsParquet ?? byName?.IsParquet == true;
        if (byName is { IsCsv: true })
            throw new UsageException($"--out {options.Output}: pages are written as JSON lines or Parquet; CSV is for --quotes.");
        if (byName is not null && byName.IsParquet != isParquet)
            throw new UsageException($"--as {(isParquet ? "parquet" : "jsonl")} and the name {options.Output} contradict each other.");
        RowFormat format = byName ?? (isParquet
            ? new(System.IO.Path.GetExtension(options.Output), BlockPacking.Zstd, IsParquet: true) : RowFormat.JsonLines(options.Output));
        bool isStream = options.Output == "-" || OutputFile.IsDevice(options.Output);
        if (isStream && (isParquet || options.RowsPerFile is not null || options.Quotes is not null))
            throw new UsageException("Parquet, several files and quotations are written to files, not to standard output or a device.");
        RowFormat? quotes = options.Quotes is { } name ? RowFormat.Of(name) : null;
        if (options.Quotes is not null && quotes is not { IsCsv: true } and not { IsParquet: true })
            throw new UsageException($"--quotes {options.Quotes}: its name ends neither with .csv nor with .parquet.");
        if (options.Quotes is not null && RealPath.Of(options.Quotes) == RealPath.Of(options.Output))
            throw new UsageException("--quotes and --out name the same file.");
        OutputFile.RefuseInputs(options.Output, options.Inputs);
        OutputFile.RefuseInputs(options.Quotes, options.Inputs);
        string path = isStream ? options.Output : OutputFile.Target(options.Output);
        if (!isStream && System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new InputException(options.Output, "cannot be written: there is no folder " + folder);
        return new(options, path, format, quotes);
    }

    /// <summary>Opens the output of rows.</summary>
    public RowOutput OpenRows() => new(
        Path, Format, _options.RowsPerFile, [], Format.IsParquet ? Converter(RowColumns.Of(_options)) : null);

    /// <summary>Opens the output of quotations; null when there is none.</summary>
    public RowOutput? OpenQuotes()
    {
        if (QuotesFormat is not { } format)
            return null;
        byte[] header = format.IsCsv ? System.Text.Encoding.UTF8.GetBytes(string.Join(',', QuoteRows.Columns) + "\n") : [];
        return new(_options.Quotes!, format, null, header, format.IsParquet ? Converter(RowColumns.OfQuotes()) : null);
    }

    /// <summary>Whether a file is one that this run writes, by its real path.</summary>
    public bool IsOwn(string realPath)
    {
        if (IsStream)
            return false;
        foreach (string? own in (ReadOnlySpan<string?>)[Path, _options.Quotes, _options.Summary])
        {
            if (own is null)
                continue;
            string real = RealPath.Of(own);
            if (realPath == real || (realPath.StartsWith(real + ".", StringComparison.Ordinal) && IsBeside(realPath[real.Length..])))
                return true;
        }
        return _options.RowsPerFile is not null && IsNumbered(realPath);
    }

    private static bool IsBeside(string end) => end is ".part" or ".part.lock" or ".part.duplicates" or ".making" or ".manifest";

    private static Func<Stream, Stream, Task> Converter(IReadOnlyList<Column> columns) =>
        (rows, output) => ParquetConversion.RunAsync(columns, rows, output);

    /// <summary>Whether a path is that of one of several files: <c>out-00012.jsonl</c>, also while it is made.</summary>
    private bool IsNumbered(string realPath)
    {
        string real = RealPath.Of(Path), start = real[..^Format.Extension.Length] + "-";
        if (!realPath.StartsWith(start, StringComparison.Ordinal) || realPath.Length < start.Length + 5)
            return false;
        string end = realPath[(start.Length + 5)..];
        return realPath.AsSpan(start.Length, 5).IndexOfAnyExceptInRange('0', '9') < 0
            && (end == Format.Extension || (end.StartsWith(Format.Extension, StringComparison.Ordinal)
                && IsBeside(end[Format.Extension.Length..])));
    }
}

using System.CommandLine;
using System.Globalization;
using Skiplink.Cli.Bulk;
using Skiplink.Cli.Bulk.Inputs;
using Skiplink.Cli.Bulk.Running;

namespace Skiplink.Cli.Commands;

/// <summary><c>skiplink bulk INPUT… --out FILE</c>: many pages, and archives of pages, to JSON lines or Parquet.</summary>
internal sealed class BulkCommand
{
    private readonly Argument<string[]> _inputs = new("INPUT")
    {
        Description = "Files, folders, patterns, "
            + "@LIST (a file that names one of them a line), or - for standard input: pages (HTML, saved text, "
            + "MHTML) and archives (WARC, ARC, WET), as they are or packed by gzip or Zstandard.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _output = new("--out")
    {
        Description = "The file to write: .jsonl, .jsonl.gz, .jsonl.zst or .parquet; - for standard output.",
        Required = true,
        HelpName = "FILE",
    };

    private readonly Option<string?> _format = new("--as")
    {
        Description = "How to write rows; what the name of the output says when left out.",
        HelpName = "jsonl|parquet",
    };

    private readonly Option<string?> _index = new("--cdx")
    {
        Description = "Read those records alone that a CDX or CDXJ index names.",
        HelpName = "FILE",
    };

    private readonly Option<int?> _workers =
        CountOption.Create("--workers", "How many pages are read at once; as many as there are processors when left out.");

    private readonly Option<int?> _limit = CountOption.Create("--limit", "Write no more than so many rows.");
    private readonly Option<int?> _rowsPerFile = CountOption.Create("--rows-per-file", "Write several files of so many rows each.");
    private readonly Option<int?> _maxPage = CountOption.Create("--max-page", "The most megabytes that a page may have; 16 when left out.");

    private readonly Option<string?> _shard = new("--shard")
    {
        Description = "Read the part I of N of the inputs, I from 0 to N-1: for N machines.",
        HelpName = "I/N",
    };

    private readonly Option<string?> _quotes = new("--quotes")
    {
        Description = "Write a row for each quotation, too: .csv or .parquet.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _summary = new("--summary")
    {
        Description = "Write counts, speed and the slowest pages as JSON.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _duplicates = new("--duplicates")
    {
        Description = "Mark rows whose text is that of an earlier row, or nearly, by duplicate_of.",
    };

    private readonly FilterOptions _filter = new();
    private readonly ReadingOptions _reading = new();
    private readonly OutputOptions _writing = new();
    private readonly WithOption _with = new();

    public static Command Create()
    {
        BulkCommand bulk = new();
        bulk._format.AcceptOnlyFromAmong("jsonl", "parquet");
        Command command = new("bulk", "Reads many pages, in files and archives, and writes a row for each.")
        {
            bulk._inputs, bulk._output, bulk._format, bulk._rowsPerFile,
        };
        bulk._with.AddTo(command);
        foreach (Option option in (Option[])
            [bulk._quotes, bulk._duplicates, bulk._summary, bulk._index, bulk._shard, bulk._workers, bulk._limit, bulk._maxPage])
        {
            command.Add(option);
        }
        bulk._filter.AddTo(command);
        bulk._reading.AddTo(command);
        bulk._writing.AddTo(command);
        command.SetAction(bulk.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        (ArticleFormats formats, bool story) = _with.Read(arguments);
        string[] inputs = arguments.GetValue(_inputs) ?? [];
        if (inputs.Length == 0 && arguments.GetValue(_index) is null)
            throw new UsageException("There is no INPUT: name files, folders, @LIST or -.");
        string? shard = arguments.GetValue(_shard);
        int maxPage = arguments.GetValue(_maxPage) ?? BulkOptions.DefaultMaxPageBytes >> 20;
        if (maxPage > 1024)
            throw new UsageException($"--max-page {maxPage.ToString(CultureInfo.InvariantCulture)}: is more than 1024.");
        ReadOptions reading = _writing.Apply(arguments, _reading.Apply(arguments, new() { Formats = formats }));
        return new BulkRun(new()
        {
            Inputs = inputs,
            Output = arguments.GetValue(_output)!,
            Index = arguments.GetValue(_index),
            IsParquet = arguments.GetValue(_format) is { } format ? format == "parquet" : null,
            Workers = arguments.GetValue(_workers) ?? Environment.ProcessorCount,
            Limit = arguments.GetValue(_limit) ?? long.MaxValue,
            RowsPerFile = arguments.GetValue(_rowsPerFile),
            MaxPageBytes = maxPage << 20 is var bytes && bytes > 0 ? bytes : int.MaxValue,
            Shard = shard is null ? Shard.All
                : Shard.Parse(shard) ?? throw new UsageException($"--shard {shard}: is not I/N with I from 0 to N-1."),
            Reading = reading with { MaxBytes = Math.Max(reading.MaxBytes, maxPage << 20) },
            HasStory = story,
            Quotes = arguments.GetValue(_quotes),
            Summary = arguments.GetValue(_summary),
            Filter = _filter.Read(arguments),
            MarksDuplicates = arguments.GetValue(_duplicates),
        }).RunAsync(cancel);
    }
}

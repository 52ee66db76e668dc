using System.CommandLine;
using Skiplink.Cli.Bulk;

namespace Skiplink.Cli.Commands;

/// <summary><c>skiplink bulk INPUT… --out FILE</c>: many pages to lines of JSON.</summary>
internal sealed class BulkCommand
{
    private readonly Argument<string[]> _inputs = new("INPUT")
    {
        Description = "Files, folders, @LIST (a file that names one of them a line), or - for standard input; pages may be packed by gzip.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _output = new("--out")
    {
        Description = "The file to write, one JSON object a line; - for standard output.",
        Required = true,
        HelpName = "FILE.jsonl",
    };

    private readonly Option<int?> _workers =
        CountOption.Create("--workers", "How many pages are read at once; as many as there are processors when left out.");

    private readonly Option<int?> _limit = CountOption.Create("--limit", "Read no more than so many pages.");
    private readonly ReadingOptions _reading = new();
    private readonly OutputOptions _writing = new();
    private readonly WithOption _with = new();

    public static Command Create()
    {
        BulkCommand bulk = new();
        Command command = new("bulk", "Reads many pages and writes a line of JSON for each.") { bulk._inputs, bulk._output, bulk._workers };
        bulk._with.AddTo(command);
        command.Add(bulk._limit);
        bulk._reading.AddTo(command);
        bulk._writing.AddTo(command);
        command.SetAction(bulk.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        (ArticleFormats formats, bool story) = _with.Read(arguments);
        return new BulkRun
        {
            Inputs = arguments.GetValue(_inputs)!,
            Output = arguments.GetValue(_output)!,
            Workers = arguments.GetValue(_workers) ?? Environment.ProcessorCount,
            Limit = arguments.GetValue(_limit) ?? int.MaxValue,
            Options = _writing.Apply(arguments, _reading.Apply(arguments, new() { Formats = formats })),
            HasStory = story,
        }.RunAsync(cancel);
    }
}

using System.CommandLine;
using System.Text;
using Skiplink.Cli.Output;
using Skiplink.Cli.Sources;
using Skiplink.Cli.Terminal;

namespace Skiplink.Cli.Commands;

/// <summary><c>skiplink explain [SOURCE] -o FILE.html</c>: why each block of a page was kept or skipped.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Source = new("SOURCE")
    {
        Description = "A file, a URL, or - for standard input.",
        DefaultValueFactory = static _ => "-",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Where to write the page; standard output when left out.",
        HelpName = "FILE.html",
    };

    public static Command Create()
    {
        Command command = new("explain", "Writes a page of HTML that shows what was kept and skipped, and why.") { Source, Output };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        string source = arguments.GetValue(Source)!;
        OutputFile.RefuseInputs(arguments.GetValue(Output), source);
        PageInput page = await PageSource.ReadAsync(source, cancel);
        Explanation explanation = page.Explain(new(), new() { Url = page.Url });
        byte[] result = Encoding.UTF8.GetBytes(ExplanationPage.Write(explanation, TerminalText.Escape(source)));
        OutputFile.Write(arguments.GetValue(Output), result, cancel);
        return ExitCode.Done;
    }
}

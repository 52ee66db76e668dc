using System.CommandLine;
using System.Text;

namespace Skiplink.Cli.Commands;

/// <summary><c>skiplink explain [SOURCE] -o FILE.html</c>: why each block of a page was kept or skipped.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> source = new("SOURCE") { Description = "A file, a URL, or - for standard input.", DefaultValueFactory = static _ => "-" };
        Option<string?> output = new("--output", "-o") { Description = "Where to write the page; standard output when left out.", HelpName = "FILE.html" };
        Command command = new("explain", "Writes a page of HTML that shows what was kept and skipped, and why.") { source, output };
        command.SetAction(async (arguments, cancel) =>
        {
            PageInput page = await PageSource.OpenAsync(arguments.GetValue(source)!, cancel);
            ReadOptions options = new() { Url = page.Url, TransportEncoding = page.TransportEncoding };
            PageReader reader = new();
            Explanation explanation = page.IsSavedText ? reader.ExplainSavedText(page.Bytes, options) : reader.Explain(page.Bytes, options);
            await OutputFile.WriteAsync(arguments.GetValue(output), Encoding.UTF8.GetBytes(ExplanationPage.Write(explanation, arguments.GetValue(source)!)), cancel);
            return ExitCode.Done;
        });
        return command;
    }
}

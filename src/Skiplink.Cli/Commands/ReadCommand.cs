using System.CommandLine;
using System.Text;

namespace Skiplink.Cli.Commands;

/// <summary><c>skiplink read [SOURCE]</c>: the main text of one page.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        Argument<string> source = new("SOURCE") { Description = "A file, a URL, or - for standard input.", DefaultValueFactory = static _ => "-" };
        Option<string> format = new("--as") { Description = "How to write the text.", DefaultValueFactory = static _ => "markdown" };
        format.AcceptOnlyFromAmong("markdown", "text", "json");
        Option<string?> url = new("--url") { Description = "The page's address: links are made absolute against it.", HelpName = "BASE" };
        Option<string?> output = new("--output", "-o") { Description = "Where to write; standard output when left out.", HelpName = "FILE" };
        Option<bool> precision = new("--precision") { Description = "Rather miss something than keep a menu." };
        Option<bool> recall = new("--recall") { Description = "Rather keep a menu than miss something." };
        Option<bool> noImages = new("--no-images") { Description = "Leave images out of the Markdown." };
        Option<bool> noLinks = new("--no-links") { Description = "Leave links out of the Markdown; their texts remain." };
        Command command = new("read", "Reads one page and prints its main text.") { source, format, url, output, precision, recall, noImages, noLinks };
        command.Validators.Add(result =>
        {
            if (result.GetValue(precision) && result.GetValue(recall))
                result.AddError("--precision and --recall exclude each other.");
            if (result.GetValue(url) is { } text && !PageSource.IsWebAddress(text, out _))
                result.AddError($"--url {text} is not an absolute http or https address.");
        });
        command.SetAction(async (arguments, cancel) =>
        {
            PageInput page = await PageSource.OpenAsync(arguments.GetValue(source)!, cancel);
            Uri? address = arguments.GetValue(url) is { } given ? new(given) : page.Url;
            string form = arguments.GetValue(format)!;
            ReadOptions options = new()
            {
                Url = address,
                TransportEncoding = page.TransportEncoding,
                Formats = form == "markdown" ? ArticleFormats.Markdown : ArticleFormats.Text,
                Mode = arguments.GetValue(precision) ? SelectionMode.Precision : arguments.GetValue(recall) ? SelectionMode.Recall : SelectionMode.Balanced,
                Images = !arguments.GetValue(noImages),
                Links = !arguments.GetValue(noLinks),
            };
            PageReader reader = new();
            Article article = page.IsSavedText ? reader.ReadSavedText(page.Bytes, options) : reader.Read(page.Bytes, options);
            byte[] result = form switch
            {
                "json" => [.. ArticleJson.Write(article, arguments.GetValue(source)!, address), (byte)'\n'],
                "text" => Encoding.UTF8.GetBytes(WithEnd(article.Text)),
                _ => Encoding.UTF8.GetBytes(WithEnd(Titled(article))),
            };
            await OutputFile.WriteAsync(arguments.GetValue(output), result, cancel);
            if (article.Text.Length > 0)
                return ExitCode.Done;
            await Console.Error.WriteLineAsync($"skiplink: {arguments.GetValue(source)}: no main text was found.");
            return ExitCode.NothingReadable;
        });
        return command;
    }

    /// <summary>The Markdown as a document of its own, under its title.</summary>
    private static string Titled(Article article) =>
        article.Title is { Length: > 0 } title && article.Text.Length > 0 ? $"# {title}\n\n{article.Markdown}" : article.Markdown!;

    private static string WithEnd(string text) => text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
}

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
        format.AcceptOnlyFromAmong("markdown", "text", "html", "json", "xml");
        Option<string?> url = new("--url") { Description = "The page's address: links are made absolute against it.", HelpName = "BASE" };
        Option<string?> output = new("--output", "-o") { Description = "Where to write; standard output when left out.", HelpName = "FILE" };
        Option<bool> precision = new("--precision") { Description = "Rather miss something than keep a menu." };
        Option<bool> recall = new("--recall") { Description = "Rather keep a menu than miss something." };
        Option<bool> comments = new("--comments") { Description = "Keep what readers wrote under the page, too." };
        Option<bool> frontMatter = new("--front-matter") { Description = "Begin the Markdown with what the page says of itself, as YAML." };
        Option<string?> property = new("--property") { Description = "Print one property of the JSON form alone; exit 1 when the page does not have it.", HelpName = "NAME" };
        Option<bool> story = new("--story") { Description = "Tell who said what, when and where, too: in JSON as story, else behind the text." };
        OutputOptions writing = new();
        Command command = new("read", "Reads one page and prints its main text.") { source, format, url, output, precision, recall, comments, frontMatter, property, story };
        writing.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(precision) && result.GetValue(recall))
                result.AddError("--precision and --recall exclude each other.");
            if (result.GetValue(frontMatter) && (result.GetResult(format) is { Implicit: false, Tokens: [{ Value: not "markdown" }] } || result.GetValue(property) is not null))
                result.AddError("--front-matter goes with Markdown alone.");
            if (result.GetValue(property) is not null && result.GetResult(format) is { Implicit: false })
                result.AddError("--property and --as exclude each other.");
            if (result.GetValue(story) && result.GetResult(format) is { Implicit: false, Tokens: [{ Value: "html" or "xml" }] })
                result.AddError("--story goes with markdown, text and json.");
            if (result.GetValue(url) is { } text && !PageSource.IsWebAddress(text, out _))
                result.AddError($"--url {text} is not an absolute http or https address.");
        });
        command.SetAction(async (arguments, cancel) =>
        {
            PageInput page = await PageSource.OpenAsync(arguments.GetValue(source)!, cancel);
            Uri? address = arguments.GetValue(url) is { } given ? new(given) : page.Url;
            string? wanted = arguments.GetValue(property);
            string form = wanted is null ? arguments.GetValue(format)! : "json";
            ReadOptions options = writing.Apply(arguments, new()
            {
                Url = address,
                TransportEncoding = page.TransportEncoding,
                Comments = arguments.GetValue(comments),
                Formats = FormatsOf(wanted ?? form),
                Mode = arguments.GetValue(precision) ? SelectionMode.Precision : arguments.GetValue(recall) ? SelectionMode.Recall : SelectionMode.Balanced,
            });
            PageReader reader = new();
            Article article = page.IsSavedText ? reader.ReadSavedText(page.Bytes, options) : reader.Read(page.Bytes, options);
            string name = arguments.GetValue(source)!;
            byte[] result = form switch
            {
                "json" when arguments.GetValue(story) || wanted == "story" => [.. StoryOutput.AddTo(ArticleJson.Write(article, name, address), article), (byte)'\n'],
                "json" => [.. ArticleJson.Write(article, name, address), (byte)'\n'],
                "text" when arguments.GetValue(story) => Encoding.UTF8.GetBytes(WithEnd(StoryOutput.AddTo(article.Text, article, isMarkdown: false))),
                "text" => Encoding.UTF8.GetBytes(WithEnd(article.Text)),
                "html" => Encoding.UTF8.GetBytes(WithEnd(article.Html!)),
                "xml" => Encoding.UTF8.GetBytes(article.Tei!),
                _ => Encoding.UTF8.GetBytes((arguments.GetValue(frontMatter) ? FrontMatter.Write(article, name, address) + "\n" : "") + WithEnd(arguments.GetValue(story) ? StoryOutput.AddTo(article.MarkdownDocument!, article, isMarkdown: true) : article.MarkdownDocument!)),
            };
            if (wanted is not null)
            {
                if (PropertyText.Of(result, wanted) is not { } value)
                {
                    await Console.Error.WriteLineAsync($"skiplink: {name}: has no {wanted}.");
                    return ExitCode.NothingReadable;
                }
                result = Encoding.UTF8.GetBytes(value + "\n");
            }
            await OutputFile.WriteAsync(arguments.GetValue(output), result, cancel);
            if (article.Text.Length > 0 || wanted is not null)
                return ExitCode.Done;
            await Console.Error.WriteLineAsync($"skiplink: {name}: no main text was found.");
            return ExitCode.NothingReadable;
        });
        return command;
    }

    private static ArticleFormats FormatsOf(string form) => form switch
    {
        "markdown" => ArticleFormats.Markdown,
        "html" => ArticleFormats.Html,
        "xml" => ArticleFormats.Tei,
        _ => ArticleFormats.Text,
    };

    private static string WithEnd(string text) => text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
}

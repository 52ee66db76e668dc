using System.CommandLine;
using System.Text;
using Skiplink.Cli.Output;
using Skiplink.Cli.Sources;
using Skiplink.Cli.Terminal;
using Skiplink.Stories;

namespace Skiplink.Cli.Commands;

/// <summary><c>skiplink read [SOURCE]</c>: the main text of one page.</summary>
internal sealed class ReadCommand
{
    private readonly Argument<string> _source = new("SOURCE")
    {
        Description = "A file, a URL, or - for standard input.",
        DefaultValueFactory = static _ => "-",
    };

    private readonly Option<string> _format = new("--as")
    {
        Description = "How to write the text.",
        DefaultValueFactory = static _ => "markdown",
    };

    private readonly Option<string?> _url = new("--url")
    {
        Description = "The page's address: links are made absolute against it.",
        HelpName = "BASE",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Where to write; standard output when left out.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _frontMatter = new("--front-matter")
    {
        Description = "Begin the Markdown with what the page says of itself, as YAML.",
    };

    private readonly Option<string?> _property = new("--property")
    {
        Description = "Print one property of the JSON form alone; exit 1 when the page does not have it.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _story = new("--story")
    {
        Description = "Tell who said what, when and where, too: in JSON as story, else below the text.",
    };

    private readonly ReadingOptions _reading = new();
    private readonly OutputOptions _writing = new();
    private readonly WithOption _with = new();

    public static Command Create()
    {
        ReadCommand read = new();
        read._format.AcceptOnlyFromAmong("markdown", "text", "html", "json", "xml");
        Command command = new("read", "Reads one page and prints its main text.") { read._source, read._format, read._url, read._output };
        read._reading.AddTo(command);
        command.Add(read._frontMatter);
        command.Add(read._property);
        command.Add(read._story);
        read._with.AddTo(command);
        read._writing.AddTo(command);
        command.SetAction(read.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        string? property = arguments.GetValue(_property);
        string format = property is null ? arguments.GetValue(_format)! : "json";
        CheckUsage(arguments, property, format);
        Uri? given = AddressOf(arguments.GetValue(_url));
        (ArticleFormats formats, bool hasStory) = _with.Read(arguments);
        hasStory |= arguments.GetValue(_story) || property == "story";
        // The object of JSON has comments and related links in any case.
        ArticleFormats beside = ArticleFormats.Comments | ArticleFormats.Related;
        ReadOptions options = new() { Formats = formats | FormatsOf(property ?? format) | beside };
        options = _writing.Apply(arguments, _reading.Apply(arguments, options));
        options = options with { Comments = options.Comments || formats.HasFlag(ArticleFormats.Comments) };

        string source = arguments.GetValue(_source)!;
        OutputFile.RefuseInputs(arguments.GetValue(_output), source);
        PageInput page = await PageSource.ReadAsync(source, cancel);
        Uri? url = given ?? page.Url;
        Article article = page.Read(new(), options with { Url = url });
        string? frontMatter = arguments.GetValue(_frontMatter) ? FrontMatter.Write(article, source, url) : null;
        byte[] result = format == "json"
            ? Json(article, source, url, hasStory)
            : Encoding.UTF8.GetBytes(Document(article, format, hasStory, frontMatter));
        if (property is not null)
        {
            if (PropertyText.Of(result, property) is not { } value)
                throw new InputException(source, $"has no {property}");
            result = Encoding.UTF8.GetBytes(value + "\n");
        }
        OutputFile.Write(arguments.GetValue(_output), result, cancel);
        if (article.Text.Length > 0 || property is not null)
            return ExitCode.Done;
        string verdict = article.Verdict == PageVerdict.None ? "" : $" The page's verdict is {VerdictName.Of(article.Verdict)}.";
        Messages.Write($"{source}: no main text was found.{verdict}");
        return ExitCode.NothingReadable;
    }

    /// <exception cref="UsageException">Options contradict each other.</exception>
    private void CheckUsage(ParseResult arguments, string? property, string format)
    {
        if (property is not null && arguments.GetResult(_format) is { Implicit: false })
            throw new UsageException("--property and --as exclude each other.");
        if (arguments.GetValue(_frontMatter) && format != "markdown")
            throw new UsageException("--front-matter goes with Markdown alone.");
        if (arguments.GetValue(_story) && format is "html" or "xml")
            throw new UsageException("--story goes with markdown, text and json.");
        if (_with.IsGiven(arguments) && format != "json" && _with.Read(arguments) != (ArticleFormats.Comments, false))
            throw new UsageException("--with goes with --as json. Comments alone go with markdown, text and html too.");
        if (format == "xml" && (_reading.HasComments(arguments) || _with.IsGiven(arguments)))
            throw new UsageException("comments go with markdown, text, html and json.");
    }

    /// <exception cref="UsageException">It is no address of a page.</exception>
    private static Uri? AddressOf(string? text) =>
        text is null ? null
        : PageSource.IsWebAddress(text, out Uri? url) ? url
        : throw new UsageException($"--url {text}: is not an absolute http or https address.");

    private static ArticleFormats FormatsOf(string form) => form switch
    {
        "markdown" => ArticleFormats.Markdown,
        "html" => ArticleFormats.Html,
        _ => ArticleFormats.Text,
    };

    private static byte[] Json(Article article, string source, Uri? url, bool hasStory)
    {
        byte[] json = ArticleJson.Write(article, source, url);
        return [.. hasStory ? StoryOutput.AddTo(json, Story.Read(article)) : json, (byte)'\n'];
    }

    private static string Document(Article article, string format, bool hasStory, string? frontMatter)
    {
        if (format == "xml")
            return article.Tei!;
        string text = format switch { "text" => CommentText.Below(article), "html" => article.Html!, _ => article.MarkdownDocument! };
        if (hasStory)
            text = StoryOutput.AddTo(text, article, isMarkdown: format == "markdown");
        if (text.Length > 0 && !text.EndsWith('\n'))
            text += "\n";
        return frontMatter is null ? text : $"{frontMatter}\n{text}";
    }
}

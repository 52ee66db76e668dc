using System.CommandLine;

namespace Skiplink.Cli.Commands;

/// <summary>The option that says what an object of JSON has beside the text.</summary>
internal sealed class WithOption
{
    private readonly Option<string?> _with = new("--with")
    {
        Description = "What else an object of JSON has beside the text, with commas between: markdown, html, comments, related, story.",
        HelpName = "markdown,html,comments,related,story",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_with);

    /// <summary>Whether the option was given.</summary>
    public bool IsGiven(ParseResult arguments) => arguments.GetValue(_with) is not null;

    /// <summary>The formats that the option names.</summary>
    /// <exception cref="UsageException">It names something else.</exception>
    public (ArticleFormats Formats, bool Story) Read(ParseResult arguments)
    {
        ArticleFormats formats = ArticleFormats.Text;
        bool story = false;
        string list = arguments.GetValue(_with) ?? "";
        foreach (string name in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            story |= name == "story";
            formats |= name switch
            {
                "markdown" => ArticleFormats.Markdown,
                "html" => ArticleFormats.Html,
                "comments" => ArticleFormats.Comments,
                "related" => ArticleFormats.Related,
                "story" => ArticleFormats.Text,
                _ => throw new UsageException($"--with {list}: only markdown, html, comments, related and story can be named."),
            };
        }
        return (formats, story);
    }
}

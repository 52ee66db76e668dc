using System.CommandLine;

namespace Skiplink.Cli.Commands;

/// <summary>The options that say which text of a page is kept.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<bool> _precision = new("--precision") { Description = "Rather miss something than keep a menu." };
    private readonly Option<bool> _recall = new("--recall") { Description = "Rather keep a menu than miss something." };
    private readonly Option<bool> _comments = new("--comments")
    {
        Description = "Add what readers wrote under the page, in a section below the text.",
    };


    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_precision);
        command.Add(_recall);
        command.Add(_comments);
    }

    /// <summary>Whether comments are asked for.</summary>
    public bool HasComments(ParseResult arguments) => arguments.GetValue(_comments);

    /// <summary>The options as the library takes them.</summary>
    /// <exception cref="UsageException">They contradict each other.</exception>
    public ReadOptions Apply(ParseResult arguments, ReadOptions options)
    {
        bool precision = arguments.GetValue(_precision), recall = arguments.GetValue(_recall);
        if (precision && recall)
            throw new UsageException("--precision and --recall exclude each other.");
        return options with
        {
            Mode = precision ? SelectionMode.Precision : recall ? SelectionMode.Recall : SelectionMode.Balanced,
            Comments = arguments.GetValue(_comments),
        };
    }
}

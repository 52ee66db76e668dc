using System.CommandLine;

namespace Skiplink.Cli.Commands;

/// <summary>The options that say how the text is written. None of them changes which text is kept.</summary>
internal sealed class OutputOptions
{
    private readonly Option<bool> _noImages = new("--no-images") { Description = "Leave images and media out of Markdown, HTML and XML." };
    private readonly Option<bool> _noLinks = new("--no-links") { Description = "Leave links out; their texts remain." };
    private readonly Option<bool> _noTables = new("--no-tables") { Description = "Write the rows of tables as paragraphs." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_noImages);
        command.Add(_noLinks);
        command.Add(_noTables);
    }

    /// <summary>The options as the library takes them.</summary>
    public ReadOptions Apply(ParseResult arguments, ReadOptions options) => options with
    {
        Images = !arguments.GetValue(_noImages),
        Links = !arguments.GetValue(_noLinks),
        Tables = !arguments.GetValue(_noTables),
    };
}

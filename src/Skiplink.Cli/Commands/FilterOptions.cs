using System.CommandLine;
using System.Globalization;
using Skiplink.Cli.Bulk;

namespace Skiplink.Cli.Commands;

/// <summary>The options that say which pages become rows.</summary>
internal sealed class FilterOptions
{
    private static readonly HashSet<string> Kinds =
        [.. Enum.GetNames<PageKind>().Select(static name => name.ToLowerInvariant())];

    private static readonly HashSet<string> Verdicts = [.. Enum.GetValues<PageVerdict>().Select(VerdictName.Of)];

    private readonly Option<string?> _language = new("--language")
    {
        Description = "Only pages in these languages, with commas between: en,de.",
        HelpName = "LIST",
    };

    private readonly Option<string?> _kind = new("--kind")
    {
        Description = "Only pages of these kinds, with commas between: article,forum.",
        HelpName = "LIST",
    };

    private readonly Option<string?> _verdict = new("--verdict")
    {
        Description = "Only pages of these verdicts, with commas between: none for pages to read, error-page, paywall …",
        HelpName = "LIST",
    };

    private readonly Option<double?> _minConfidence = new("--min-confidence")
    {
        Description = "Only pages of this confidence or more, 0 to 1.",
        HelpName = "X",
        CustomParser = static result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number is >= 0 and <= 1)
                return number;
            result.AddError($"--min-confidence {text}: is not a number from 0 to 1.");
            return null;
        },
    };

    private readonly Option<int?> _minWords = CountOption.Create("--min-words", "Only pages whose text has so many words or more.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_language);
        command.Add(_kind);
        command.Add(_verdict);
        command.Add(_minConfidence);
        command.Add(_minWords);
    }

    /// <summary>The filter that the options ask for.</summary>
    /// <exception cref="UsageException">An option names something that there is not.</exception>
    public RowFilter Read(ParseResult arguments)
    {
        return new()
        {
            Languages = Words(arguments.GetValue(_language)),
            Kinds = Known("--kind", arguments.GetValue(_kind), Kinds),
            Verdicts = Known("--verdict", arguments.GetValue(_verdict), Verdicts),
            MinConfidence = arguments.GetValue(_minConfidence) ?? 0,
            MinWords = arguments.GetValue(_minWords) ?? 0,
        };
    }

    private static HashSet<string> Known(string option, string? list, HashSet<string> known)
    {
        HashSet<string> words = Words(list);
        foreach (string word in words.Where(w => !known.Contains(w)))
            throw new UsageException($"{option} {word}: there are {string.Join(", ", known)}.");
        return words;
    }

    private static HashSet<string> Words(string? list) =>
        [.. (list ?? "").ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

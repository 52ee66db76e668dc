using System.CommandLine;
using System.CommandLine.Parsing;

namespace Skiplink.Cli;

/// <summary>Parses the command line. What starts with a hyphen is an option or a fault, never the name of a file.</summary>
internal static class CommandArguments
{
    /// <summary>Arguments are taken as they are: a file called <c>@name</c> is not opened for more arguments.</summary>
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    /// <exception cref="UsageException">They are not understood.</exception>
    public static ParseResult Parse(Command root, string[] arguments)
    {
        ParseResult parsed = root.Parse(arguments, Configuration);
        string[] faults = [.. UnknownOptions(parsed), .. parsed.Errors.Select(static e => OneLine(e.Message))];
        return faults.Length == 0 ? parsed : throw new UsageException([.. faults.Distinct()]);
    }

    private static IEnumerable<string> UnknownOptions(ParseResult parsed)
    {
        // What stands behind -- is taken as it is.
        IEnumerable<Token> behindDashes = parsed.Tokens.SkipWhile(static t => t.Type != TokenType.DoubleDash);
        HashSet<Token> literal = new(behindDashes, ReferenceEqualityComparer.Instance);
        foreach (SymbolResult part in parsed.CommandResult.Children)
        {
            foreach (Token token in part.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-' && !literal.Contains(t)))
            {
                if (part is ArgumentResult)
                    yield return $"There is no option {token.Value}; a file of that name is ./{token.Value}.";
                else if (part is OptionResult option && token.Value.StartsWith("--", StringComparison.Ordinal))
                    yield return $"{option.Option.Name} has no value, and there is no option {token.Value}.";
            }
        }
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

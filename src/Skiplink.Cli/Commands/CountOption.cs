using System.CommandLine;
using System.Globalization;

namespace Skiplink.Cli.Commands;

/// <summary>Makes options whose value is a number of at least 1.</summary>
internal static class CountOption
{
    public static Option<int?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1)
                return number;
            result.AddError($"{name} {text}: is not a whole number of at least 1.");
            return null;
        },
    };
}

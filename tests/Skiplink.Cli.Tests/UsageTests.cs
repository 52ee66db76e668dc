using System.CommandLine;
using Skiplink.Cli.Commands;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class UsageTests
{
    private static readonly string Page = Command.Sample("harbour-talks.html");

    [Theory]
    [InlineData("read PAGE --property", "'--property'")]
    [InlineData("read PAGE --url", "'--url'")]
    [InlineData("read PAGE --as", "'--as'")]
    [InlineData("read PAGE --with", "'--with'")]
    [InlineData("read PAGE -o", "'-o'")]
    [InlineData("explain PAGE -o", "'-o'")]
    [InlineData("bulk PAGE --out", "'--out'")]
    [InlineData("bulk PAGE --out o --limit", "'--limit'")]
    [InlineData("bulk PAGE --out o --workers", "'--workers'")]
    [InlineData("bulk PAGE --out o --with", "'--with'")]
    [InlineData("read PAGE -o --url", "--output has no value")]
    public Task An_option_without_its_value_is_wrong_usage(string line, string message) => AssertWrongUsageAsync(line, message);

    [Theory]
    [InlineData("read --bogus", "There is no option --bogus")]
    [InlineData("read --as-json", "There is no option --as-json")]
    [InlineData("read PAGE --bogus", "--bogus")]
    [InlineData("explain -x", "There is no option -x")]
    [InlineData("bulk --bogus --out o", "There is no option --bogus")]
    [InlineData("read PAGE -o --bogus", "there is no option --bogus")]
    [InlineData("raed PAGE", "raed")]
    [InlineData("", "command")]
    public Task What_is_no_option_and_no_command_is_wrong_usage(string line, string message) => AssertWrongUsageAsync(line, message);

    [Fact]
    public async Task Behind_two_hyphens_stands_the_name_of_a_file() =>
        (await Command.RunAsync("read", "--", "--bogus")).AssertFails("--bogus: there is no such file.");

    [Theory]
    [InlineData("bulk PAGE --out o --limit x", "--limit x: is not a whole number of at least 1.")]
    [InlineData("bulk PAGE --out o --limit 0", "--limit 0: is not a whole number of at least 1.")]
    [InlineData("bulk PAGE --out o --limit 99999999999", "--limit 99999999999: is not")]
    [InlineData("bulk PAGE --out o --workers -1", "--workers -1: is not")]
    public Task A_number_that_is_none_is_named(string line, string message) => AssertWrongUsageAsync(line, message);

    [Theory]
    [InlineData("rel/x")]
    [InlineData("/x")]
    [InlineData("//e.example/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("not-an-address")]
    public Task An_address_that_is_not_absolute_or_not_of_the_web_is_wrong_usage(string url) =>
        AssertWrongUsageAsync($"read PAGE --url {url}", $"--url {url}: is not an absolute http or https address.");

    [Theory]
    [InlineData("read PAGE --precision --recall", "exclude each other")]
    [InlineData("bulk PAGE --out o --precision --recall", "exclude each other")]
    [InlineData("read PAGE --as text --property title", "exclude each other")]
    [InlineData("read PAGE --as text --front-matter", "Markdown alone")]
    [InlineData("read PAGE --property title --front-matter", "Markdown alone")]
    [InlineData("read PAGE --as html --story", "--story goes with")]
    [InlineData("read PAGE --with html", "--with goes with --as json.")]
    [InlineData("read PAGE --as json --with pdf", "--with pdf")]
    [InlineData("read PAGE --as poem", "poem")]
    [InlineData("read PAGE PAGE", "harbour-talks.html")]
    [InlineData("bulk PAGE", "--out")]
    public Task Options_that_do_not_go_together_are_wrong_usage(string line, string message) => AssertWrongUsageAsync(line, message);

    [Theory]
    [InlineData("read --bogus", "There is no option --bogus")]
    [InlineData("read PAGE --precision --recall", "exclude each other")]
    public async Task Wrong_usage_has_an_exit_code_of_its_own_and_says_where_to_look(string line, string message) =>
        (await Command.RunAsync(Arguments(line))).AssertWrongUsage(message);

    /// <summary>Parses and runs a command line within this process, as the command does.</summary>
    private static async Task AssertWrongUsageAsync(string line, string message)
    {
        System.CommandLine.Command root = new("skiplink") { ReadCommand.Create(), ExplainCommand.Create(), BulkCommand.Create() };
        InvocationConfiguration invocation = new() { EnableDefaultExceptionHandler = false };
        UsageException usage = await Assert.ThrowsAsync<UsageException>(() =>
            CommandArguments.Parse(root, Arguments(line)).InvokeAsync(invocation, TestContext.Current.CancellationToken));
        Assert.Contains(usage.Messages, said => said.Contains(message, StringComparison.Ordinal));
    }

    private static string[] Arguments(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static a => a == "PAGE" ? Page : a)];
}

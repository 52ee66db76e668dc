using System.CommandLine;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class CommandRunnerTests
{
    [Fact]
    public async Task A_fault_of_ours_is_a_line_and_exit_1()
    {
        TextWriter errors = Console.Error;
        using StringWriter caught = new();
        Console.SetError(caught);
        try
        {
            System.CommandLine.Command broken = new("broken");
            broken.SetAction((Func<ParseResult, int>)(static _ => throw new InvalidCastException("at \u001b[31m")));
            System.CommandLine.Command root = new("skiplink") { broken };
            Assert.Equal(1, await CommandRunner.RunAsync(root, ["broken"]));
        }
        finally
        {
            Console.SetError(errors);
        }
        Assert.Equal(
            @"skiplink: this is a fault of skiplink, please report it: InvalidCastException: at \u001b[31m" + Environment.NewLine,
            caught.ToString());
    }
}

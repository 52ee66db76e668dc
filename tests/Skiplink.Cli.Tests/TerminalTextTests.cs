using Skiplink.Cli.Terminal;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("Ünïted 東京 👩‍💻 می‌خواهم", "Ünïted 東京 👩‍💻 می‌خواهم")]
    [InlineData("\u001b[31mred\u001b]0;title\u0007", @"\u001b[31mred\u001b]0;title\u0007")]
    [InlineData("a\r\nb\tc\0\b\u007f", @"a\r\nb\tc\u0000\u0008\u007f")]
    [InlineData("\u009b2J\u0085\u2028", @"\u009b2J\u0085\u2028")]
    [InlineData("gpj\u202Eexe\u2066\u200F\uFEFF", @"gpj\u202eexe\u2066\u200f\ufeff")]
    [InlineData("\U000E0041", @"\U000e0041")]
    [InlineData("", "")]
    public void What_a_terminal_would_obey_is_written_out(string text, string expected) =>
        Assert.Equal(expected, TerminalText.Escape(text));

    [Fact]
    public void A_result_on_a_terminal_keeps_its_lines_and_has_no_escape_code()
    {
        string result = "# Der Titel\u009b31m\n\nText\u001b[2J\tmehr\u0085\r\n";
        byte[] shown = TerminalText.EscapeControls(System.Text.Encoding.UTF8.GetBytes(result));
        Assert.Equal("# Der Titel\\u009b31m\n\nText\\u001b[2J\tmehr\\u0085\r\n", System.Text.Encoding.UTF8.GetString(shown));
    }

    [Fact]
    public void Half_a_character_is_written_out()
    {
        char[] halves = ['a', '\ud800', 'b', '\udc00'];
        Assert.Equal(@"a\ud800b\udc00", TerminalText.Escape(new(halves)));
    }

    [Fact]
    public void No_character_at_all_is_a_control_behind_it()
    {
        for (int c = 0; c <= char.MaxValue; c++)
            Assert.DoesNotContain(TerminalText.Escape(((char)c).ToString()), char.IsControl);
    }

    [Fact]
    public void Long_text_is_cut() => Assert.Equal(TerminalText.MaxLength + 1, TerminalText.Escape(new('x', 100_000)).Length);

    [Fact]
    public async Task The_name_of_a_file_cannot_command_the_terminal()
    {
        Command run = await Command.RunAsync("read", "\u001b[2J\u009b.html");
        run.AssertFails(@"\u001b[2J\u009b.html: there is no such file.");
        Command option = await Command.RunAsync("read", "--\u001b[2J");
        option.AssertWrongUsage(@"--\u001b[2J");
        Assert.DoesNotContain('\u001b', run.Errors + option.Errors);
        string page = Path.Combine(Directory.CreateTempSubdirectory("skiplink").FullName, "\u001b[2J.html");
        File.WriteAllBytes(page, TestPage.Bytes);
        Command explained = await Command.RunAsync("explain", page);
        Assert.Equal((0, ""), (explained.ExitCode, explained.Errors));
        Assert.DoesNotContain('\u001b', explained.Output);
    }
}

using System.Globalization;
using System.Reflection;
using System.Text;
using Skiplink.Html.Names;
using TableGen;
using Xunit;

namespace Skiplink.Html.Tests;

/// <summary>
/// Programs that use <see cref="HtmlNames"/> have its numbers compiled in, so a published number stands for its name for ever.
/// </summary>
public sealed class PublishedNamesTests
{
    private static readonly (int Number, string Constant, string Name)[] Published =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests/Skiplink.Html.Tests/PublishedNames.txt"))
            .Select(static line => line.Split(' '))
            .Select(static words => (int.Parse(words[0], CultureInfo.InvariantCulture), words[1], words[2]))];

    [Fact]
    public void Published_names_keep_their_numbers()
    {
        Dictionary<string, int> constants = Constants();
        NameTable names = new();
        foreach ((int number, string constant, string name) in Published)
        {
            Assert.Equal((constant, number), (constant, constants.GetValueOrDefault(constant)));
            Assert.Equal((number, name), (number, Encoding.UTF8.GetString(names[number])));
        }
    }

    [Fact]
    public void Every_name_is_in_the_published_list()
    {
        HashSet<string> published = [.. Published.Select(static line => line.Constant)];
        IEnumerable<string> missing = Constants().Where(c => !published.Contains(c.Key)).Select(static c => $"{c.Value} {c.Key}");
        Assert.True(!missing.Any(), $"Append to PublishedNames.txt: {string.Join(", ", missing)}");
    }

    [Fact]
    public void The_number_of_known_names_is_not_compiled_into_callers() =>
        Assert.NotNull(typeof(HtmlNames).GetProperty(nameof(HtmlNames.KnownCount)));

    [Theory]
    [InlineData("1 element a|1 element b", "1 stands for a and for b")]
    [InlineData("1 element a|2 element b|3 attribute a", "a has the numbers 1 and 3")]
    [InlineData("1 element a|3 element b", "nothing has number 2")]
    [InlineData("1 element a|element b", "element stands where the number of a name is due")]
    [InlineData("1 element a|2 svg-element b 2 B", "2 stands for b and for B")]
    public void The_generator_refuses_numbers_that_repeat_or_leave_a_gap(string lines, string message)
    {
        string[][] rows = [.. lines.Split('|').Select(static line => line.Split(' '))];
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => NameTables.Generate(rows)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_element_takes_the_next_number_and_renumbers_nothing()
    {
        string before = NameTables.Generate([["1", "element", "a"], ["2", "attribute", "b"]]);
        string after = NameTables.Generate([["1", "element", "a"], ["3", "element", "c", "special"], ["2", "attribute", "b"]]);
        foreach (string code in new[] { before, after })
        {
            Assert.Contains("const int A = 1;", code, StringComparison.Ordinal);
            Assert.Contains("const int B = 2;", code, StringComparison.Ordinal);
        }
        Assert.Contains("const int C = 3;", after, StringComparison.Ordinal);
        Assert.Contains("0,\n        0, 0, 1,", after, StringComparison.Ordinal);
    }

    private static Dictionary<string, int> Constants() => typeof(HtmlNames).GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(static field => field.Name, static field => (int)field.GetRawConstantValue()!, StringComparer.Ordinal);
}

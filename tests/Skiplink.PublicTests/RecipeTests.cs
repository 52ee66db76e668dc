using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Skiplink.PublicTests;

/// <summary>
/// The programs of docs/recipes.md and of the packages' READMEs, compiled together against the packages and run one by one.
/// </summary>
[Collection("Packages")]
public sealed partial class RecipeTests(PackageFeed feed)
{
    private static readonly string[] Pages =
        ["docs/recipes.md", "src/Skiplink/PACKAGE.md", "src/Skiplink.Html/PACKAGE.md", "src/Skiplink.Story/PACKAGE.md",
            "src/Skiplink.Archives/PACKAGE.md", "README.md"];

    [Fact]
    public void Every_recipe_compiles_and_prints_what_its_comments_say()
    {
        PackageFeed.SkipUnlessLongTestsAreOn();
        string[] recipes = [.. Pages.SelectMany(ProgramsOf)];
        int own = ProgramsOf(Pages[0]).Count();
        Assert.True(own >= 10);
        Assert.True(recipes.Length >= own + 3);
        StringBuilder main = new();
        string project = feed.NewProgram("Recipes", "", "Skiplink Skiplink.Html Skiplink.Story Skiplink.Archives");
        foreach (string copy in (string[])["page.html", "story.html"])
            File.Copy(Path.Combine(PackageFeed.Root, "samples", "harbour-talks.html"), Path.Combine(project, copy));
        File.WriteAllText(Path.Combine(project, "crawl.warc.gz"), "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
        for (int i = 0; i < recipes.Length; i++)
        {
            main.Append(CultureInfo.InvariantCulture, $"Console.WriteLine(\"== {i}\");\nawait Recipes.Recipe{i}.Run();\n");
            File.WriteAllText(Path.Combine(project, $"Recipe{i}.cs"), AsMethod(recipes[i], i));
        }
        File.WriteAllText(Path.Combine(project, "Program.cs"), main.ToString());
        string[] outputs = PackageFeed.Run(project, "dotnet", "run").Split("== ")[1..];
        Assert.Equal(recipes.Length, outputs.Length);
        for (int i = 0; i < own; i++)
        {
            string[] printed = outputs[i].Split('\n');
            foreach (Match wanted in Printed().Matches(recipes[i]))
                Assert.True(
                    printed.Contains(wanted.Groups[1].Value), $"Recipe {i + 1} should print {wanted.Groups[1].Value}:\n{outputs[i]}");
        }
    }

    private static IEnumerable<string> ProgramsOf(string page) =>
        Program().Matches(File.ReadAllText(Path.Combine(PackageFeed.Root, page))).Select(static m => m.Groups[1].Value);

    /// <summary>Statements in a method, types behind it, as the compiler treats a program of top-level statements.</summary>
    private static string AsMethod(string recipe, int number)
    {
        string[] lines = recipe.Split('\n');
        int body = Array.FindIndex(lines, static l => l.Length > 0 && !UsingDirective().IsMatch(l));
        int types = Array.FindIndex(lines, body, static l => l.StartsWith("sealed class", StringComparison.Ordinal));
        types = types < 0 ? lines.Length : types;
        // A method without an await is a warning, which is an error here.
        return $$"""
            {{string.Join('\n', lines[..body])}}
            namespace Recipes;

            internal static class Recipe{{number}}
            {
                public static async Task Run()
                {
                    await Task.CompletedTask;
            {{string.Join('\n', lines[body..types])}}
                }
            }

            {{string.Join('\n', lines[types..])}}
            """;
    }

    [GeneratedRegex(@"^using [\w.]+;")]
    private static partial Regex UsingDirective();

    [GeneratedRegex("```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    // The comment of a line that prints; other comments are words.
    [GeneratedRegex(@"^Console\.WriteLine\(.*\);\s+// (.+)$", RegexOptions.Multiline)]
    private static partial Regex Printed();
}

using Xunit;

namespace Skiplink.Html.Tests;

/// <summary>Code is read side by side: a line has at most 140 columns. Generated files (<c>*.g.cs</c>) are not read.</summary>
public sealed class LineLengthTests
{
    private const int MaxColumns = 140;

    [Fact]
    public void No_line_of_code_has_more_than_140_columns()
    {
        List<string> tooLong = [];
        foreach (string file in ((string[])["src", "tests", "bench", "tools", "samples"]).SelectMany(FilesIn))
        {
            int number = 0;
            foreach (string line in File.ReadLines(file))
            {
                number++;
                if (line.Length > MaxColumns)
                    tooLong.Add($"{Path.GetRelativePath(Repository.Root, file)}:{number}: {line.Length} columns");
            }
        }
        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".g.cs", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));
}

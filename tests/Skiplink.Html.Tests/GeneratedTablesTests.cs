using TableGen;
using Xunit;

namespace Skiplink.Html.Tests;

public sealed class GeneratedTablesTests
{
    [Fact]
    public void Generated_tables_are_what_the_generator_makes_of_the_data()
    {
        GeneratedFile[] files = [.. Tables.All(Repository.Root)];
        Assert.True(files.Length >= 3);
        foreach (GeneratedFile file in files)
        {
            Assert.True(
                File.ReadAllText(Path.Combine(Repository.Root, file.Path)) == file.Content,
                $"{file.Path} is stale: run dotnet run --project tools/TableGen.");
        }
    }
}

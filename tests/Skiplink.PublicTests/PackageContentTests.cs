using System.IO.Compression;
using System.Xml.Linq;
using Xunit;

namespace Skiplink.PublicTests;

[Collection("Packages")]
public sealed class PackageContentTests(PackageFeed feed)
{
    [Theory]
    [InlineData("Skiplink.Html", "lib/net10.0/Skiplink.Html.dll lib/net10.0/Skiplink.Html.xml")]
    [InlineData("Skiplink", "lib/net10.0/Skiplink.dll lib/net10.0/Skiplink.xml buildTransitive/Skiplink.targets")]
    [InlineData("Skiplink.Story", "lib/net10.0/Skiplink.Story.dll lib/net10.0/Skiplink.Story.xml")]
    [InlineData("Skiplink.Archives", "lib/net10.0/Skiplink.Archives.dll lib/net10.0/Skiplink.Archives.xml")]
    [InlineData("Skiplink.Cli", "tools/net10.0/any/Skiplink.Cli.dll tools/net10.0/any/DotnetToolSettings.xml")]
    public void A_package_says_what_it_is_and_carries_its_licence_and_notice(string id, string files)
    {
        PackageFeed.SkipUnlessLongTestsAreOn();
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Folder, $"{id}.{feed.Version}.nupkg"));
        foreach (string file in (string[])["README.md", "icon.png", "LICENSE", "NOTICE", .. files.Split(' ')])
            Assert.True(package.GetEntry(file) is { Length: > 0 }, $"{id} has no {file}");
        using (StreamReader notice = new(package.GetEntry("NOTICE")!.Open()))
            Assert.Contains("CC BY 4.0", notice.ReadToEnd(), StringComparison.Ordinal);
        XElement metadata = Metadata(package);
        Assert.Equal("MIT", Value(metadata, "license"));
        foreach (string name in (string[])["readme", "icon", "tags", "projectUrl", "description", "releaseNotes"])
            Assert.False(string.IsNullOrEmpty(Value(metadata, name)), $"{id} has no {name}");
        XElement repository = metadata.Elements().Single(static e => e.Name.LocalName == "repository");
        Assert.Equal("git", (string?)repository.Attribute("type"));
        Assert.NotNull(repository.Attribute("commit"));
    }

    [Theory]
    [InlineData("Skiplink", "Skiplink.Html")]
    [InlineData("Skiplink.Story", "Skiplink")]
    public void A_package_wants_exactly_its_own_version_of_the_next(string id, string next)
    {
        PackageFeed.SkipUnlessLongTestsAreOn();
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Folder, $"{id}.{feed.Version}.nupkg"));
        XElement dependency = Assert.Single(Metadata(package).Descendants(), static e => e.Name.LocalName == "dependency");
        Assert.Equal((next, $"[{feed.Version}]"), ((string?)dependency.Attribute("id"), (string?)dependency.Attribute("version")));
    }

    [Theory]
    [InlineData("Skiplink.Html")]
    [InlineData("Skiplink")]
    [InlineData("Skiplink.Story")]
    [InlineData("Skiplink.Archives")]
    public void Symbols_lie_beside_a_library(string id)
    {
        PackageFeed.SkipUnlessLongTestsAreOn();
        using ZipArchive symbols = ZipFile.OpenRead(Path.Combine(feed.Folder, $"{id}.{feed.Version}.snupkg"));
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{id}.pdb"));
    }

    private static XElement Metadata(ZipArchive package)
    {
        using Stream nuspec = package.Entries.Single(static e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private static string? Value(XElement metadata, string name) =>
        metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
}

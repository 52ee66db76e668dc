using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

[assembly: AssemblyFixture(typeof(Skiplink.PublicTests.PackageFeed))]

namespace Skiplink.PublicTests;

/// <summary>
/// The packages of this source tree in a folder of their own, made when the first test wants them. They have a version that no other run
/// uses, since NuGet unpacks a version once and never looks again; what it unpacked is deleted at the end.
/// </summary>
public sealed class PackageFeed : IDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("skiplink-packages-").FullName;
    private string? _feed;

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    /// <summary>The folder with the packages.</summary>
    public string Folder => _feed ??= Pack();

    /// <summary>Skips a test unless SKIPLINK_ALL_TESTS is 1: packages and programs are built for it, which takes minutes.</summary>
    public static void SkipUnlessLongTestsAreOn() =>
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("SKIPLINK_ALL_TESTS") == "1", "Builds packages and programs; set SKIPLINK_ALL_TESTS=1.");

    /// <summary>A new folder whose programs find the packages, and everything else where the machine's own settings say.</summary>
    public string NewFolder(string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_work, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration><packageSources><add key="skiplink-test" value="{Folder}" /></packageSources></configuration>
            """);
        return folder;
    }

    /// <summary>A folder with a project that uses packages, and its program.</summary>
    public string NewProgram(
        string name, string program, string packages = "Skiplink", string sdk = "Microsoft.NET.Sdk", string properties = "")
    {
        string folder = NewFolder(name);
        IEnumerable<string> references = packages.Split(' ').Select(p => $"""<PackageReference Include="{p}" Version="{Version}" />""");
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                {properties}
              </PropertyGroup>
              <ItemGroup>{string.Concat(references)}</ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }

    /// <summary>Runs a program to its end, which must be exit code 0, and gives its standard output.</summary>
    public static string Run(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(
            program, arguments)
        { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the test run sets for itself is not the programs' business.
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(
            process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{errors.Result}");
        return output;
    }

    public void Dispose()
    {
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string id in (string[])["skiplink", "skiplink.html", "skiplink.story", "skiplink.cli"])
        {
            if (Path.Combine(packages, id, Version) is var unpacked && Directory.Exists(unpacked))
                Directory.Delete(unpacked, recursive: true);
        }
        Directory.Delete(_work, recursive: true);
    }

    private string Pack()
    {
        string feed = Path.Combine(_work, "feed");
        // With artifacts of its own it changes nothing of the tree that is being tested.
        Run(
            Root, "dotnet", "pack", "packaging/Packages.slnf", "-c", "Release", "-o", feed, "-p:Version=" + Version,
            "--artifacts-path", Path.Combine(_work, "artifacts"), "-v", "q");
        return feed;
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

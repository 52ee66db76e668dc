using System.Runtime.CompilerServices;
using Xunit;

namespace Skiplink.Tests;

/// <summary>Where things stand in the repository and beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    /// <summary>A path below ../shared; skips the running test when it is not there.</summary>
    public static string Shared(string name)
    {
        string path = Path.GetFullPath(Path.Combine(Root, "..", "shared", name));
        Assert.SkipUnless(
            Path.Exists(path), $"Skipped: ../shared/{name} is not here; it holds labelled pages that are not part of the repository.");
        return path;
    }

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

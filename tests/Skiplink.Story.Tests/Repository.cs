using System.Runtime.CompilerServices;
using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>Where things stand beside the repository.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>A path below ../shared; skips the running test when it is not there.</summary>
    public static string Shared(string name)
    {
        string path = Path.GetFullPath(Path.Combine(Root, "..", "shared", name));
        Assert.SkipUnless(Path.Exists(path), $"Skipped: ../shared/{name} is not here; it is not part of the repository.");
        return path;
    }

    /// <summary>A folder of the repository.</summary>
    public static string Folder(string name) => Path.Combine(Root, name);

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

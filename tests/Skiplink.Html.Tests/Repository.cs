using System.Runtime.CompilerServices;

namespace Skiplink.Html.Tests;

/// <summary>Where the repository is, for tests that look at its files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

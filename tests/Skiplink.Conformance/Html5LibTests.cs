using System.Runtime.CompilerServices;
using Xunit;

namespace Skiplink.Conformance;

/// <summary>
/// Finds html5lib-tests in the places where they may be: as a submodule or clone of this repository, or beside it. Where they are absent,
/// the tests that need them are skipped and say so.
/// </summary>
internal static class Html5LibTests
{
    /// <summary>The places below the repository's root, in the order in which they are tried.</summary>
    private static readonly string[] Places = ["tests/html5lib-tests", "../shared/data/html5lib-tests"];

    /// <summary>The path of a folder of the suite; skips the running test when no place has it.</summary>
    public static string Folder(string name)
    {
        string? path = Find(Root(), name);
        Assert.SkipUnless(path is not null, "Skipped: html5lib-tests is not here; docs/parser.md says how to fetch it.");
        return path!;
    }

    /// <summary>The path of a folder of the suite in the first place that has it, or null.</summary>
    public static string? Find(string root, string name) =>
        Places.Select(place => Path.GetFullPath(Path.Combine(root, place, name))).FirstOrDefault(Directory.Exists);

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

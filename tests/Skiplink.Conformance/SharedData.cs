using System.Runtime.CompilerServices;
using Xunit;

namespace Skiplink.Conformance;

/// <summary>Finds the labelled data that stands beside the repository; where it is absent, the tests that need it are skipped and say so.</summary>
internal static class SharedData
{
    private const string Where =
        "is not here. It holds html5lib-tests (https://github.com/html5lib/html5lib-tests, MIT): put its folders tokenizer, tree-construction and encoding there to run these tests.";

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A folder below ../shared/data; skips the running test when it does not exist.</summary>
    public static string Folder(string name)
    {
        string path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", name));
        Assert.SkipUnless(Directory.Exists(path), $"Skipped: ../shared/data/{name} {Where}");
        return path;
    }

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

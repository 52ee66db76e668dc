using Xunit;

namespace Skiplink.Tests;

/// <summary>Tests that take long: they run where <c>SKIPLINK_ALL_TESTS=1</c> is set, as <c>.ci/run</c> does.</summary>
internal static class LongTests
{
    private const string Switch = "SKIPLINK_ALL_TESTS";

    public static bool AreOn { get; } = Environment.GetEnvironmentVariable(Switch) == "1";

    /// <summary>Skips the running test unless long tests are on.</summary>
    public static void SkipUnlessOn() => Assert.SkipUnless(AreOn, $"Skipped: long test, set {Switch}=1.");
}

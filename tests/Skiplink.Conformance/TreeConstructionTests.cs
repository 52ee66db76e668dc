using Skiplink.Html;
using Xunit;

namespace Skiplink.Conformance;

/// <summary>Runs the tree construction tests of html5lib-tests, each with scripting off and on unless it names one of them.</summary>
public sealed class TreeConstructionTests(ITestOutputHelper output)
{
    /// <summary>
    /// Tests that cannot pass, each with its reason: scripts that write into the page while it is parsed are never executed here.
    /// </summary>
    private static readonly Dictionary<string, string> Impossible = new(StringComparer.Ordinal)
    {
        ["scripted/adoption01.dat #1 on"] = "The script moves an element while the page is parsed.",
        ["scripted/ark.dat #1 on"] = "The script changes an attribute while the page is parsed.",
        ["scripted/webkit01.dat #1 on"] = "The script calls document.write.",
        ["scripted/webkit01.dat #2 on"] = "The script calls document.write.",
    };

    [Fact]
    public void Every_tree_construction_test_gives_the_expected_tree()
    {
        string folder = Html5LibTests.Folder("tree-construction");
        int passed = 0, tests = 0, impossible = 0;
        List<string> failures = [];
        foreach (string file in Directory.GetFiles(folder, "*.dat", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (TreeTest test in TreeTestFile.Read(file))
            {
                tests++;
                foreach (bool scripting in new[] { false, true })
                {
                    if (scripting ? !test.ScriptOn : !test.ScriptOff)
                        continue;
                    string name = $"{Path.GetRelativePath(folder, file)} #{test.Number} {(scripting ? "on" : "off")}";
                    string actual = Run(test, scripting);
                    if (Impossible.ContainsKey(name))
                    {
                        impossible++;
                        Assert.NotEqual(test.Expected, actual);
                    }
                    else if (actual == test.Expected)
                    {
                        passed++;
                    }
                    else
                    {
                        failures.Add($"{name}\n{test.Data}\nexpected\n{test.Expected}\nactual\n{actual}");
                    }
                }
            }
        }
        output.WriteLine($"tree construction: {tests} tests, {passed} runs passed, {failures.Count} failed, {impossible} impossible");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(25)));
        Assert.True(tests > 1500, $"Only {tests} tests were found.");
    }

    private static string Run(TreeTest test, bool scripting)
    {
        HtmlParser parser = new(new HtmlParseOptions { Scripting = scripting });
        byte[] bytes = LoneSurrogates.ToBytes(test.Data);
        if (test.Context is null)
            return TreeDump.Of(parser.ParseUtf8(bytes));
        HtmlNamespace ns = test.Context.StartsWith("svg ", StringComparison.Ordinal) ? HtmlNamespace.Svg
            : test.Context.StartsWith("math ", StringComparison.Ordinal) ? HtmlNamespace.MathML
            : HtmlNamespace.Html;
        return TreeDump.Of(parser.ParseFragment(bytes, test.Context[(test.Context.IndexOf(' ', StringComparison.Ordinal) + 1)..], ns));
    }
}

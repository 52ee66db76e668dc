using System.Text;
using Skiplink.Html;
using Xunit;

namespace Skiplink.Conformance;

/// <summary>Runs the encoding tests of html5lib-tests: the bytes of a page and the encoding it is to be read as.</summary>
public sealed class EncodingTests(ITestOutputHelper output)
{
    /// <summary>Files that are no test of this kind, each with its reason.</summary>
    private static readonly Dictionary<string, string> Impossible = new(StringComparer.Ordinal)
    {
        ["scripted/tests1.dat #1"] = "The script writes the declaration while the page is parsed.",
    };

    [Fact]
    public void Every_encoding_test_finds_the_expected_encoding()
    {
        string folder = Html5LibTests.Folder("encoding");
        int passed = 0, impossible = 0;
        List<string> failures = [];
        foreach (string file in Directory.GetFiles(folder, "*.dat", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            int number = 0;
            foreach ((byte[] data, string expected) in Read(File.ReadAllBytes(file)))
            {
                string name = $"{Path.GetRelativePath(folder, file)} #{++number}";
                string actual = HtmlDocument.Parse(data).EncodingName;
                bool same = actual.Equals(expected, StringComparison.OrdinalIgnoreCase);
                if (Impossible.ContainsKey(name))
                {
                    impossible++;
                    Assert.False(same);
                }
                else if (same)
                {
                    passed++;
                }
                else
                {
                    failures.Add($"{name}: expected {expected}, was {actual}\n{Encoding.Latin1.GetString(data)}");
                }
            }
        }
        output.WriteLine($"encoding: {passed} passed, {failures.Count} failed, {impossible} impossible");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.True(passed > 80, $"Only {passed} tests were found.");
    }

    private static IEnumerable<(byte[] Data, string Encoding)> Read(byte[] bytes)
    {
        string file = Encoding.Latin1.GetString(bytes);
        foreach (string test in ("\n" + file).Split("\n#data\n", StringSplitOptions.None).Skip(1))
        {
            string[] parts = test.Split("\n#encoding\n");
            yield return (Encoding.Latin1.GetBytes(parts[0]), parts[1].Trim().Split('\n')[0]);
        }
    }
}

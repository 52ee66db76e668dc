using System.Text;
using System.Text.Json;
using Skiplink.Html.Arena;
using Skiplink.Html.Names;
using Skiplink.Html.Tokenizing;
using Xunit;

namespace Skiplink.Conformance;

/// <summary>Runs the tokenizer tests of html5lib-tests: each case in each of its initial states.</summary>
public sealed class TokenizerTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_tokenizer_test_gives_the_expected_tokens()
    {
        string folder = Html5LibTests.Folder("tokenizer");
        int passed = 0;
        List<string> failures = [];
        foreach (string file in Directory.GetFiles(folder, "*.test").Order(StringComparer.Ordinal))
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
            // xmlViolation.test is for parsers that coerce their tree to XML 1.0, which this one does not.
            if (!json.RootElement.TryGetProperty("tests", out JsonElement tests))
                continue;
            foreach (JsonElement test in tests.EnumerateArray())
            {
                foreach (string state in States(test))
                {
                    string expected = Expected(test), actual = Run(test, state);
                    if (expected == actual)
                        passed++;
                    else
                        failures.Add(
                            $"{Path.GetFileName(file)} [{state}] {test.GetProperty("description")}\n  {expected}\n  {actual} (actual)");
                }
            }
        }
        output.WriteLine($"tokenizer: {passed} passed, {failures.Count} failed");
        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(20)));
        Assert.True(passed > 5000, $"Only {passed} cases were found.");
    }

    private static IEnumerable<string> States(JsonElement test) =>
        test.TryGetProperty("initialStates", out JsonElement states)
            ? states.EnumerateArray().Select(static s => s.GetString()!)
            : ["Data state"];

    private static bool IsDoubleEscaped(JsonElement test) =>
        test.TryGetProperty("doubleEscaped", out JsonElement value) && value.GetBoolean();

    private static string Text(JsonElement test, JsonElement value) =>
        IsDoubleEscaped(test) ? Unescape(LoneSurrogates.Read(value)) : LoneSurrogates.Read(value);

    private static string Unescape(string text)
    {
        StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 5 < text.Length && text[i + 1] == 'u')
            {
                result.Append((char)Convert.ToInt32(text.Substring(i + 2, 4), 16));
                i += 5;
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString();
    }

    private static string Expected(JsonElement test)
    {
        List<string> tokens = [];
        StringBuilder characters = new();
        void Flush()
        {
            if (characters.Length > 0)
                tokens.Add(TokenRecorder.Show("Character", characters.ToString()));
            characters.Clear();
        }
        foreach (JsonElement token in test.GetProperty("output").EnumerateArray())
        {
            string kind = token[0].GetString()!;
            if (kind == "Character")
            {
                characters.Append(Text(test, token[1]));
                continue;
            }
            Flush();
            string? Part(int i) => i < token.GetArrayLength() && token[i].ValueKind == JsonValueKind.String ? Text(test, token[i]) : null;
            tokens.Add(kind switch
            {
                "StartTag" => TokenRecorder.Show(kind, [Part(1), .. Attributes(test, token[2]), token.GetArrayLength() > 3 ? "/" : ""]),
                "DOCTYPE" => TokenRecorder.Show(kind, Part(1), Part(2), Part(3), token[4].GetBoolean() ? "correct" : "quirks"),
                _ => TokenRecorder.Show(kind, Part(1)),
            });
        }
        Flush();
        return string.Join(" ", tokens);
    }

    private static IEnumerable<string> Attributes(JsonElement test, JsonElement attributes) =>
        attributes.EnumerateObject().Select(a => (IsDoubleEscaped(test) ? Unescape(a.Name) : a.Name) + "=" + Text(test, a.Value))
            .Order(StringComparer.Ordinal);

    private static string Run(JsonElement test, string state)
    {
        Utf8Storage text = new() { Source = LoneSurrogates.ToBytes(Text(test, test.GetProperty("input"))) };
        NameTable names = new();
        AttributeTable attributes = new();
        int last = test.TryGetProperty("lastStartTag", out JsonElement tag) ? names.Intern(Encoding.UTF8.GetBytes(tag.GetString()!)) : 0;
        List<string> tokens = [];
        ContentModel model = state switch
        {
            "Data state" => ContentModel.Data,
            "RCDATA state" => ContentModel.Rcdata,
            "RAWTEXT state" => ContentModel.RawText,
            "Script data state" => ContentModel.ScriptData,
            "PLAINTEXT state" => ContentModel.PlainText,
            "CDATA section state" => ContentModel.CDataSection,
            _ => throw new InvalidOperationException(state),
        };
        TokenRecorder recorder = new(text, names, attributes, tokens);
        Tokenizer<TokenRecorder> tokenizer = new(text, names, attributes, recorder, model, last);
        tokenizer.Run();
        return string.Join(" ", tokens);
    }
}

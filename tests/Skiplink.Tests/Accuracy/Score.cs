using System.Text.RegularExpressions;

namespace Skiplink.Tests;

/// <summary>How well what was read agrees with a label, as the usual benchmarks count it.</summary>
internal static partial class Score
{
    /// <summary>F1 over the bag of lower-case words. Two texts without words agree.</summary>
    public static double Words(string text, string label) => BagF1(Split(Word(), text), Split(Word(), label));

    /// <summary>F1 over the bag of words, where each Han character and kana counts as a word.</summary>
    public static double WordsAndCharacters(string text, string label) =>
        BagF1(Split(CharacterOrWord(), text), Split(CharacterOrWord(), label));

    /// <summary>F1 over the bag of lines that are not empty, with white space collapsed.</summary>
    public static double Lines(string text, string label) => BagF1(SplitLines(text), SplitLines(label));

    /// <summary>Whether two texts have the same words in the same order.</summary>
    public static bool IsSameText(string? text, string? label) => Plain(text) == Plain(label);

    /// <summary>Whether two lists name the same people, whatever their order and however the names are joined.</summary>
    public static bool AreSamePeople(IEnumerable<string> people, IEnumerable<string> label) => Names(people).SetEquals(Names(label));

    public static string Plain(string? text) => string.Join(' ', Split(Word(), text ?? ""));

    private static HashSet<string> Names(IEnumerable<string> people) =>
        [.. people.SelectMany(static person => NameSeparator().Split(person)).Select(Plain).Where(static name => name.Length > 0)];

    private static double BagF1(string[] found, string[] expected)
    {
        if (found.Length + expected.Length == 0)
            return 1;
        Dictionary<string, int> left = [];
        foreach (string item in expected)
            left[item] = left.GetValueOrDefault(item) + 1;
        int both = 0;
        foreach (string item in found)
        {
            if (left.GetValueOrDefault(item) > 0)
            {
                left[item]--;
                both++;
            }
        }
        return 2.0 * both / (found.Length + expected.Length);
    }

    private static string[] Split(Regex item, string text) => [.. item.Matches(text.ToLowerInvariant()).Select(static m => m.Value)];

    private static string[] SplitLines(string text) =>
        [.. text.Split('\n').Select(static line => WhiteSpaceRun().Replace(line, " ").Trim()).Where(static line => line.Length > 0)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\u3040-\u30ff\u3400-\u9fff]|\w+")]
    private static partial Regex CharacterOrWord();

    [GeneratedRegex(@"\s*(?:,|;| and | & |\|)\s*")]
    private static partial Regex NameSeparator();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpaceRun();
}

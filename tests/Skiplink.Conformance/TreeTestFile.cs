namespace Skiplink.Conformance;

/// <summary>
/// One case of a tree construction file: markup, the context element of a fragment, the scripting modes it holds for, and the tree wanted.
/// </summary>
internal sealed record TreeTest(string File, int Number, string Data, string? Context, bool ScriptOff, bool ScriptOn, string Expected);

/// <summary>Reads html5lib's .dat format: sections headed by lines that begin with #, tests parted by the next #data.</summary>
internal static class TreeTestFile
{
    public static IEnumerable<TreeTest> Read(string path)
    {
        Dictionary<string, List<string>>? sections = null;
        List<string> section = [];
        int number = 0;
        foreach (string line in File.ReadAllText(path).Split('\n'))
        {
            if (line == "#data")
            {
                if (sections is not null)
                    yield return Make(path, ++number, sections);
                sections = [];
            }
            // In #document every line of the tree begins with "|", or goes on with a text; a line that begins with # would be a new
            // section.
            if (line is "#data" or "#errors" or "#new-errors" or "#document" or "#document-fragment" or "#script-on" or "#script-off")
                sections![line] = section = [];
            else
                section.Add(line);
        }
        if (sections is not null)
            yield return Make(path, ++number, sections);
    }

    private static TreeTest Make(string path, int number, Dictionary<string, List<string>> sections)
    {
        List<string> document = sections["#document"];
        while (document.Count > 0 && document[^1].Length == 0)
            document.RemoveAt(document.Count - 1);
        return new(
            Path.GetFileName(path),
            number,
            string.Join('\n', sections["#data"]),
            sections.TryGetValue("#document-fragment", out List<string>? context) ? context[0] : null,
            !sections.ContainsKey("#script-on"),
            !sections.ContainsKey("#script-off"),
            string.Join('\n', document));
    }
}

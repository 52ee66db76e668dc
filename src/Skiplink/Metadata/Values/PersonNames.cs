using System.Buffers;

namespace Skiplink.Metadata.Values;

/// <summary>Makes people of bylines: a name each, without "By", job titles, addresses or the site's own name. News agencies among them are told apart.</summary>
internal static class PersonNames
{
    private const int MostCharacters = 400;
    private const int MostWords = 6;

    /// <summary>What may stand in a name in small letters.</summary>
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de", "von", "van", "der", "den", "da", "bin", "ibn", "al", "el", "la", "las", "los", "di", "du", "le", "des", "del", "dos", "das", "do", "ten", "ter", "zu", "zum", "zur", "af", "av", "y", "e", "i", "bint", "abu", "ap", "e.", "und",
    };

    private static readonly string[] Suffixes = ["선임기자", "논설위원", "특파원", "인턴기자", "기자", "記者", "特派員", "编辑"];

    /// <summary>Cuts a byline into people and agencies.</summary>
    /// <param name="byline">The byline, from wherever it stands.</param>
    /// <param name="isOwnName">Whether a name is the site's own.</param>
    /// <param name="isStrict">Whether it comes from running text, where a name is told by its capitals alone.</param>
    public static (List<Finding> People, List<Finding> Agencies) Read(Finding byline, Func<string, bool> isOwnName, bool isStrict)
    {
        List<Finding> people = [], agencies = [];
        string text = byline.Value.Length > MostCharacters ? byline.Value[..MostCharacters] : byline.Value;
        text = Tidy.WithoutTags(text);
        if (text.Contains("://", StringComparison.Ordinal))
            return (people, agencies);
        text = WithoutBy(text);
        foreach (string part in Parts(text))
        {
            string name = Trimmed(part);
            if (CreditWords.Agency(name) is { } agency)
                agencies.Add(byline with { Value = agency });
            else if (Name(name, isOwnName, isStrict) is { } person && (!isOwnName(person) || IsPersons(person)))
                people.Add(byline with { Value = person });
            else if (isStrict && people.Count > 0 && name.Length > 0)
                break;
        }
        return (people, agencies);
    }

    /// <summary>The text behind "By", "Von", "Text:" at its beginning.</summary>
    public static string WithoutBy(string text)
    {
        for (int i = 0; i < 2; i++)
        {
            int by = CreditWords.LengthOfBy(text);
            if (by == 0)
                break;
            text = text[by..].TrimStart(' ', ':', '：', '\u00A0');
        }
        return text;
    }

    /// <summary>The parts between commas, bars, "and" and the like; what stands in brackets is a part of its own.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        foreach (string piece in text.Split([',', ';', '|', '/', '•', '·', '\n', '、', '，', '(', ')', '（', '）', '[', ']', '【', '】', '&', '–', '—', '،', '：', '・'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int start = 0;
            for (int i = 1; i + 1 < words.Length; i++)
            {
                // One letter joins two whole names only: Ana Ruiz y Luis Gómez, but José Ortega y Gasset.
                bool isJoint = words[i] == "-" || (CreditData.And.Contains(words[i], StringComparer.OrdinalIgnoreCase) && (words[i].Length > 1 || (i - start >= 2 && words.Length - i > 2)));
                if (!isJoint)
                    continue;
                yield return string.Join(' ', words[start..i]);
                start = i + 1;
            }
            yield return string.Join(' ', words[start..]);
        }
    }

    private static string Trimmed(string part)
    {
        string name = WithoutBy(part.Trim(' ', '.', '-', ':', '"', '\'', '“', '”', '«', '»', '*', '\u00A0', '＝'));
        foreach (string suffix in Suffixes)
        {
            if (name.Length > suffix.Length + 1 && name.EndsWith(suffix, StringComparison.Ordinal))
                return name[..^suffix.Length].Trim();
        }
        return name;
    }

    /// <summary>The name that a part is or begins with, or null.</summary>
    private static string? Name(string part, Func<string, bool> isOwnName, bool isStrict)
    {
        if (part.Length is < 2 or > 80 || !char.IsLetter(part[0]) || part.AsSpan().ContainsAny(NoName) || CreditWords.IsBy(part))
            return null;
        string[] words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // A title behind the name: Jane Doe Senior Reporter. Before it, nothing tells where the name begins.
        int end = words.Length;
        for (int i = 0; i < end; i++)
        {
            string word = words[i].Trim('.', '\'', '’');
            if (CreditWords.IsDesk(word))
                return null;
            if (CreditWords.IsJob(word) || (isStrict && i > 1 && word is "in" or "In" or "on" or "at" or "for" or "from"))
                end = i;
        }
        if (end < words.Length && end < 2)
            return null;
        // The site's name behind the person's: Jane Doe USA TODAY.
        for (int length = 1; length <= 3 && end - length >= 2; length++)
        {
            if (isOwnName(string.Join(' ', words[(end - length)..end])))
            {
                end -= length;
                break;
            }
        }
        words = words[..end];
        if (words.Length > MostWords || (isStrict && !IsCapitalized(words)))
            return null;
        string name = string.Join(' ', words);
        // Numbers stand in the names that people give themselves, not in those of bylines.
        bool hasDigits = name.Any(char.IsAsciiDigit);
        return name.Length is < 2 or > 60 || (hasDigits && (isStrict || words.Length > 1)) ? null : name;
    }

    /// <summary>Whether a name has the shape of a person's: two or three words with capitals, none of them a title's, a firm's or an article.</summary>
    public static bool IsPersons(string name)
    {
        string[] words = name.Split(' ');
        return words.Length is 2 or 3 && !Articles.Contains(words[0])
            && Array.TrueForAll(words, static w => w.Length > 1 && char.IsUpper(w[0]) && !CreditWords.IsJob(w) && !CreditWords.IsDesk(w) && w.AsSpan().IndexOfAnyExcept(NameSigns) is var at && (at < 0 || w.All(static c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’')))
            && words.Any(static w => w.Any(char.IsLower));
    }

    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "the", "der", "die", "das", "la", "le", "les", "el", "los", "il", "lo", "o", "a", "os", "het", "den", "det", "our", "your", "my" };

    private static readonly SearchValues<char> NoName = SearchValues.Create("@:!?<>{}=+%#$\"“”…*\\");

    private static readonly SearchValues<char> NameSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-'’");

    private static bool IsCapitalized(string[] words)
    {
        int capitals = 0, cased = 0, letters = 0;
        foreach (string word in words)
        {
            letters += word.Length;
            if (Particles.Contains(word))
                continue;
            if (!char.IsLetter(word[0]))
                return false;
            bool isCased = char.IsUpper(word[0]) || char.IsLower(word[0]);
            cased += isCased ? 1 : 0;
            capitals += char.IsUpper(word[0]) ? 1 : 0;
        }
        // Scripts without capitals: a name is short.
        return cased == 0 ? letters <= 24 && words.Length <= 4 : capitals == cased && capitals >= 1 && words.Length >= 2;
    }
}

using System.Collections.Concurrent;
using System.Text;

namespace Skiplink.Stories.Lexicon;

/// <summary>What stands at a node of the trie: a phrase ends here that is of this class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Value">What the phrase stands for.</param>
/// <param name="Number">The value as a number, where it is one.</param>
/// <param name="Case">How the phrase must be written.</param>
internal readonly record struct LexiconEntry(WordClass Class, string Value, int Number, LetterCase Case);

/// <summary>How a word must be written to be what the list says.</summary>
internal enum LetterCase : byte
{
    Any,
    Capital,
    AllCapitals,
}

/// <summary>
/// A language: its word lists in one trie over tokens, its patterns of time, its habits. All of it is read from the language's folder of
/// text files; there is no code for a language.
/// </summary>
internal sealed class LanguageLexicon
{
    /// <summary>No word of the lists is longer.</summary>
    public const int MaxWordLength = 48;

    private static readonly ConcurrentDictionary<string, LanguageLexicon?> Loaded = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _words = new(20_000, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<LexiconEntry>?> _nodes = [null];
    private readonly int[] _marks = new int[128];
    private readonly Dictionary<string, string> _habits = new(StringComparer.Ordinal);

    private readonly HashSet<int> _publicBodies;
    private readonly HashSet<int> _contrasts;
    private readonly HashSet<int> _oneOffice;
    private readonly HashSet<int> _numbered;
    private readonly HashSet<int> _standingAlone;
    private readonly HashSet<int> _nameJoiners;
    private readonly HashSet<int> _placePrepositions;
    private readonly HashSet<int> _insidePrepositions;

    private LanguageLexicon(string tag)
    {
        Tag = tag;
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach ((string key, string value) in WordListFile.Read(LanguageFiles.Read(tag, "language")!))
            _habits[key] = value;
        foreach ((string file, WordClass wordClass) in WordClassFiles.All)
        {
            foreach ((string entry, string value) in VocabularyLists.Entries(wordClass, tag, Habit("capital-months")))
                Add(wordClass, entry, value);
            foreach ((string entry, string value) in WordListFile.Read(LanguageFiles.Read("any", file) ?? ""))
                Add(wordClass, entry, value);
            foreach ((string entry, string value) in WordListFile.Read(LanguageFiles.Read(tag, file) ?? ""))
                Add(wordClass, entry, value);
        }
        VerbEndings = _habits.GetValueOrDefault("verb-endings", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _nameJoiners = WordSet("name-prepositions");
        _placePrepositions = WordSet("place-prepositions");
        _insidePrepositions = WordSet("inside-prepositions");
        _numbered = WordSet("numbered");
        _oneOffice = WordSet("one-office");
        _contrasts = WordSet("contrasts");
        _standingAlone = WordSet("standing-alone");
        _publicBodies = WordSet("public-bodies");
        foreach (string word in PatternWords(LanguageFiles.Read(tag, "times") ?? ""))
            AddWord(word);
        for (char c = ' '; c < 128; c++)
            _marks[c] = WordOf([c]);
    }

    /// <summary>The language's tag: <c>en</c>.</summary>
    public string Tag { get; }



    /// <summary>Whether <c>'s</c> behind a word is one of its own.</summary>
    public bool HasPossessiveClitic => Habit("possessive-clitic");

    /// <summary>Whether a point behind a number makes it an ordinal.</summary>
    public bool HasPointedOrdinals => Habit("pointed-ordinals");

    /// <summary>Whether all nouns have a capital, so that a capital alone makes no name.</summary>
    public bool HasCapitalNouns => Habit("capital-nouns");

    /// <summary>The number of the possessive clitic; 0 when there is none.</summary>
    public int Possessive => HasPossessiveClitic ? WordOf("'s") : 0;

    /// <summary>The number of the word for <c>of</c>.</summary>
    public int OfWord => WordOf(_habits.GetValueOrDefault("of", ""));

    /// <summary>Whether the word is also written with the point of an abbreviation: <c>Aug</c>.</summary>
    public bool HasAbbreviation(ReadOnlySpan<char> word)
    {
        Span<char> pointed = stackalloc char[word.Length + 1];
        word.ToLowerInvariant(pointed);
        pointed[^1] = '.';
        return WordOf(pointed) > 0;
    }

    /// <summary>Whether a number behind the word is its number and no year: flight, page.</summary>
    public bool IsNumbered(int word) => _numbered.Contains(word);

    /// <summary>Whether a word sets a clause against another: while, whereas, but.</summary>
    public bool IsContrast(int word) => _contrasts.Contains(word);

    /// <summary>Whether any subject may follow its verb of saying.</summary>
    public bool IsInversionSafe => Habit("inversion");

    /// <summary>Whether the verb follows a source at once: <c>Laut X stiegen die Preise</c>.</summary>
    public bool HasVerbBehindSource => Habit("verb-behind-source");

    /// <summary>Whether all words of an office stand for the same: a premier is a prime minister; a manager is no founder.</summary>
    public bool IsOneOffice(string office) => _oneOffice.Contains(WordOf(office.Split(' ')[0]));

    /// <summary>Whether a word has the ending of adverbs.</summary>
    public bool IsAdverb(ReadOnlySpan<char> word) =>
        _habits.TryGetValue("adverb-ending", out string? ending) && word.Length > ending.Length + 2
        && word.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>The ending of participles that go with another verb: <c>saying</c>.</summary>
    public string ParticipleEnding => _habits.GetValueOrDefault("participle-ending", "\0");

    /// <summary>The number of the word before an infinitive: <c>to</c>.</summary>
    public int InfinitiveWord => WordOf(_habits.GetValueOrDefault("infinitive", ""));

    /// <summary>Whether a determiner may also stand for somebody: <c>some</c>, <c>many</c>.</summary>
    public bool StandsAlone(int word) => _standingAlone.Contains(word);

    /// <summary>The ending of verbs in the present behind one who does something.</summary>
    public string PresentEnding => _habits.GetValueOrDefault("present-ending", "\0");

    /// <summary>Whether the word makes a name a public body's, which is no company.</summary>
    public bool IsPublicBody(string word) => _publicBodies.Contains(WordOf(word));

    /// <summary>
    /// Whether the verb of a main clause is its second part, so that the subject stands behind it where something else opens the clause.
    /// </summary>
    public bool IsVerbSecond => Habit("verb-second");

    /// <summary>Whether a comma stands before a clause that is told.</summary>
    public bool HasCommaBeforeClause => Habit("comma-before-clause");

    /// <summary>
    /// Endings of verbs, for a language whose nouns have capitals, so that small letters with such an ending are seldom anything else.
    /// </summary>
    public string[] VerbEndings { get; }

    /// <summary>The number of the word for <c>as</c> before who says it: <c>wie die Polizei mitteilte</c>.</summary>
    public int AsWord => WordOf(_habits.GetValueOrDefault("as", ""));

    /// <summary>Whether a preposition joins parts of a name: Bank of England.</summary>
    public bool IsNamePreposition(int word) => _nameJoiners.Contains(word);

    /// <summary>Whether a place stands behind the preposition more often than anything else.</summary>
    public bool IsPlacePreposition(int word) => _placePrepositions.Contains(word);

    /// <summary>Whether only a place, and no organisation, stands behind the preposition.</summary>
    public bool IsInsidePreposition(int word) => _insidePrepositions.Contains(word);

    /// <summary>The ending of most past forms; empty where there is none that could be relied on.</summary>
    public string PastEnding => _habits.GetValueOrDefault("past-ending", "");

    /// <summary>The language that a BCP 47 tag names; null when there is no folder for it.</summary>
    public static LanguageLexicon? Of(string tag)
    {
        int end = tag.AsSpan().IndexOfAny('-', '_');
        return Loaded.GetOrAdd((end < 0 ? tag : tag[..end]).ToLowerInvariant(), static key =>
            LanguageFiles.Read(key, "language") is null ? null : new(key));
    }

    /// <summary>All languages that there are folders for.</summary>
    public static IEnumerable<LanguageLexicon> All => LanguageFiles.Tags.Select(static tag => Of(tag)!);

    /// <summary>The number of a word in small letters; 0 when no list has it.</summary>
    public int WordOf(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out int number) ? number : 0;

    /// <summary>The number of a mark.</summary>
    public int WordOfMark(char mark) => mark < 128 ? _marks[mark] : WordOf([mark]);

    /// <summary>The node behind a word at the start of a phrase, or 0.</summary>
    public int Step(int node, int word) => _edges.TryGetValue(((long)node << 32) | (uint)word, out int next) ? next : 0;

    /// <summary>What ends at a node.</summary>
    public IReadOnlyList<LexiconEntry> EntriesAt(int node) => _nodes[node] ?? [];

    /// <summary>The number of a word or mark, made when it has none.</summary>
    public int AddWord(string word)
    {
        if (!_words.TryGetValue(word, out int number))
            _words.Add(word, number = _words.Count + 1);
        return number;
    }

    /// <summary>The words of the patterns of times, which must have numbers before a text is cut into tokens.</summary>
    private static IEnumerable<string> PatternWords(string content) =>
        content.Split('\n').Select(static l => WordListFile.WithoutRemark(l))
            .Where(static l => l.Contains(" : ", StringComparison.Ordinal))
            .SelectMany(static l => l[(l.IndexOf(" : ", StringComparison.Ordinal) + 3)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(static part => part.Trim('?', '(', ')').Split('|'))
            .Where(static part => !part.StartsWith('{'))
            .SelectMany(static part => WordsOf(part.Replace('_', ' ')));

    private bool Habit(string name) => _habits.TryGetValue(name, out string? value) && value == "yes";

    private HashSet<int> WordSet(string habit) =>
        [.. _habits.GetValueOrDefault(habit, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(AddWord)];

    private void Add(WordClass wordClass, string entry, string value)
    {
        int node = 0;
        foreach (string word in WordsOf(entry))
        {
            long edge = ((long)node << 32) | (uint)AddWord(word);
            if (!_edges.TryGetValue(edge, out int next))
            {
                _edges.Add(edge, next = _nodes.Count);
                _nodes.Add(null);
            }
            node = next;
        }
        LetterCase letterCase = !char.IsUpper(entry[0]) ? LetterCase.Any : entry.Length > 1 && !entry.Any(char.IsLower)
            ? LetterCase.AllCapitals : LetterCase.Capital;
        (_nodes[node] ??= []).Add(new(wordClass, value, int.TryParse(value, out int number) ? number : 0, letterCase));
    }

    /// <summary>The words of an entry in small letters, cut as the tokenizer cuts a text.</summary>
    internal static List<string> WordsOf(string entry)
    {
        List<string> words = [];
        StringBuilder word = new();
        for (int i = 0; i < entry.Length; i++)
        {
            char c = char.ToLowerInvariant(entry[i]);
            bool isClitic = c == '\'' && i > 0 && i + 1 < entry.Length && entry[i + 1] == 's'
                && (i + 2 == entry.Length || !char.IsLetter(entry[i + 2]));
            if (char.IsLetterOrDigit(c) || (c == '.' && word.Length > 0) || (c == '\'' && !isClitic && word.Length > 0))
            {
                word.Append(c);
                continue;
            }
            Flush();
            if (isClitic)
                word.Append(c).Append(char.ToLowerInvariant(entry[++i]));
            else if (c != ' ')
                words.Add(c.ToString());
        }
        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}

using System.Buffers;
using Skiplink.Text;
using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>Makes people of bylines: a name each, without "By", job titles, addresses or the site's own name. News agencies among them are told apart.</summary>
/// <param name="site">The site's own names.</param>
/// <param name="texts">Where texts are put.</param>
internal sealed class PersonNames(SiteNames site, TextArena texts)
{
    private const int MostCharacters = 400;
    private const int MostWords = 6;
    private const int LongestName = 80;

    /// <summary>More people than this have no page, whatever its bylines hold.</summary>
    private const int MostPeople = 100;

    /// <summary>What may stand in a name in small letters.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = new HashSet<string>(StringComparer.Ordinal)
    {
        "de", "von", "van", "der", "den", "da", "bin", "ibn", "al", "el", "la", "las", "los", "di", "du", "le", "des", "del", "dos", "das", "do", "ten", "ter", "zu", "zum", "zur", "af", "av", "y", "e", "i", "bint", "abu", "ap", "e.", "und",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Suffixes = ["선임기자", "논설위원", "특파원", "인턴기자", "기자", "記者", "特派員", "编辑"];

    private static readonly SearchValues<char> Signs = SearchValues.Create(",;|/•·\n、，()（）[]【】&–—،：・");

    private readonly Range[] _words = new Range[MostCharacters];
    private readonly Range[] _wordsOfName = new Range[LongestName];

    /// <summary>Cuts a byline into people and agencies.</summary>
    /// <param name="byline">The byline, from wherever it stands.</param>
    /// <param name="isStrict">Whether it comes from running text, where a name is told by its capitals alone.</param>
    /// <param name="people">Where people are added.</param>
    /// <param name="agencies">Where agencies are added.</param>
    public void Read(in Candidate byline, bool isStrict, List<Candidate> people, List<Candidate> agencies)
    {
        ReadOnlyMemory<char> text = Tidy.WithoutTags(byline.Value.Length > MostCharacters ? byline.Value[..MostCharacters] : byline.Value, texts);
        if (text.Span.IndexOf("://") >= 0)
            return;
        text = WithoutBy(text);
        int before = people.Count;
        Span<Range> words = _words;
        foreach (Range range in text.Span.SplitAny(Signs))
        {
            ReadOnlyMemory<char> piece = text[range].Trim();
            if (piece.IsEmpty)
                continue;
            // Some words join two names: what stands between them is a part.
            int count = piece.Span.Split(words, ' ', StringSplitOptions.RemoveEmptyEntries), start = 0;
            for (int i = 1; i <= count; i++)
            {
                if (i < count && !IsJoint(piece.Span[words[i]], i, start, count))
                    continue;
                // Of two such words in a row the second has nothing before it.
                ReadOnlyMemory<char> part = start >= i ? default : piece[words[start].Start..words[i - 1].End];
                if (!Add(byline, Trimmed(part), isStrict, people, before, agencies))
                    return;
                start = i + 1;
            }
        }
    }

    /// <summary>Adds the person or the agency that a part is; false when no more are to be looked for.</summary>
    private bool Add(in Candidate byline, ReadOnlyMemory<char> name, bool isStrict, List<Candidate> people, int before, List<Candidate> agencies)
    {
        if (CreditWords.Agency(name.Span) is { } agency)
            agencies.Add(byline with { Value = agency.AsMemory() });
        else if (Name(name, isStrict) is { IsEmpty: false } person && (!site.Contains(person.Span) || IsPersons(person.Span)))
            people.Add(byline with { Value = person });
        else if (isStrict && people.Count > before && name.Length > 0)
            return false;
        return people.Count < MostPeople;
    }

    // One letter joins two whole names only: Ana Ruiz y Luis Gómez, but José Ortega y Gasset.
    private static bool IsJoint(ReadOnlySpan<char> word, int at, int start, int count) =>
        at >= 1 && at + 1 < count && (word is "-" || (CreditWords.IsAnd(word) && (word.Length > 1 || (at - start >= 2 && count - at > 2))));

    /// <summary>The text behind "By", "Von", "Text:" at its beginning.</summary>
    private static ReadOnlyMemory<char> WithoutBy(ReadOnlyMemory<char> text)
    {
        for (int i = 0; i < 2; i++)
        {
            int by = CreditWords.LengthOfBy(text.Span);
            if (by == 0)
                break;
            text = text[by..].TrimAnyStart(" :：\u00A0");
        }
        return text;
    }

    private static ReadOnlyMemory<char> Trimmed(ReadOnlyMemory<char> part)
    {
        ReadOnlyMemory<char> name = WithoutBy(part.TrimAny(" .-:\"'“”«»*\u00A0＝"));
        // Only scripts without capitals have suffixes.
        if (name.IsEmpty || name.Span[^1] < 0x3000)
            return name;
        foreach (string suffix in Suffixes)
        {
            if (name.Length > suffix.Length + 1 && name.Span.EndsWith(suffix))
                return name[..^suffix.Length].Trim();
        }
        return name;
    }

    /// <summary>The name that a part is or begins with, or empty.</summary>
    private ReadOnlyMemory<char> Name(ReadOnlyMemory<char> whole, bool isStrict)
    {
        ReadOnlySpan<char> part = whole.Span;
        if (part.Length is < 2 or > LongestName || !char.IsLetter(part[0]) || part.ContainsAny(NoName) || CreditWords.IsBy(part))
            return default;
        Span<Range> words = _wordsOfName;
        words = words[..part.Split(words, ' ', StringSplitOptions.RemoveEmptyEntries)];
        // Most lines are no bylines: their second word is a small one, or there is none.
        if (isStrict && (words.Length == 1 ? char.IsUpper(part[0]) || char.IsLower(part[0]) : !IsCapitalized(part, words[..2])))
            return default;
        int end = EndOfName(part, words, isStrict);
        if (end < 2 && end < words.Length)
            return default;
        // The site's name behind the person's: Jane Doe USA TODAY.
        for (int length = 1; length <= 3 && end - length >= 2; length++)
        {
            if (site.Contains(part[words[end - length].Start..words[end - 1].End]))
            {
                end -= length;
                break;
            }
        }
        words = words[..end];
        if (words.Length > MostWords || (isStrict && !IsCapitalized(part, words)))
            return default;
        ReadOnlyMemory<char> name = whole[words[0].Start..words[^1].End];
        // Numbers stand in the names that people give themselves, not in those of bylines.
        bool hasDigits = name.Span.IndexOfAnyInRange('0', '9') >= 0;
        return name.Length is < 2 or > 60 || (hasDigits && (isStrict || words.Length > 1)) ? default : name;
    }

    /// <summary>
    /// How many words are the name: a title may stand behind it (Jane Doe Senior Reporter). Before it, nothing tells where the name begins. -1 when a word is a
    /// desk's or a firm's.
    /// </summary>
    private static int EndOfName(ReadOnlySpan<char> part, ReadOnlySpan<Range> words, bool isStrict)
    {
        int end = words.Length;
        for (int i = 0; i < end; i++)
        {
            ReadOnlySpan<char> word = part[words[i]].Trim(".'’");
            if (CreditWords.IsDesk(word))
                return -1;
            if (CreditWords.IsJob(word) || (isStrict && i > 1 && word is "in" or "In" or "on" or "at" or "for" or "from"))
                end = i;
        }
        return end;
    }

    /// <summary>Whether a name has the shape of a person's: two or three words with capitals, none of them a title's, a firm's or an article.</summary>
    public static bool IsPersons(ReadOnlySpan<char> name)
    {
        Span<Range> ranges = stackalloc Range[4];
        int count = name.Split(ranges, ' ');
        if (count is not (2 or 3) || Articles.Contains(name[ranges[0]]))
            return false;
        bool hasSmall = false;
        foreach (Range range in ranges[..count])
        {
            ReadOnlySpan<char> word = name[range];
            if (word.Length < 2 || !char.IsUpper(word[0]) || CreditWords.IsJob(word) || CreditWords.IsDesk(word))
                return false;
            foreach (char c in word)
            {
                if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’'))
                    return false;
                hasSmall |= char.IsLower(c);
            }
        }
        return hasSmall;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "the", "der", "die", "das", "la", "le", "les", "el", "los", "il", "lo", "o", "a", "os", "het", "den", "det", "our", "your", "my",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NoName = SearchValues.Create("@:!?<>{}=+%#$\"“”…*\\");

    private static bool IsCapitalized(ReadOnlySpan<char> part, ReadOnlySpan<Range> words)
    {
        int capitals = 0, cased = 0, letters = 0;
        foreach (Range range in words)
        {
            ReadOnlySpan<char> word = part[range];
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

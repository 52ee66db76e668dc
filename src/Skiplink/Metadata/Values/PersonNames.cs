using System.Buffers;
using Skiplink.Text;
using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>
/// Splits bylines into the names of people, without "By", job titles, addresses or the name of the site, and news agencies.
/// </summary>
/// <param name="site">The names of the site.</param>
/// <param name="texts">The memory for texts.</param>
internal sealed class PersonNames(SiteNames site, TextArena texts)
{
    private const int MaxLength = 400;
    private const int MaxWords = 6;
    private const int MaxNameLength = 80;

    /// <summary>The maximum number of people of a page, whatever its bylines hold.</summary>
    private const int MaxPeople = 100;

    /// <summary>Lower-case words that may be part of a name.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        new HashSet<string>(CreditData.Particles, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Suffixes = [.. CreditData.Reporters.OrderByDescending(static r => r.Length)];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WhereWords =
        new HashSet<string>(CreditData.Where, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Signs = SearchValues.Create(",;|/•·\n、，()（）[]【】&–—،：・");

    private readonly Range[] _words = new Range[MaxLength];
    private readonly Range[] _wordsOfName = new Range[MaxNameLength];

    /// <summary>Splits a byline into people and agencies.</summary>
    /// <param name="byline">The byline, from any source.</param>
    /// <param name="isStrict">Whether it comes from running text, where only capitals mark a name.</param>
    /// <param name="people">The list that people are added to.</param>
    /// <param name="agencies">The list that agencies are added to.</param>
    public void Read(in Candidate byline, bool isStrict, List<Candidate> people, List<Candidate> agencies)
    {
        ReadOnlyMemory<char> text = Tidy.WithoutTags(byline.Value.Length > MaxLength
            ? byline.Value[..MaxLength]
            : byline.Value, texts);
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
            // Some words join two names, so the text between them is a part.
            int count = piece.Span.Split(words, ' ', StringSplitOptions.RemoveEmptyEntries), start = 0;
            for (int i = 1; i <= count; i++)
            {
                if (i < count && !IsJoint(piece.Span[words[i]], i, start, count))
                    continue;
                // The second of two such words in a row has nothing before it.
                ReadOnlyMemory<char> part = start >= i ? default : piece[words[start].Start..words[i - 1].End];
                if (!Add(byline, Trimmed(part), isStrict, people, before, agencies))
                    return;
                start = i + 1;
            }
        }
    }

    /// <summary>Adds the person or the agency that a part is; false when no more are to be looked for.</summary>
    private bool Add(in Candidate byline, ReadOnlyMemory<char> name, bool isStrict, List<Candidate> people, int before,
        List<Candidate> agencies)
    {
        if (CreditWords.Agency(name.Span) is { } agency)
            agencies.Add(byline with { Value = agency.AsMemory() });
        else if (Name(name, isStrict) is { IsEmpty: false } person && (!site.Contains(person.Span) || IsPersons(person.Span)))
            people.Add(byline with { Value = person });
        else if (isStrict && people.Count > before && name.Length > 0)
            return false;
        return people.Count < MaxPeople;
    }

    // A single letter joins only two whole names: Ana Ruiz y Luis Gómez, but José Ortega y Gasset.
    private static bool IsJoint(ReadOnlySpan<char> word, int at, int start, int count) =>
        at >= 1 && at + 1 < count && (word is "-" || (CreditWords.IsAnd(word) && (word.Length > 1 || (at - start >= 2 && count - at > 2))));

    /// <summary>The text after "By", "Von", "Text:" at its beginning.</summary>
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
        if (part.Length is < 2 or > MaxNameLength || !char.IsLetter(part[0]) || part.ContainsAny(NotInNames) || CreditWords.IsBy(part))
            return default;
        Span<Range> words = _wordsOfName;
        words = words[..part.Split(words, ' ', StringSplitOptions.RemoveEmptyEntries)];
        // Most lines are not bylines: their second word is in lower case, or there is none.
        if (isStrict && (words.Length == 1 ? char.IsUpper(part[0]) || char.IsLower(part[0]) : !IsCapitalized(part, words[..2])))
            return default;
        int end = EndOfName(part, words, isStrict);
        if (end < 2 && end < words.Length)
            return default;
        // The name of the site follows that of the person: Jane Doe USA TODAY.
        for (int length = 1; length <= 3 && end - length >= 2; length++)
        {
            if (site.Contains(part[words[end - length].Start..words[end - 1].End]))
            {
                end -= length;
                break;
            }
        }
        words = words[..end];
        if (words.Length > MaxWords || (isStrict && !IsCapitalized(part, words)))
            return default;
        ReadOnlyMemory<char> name = whole[words[0].Start..words[^1].End];
        // Digits occur in account names, not in bylines.
        bool hasDigits = name.Span.IndexOfAnyInRange('0', '9') >= 0;
        return name.Length is < 2 or > 60 || (hasDigits && (isStrict || words.Length > 1)) ? default : name;
    }

    /// <summary>
    /// The number of words of the name: a title may follow it (Jane Doe Senior Reporter). A title before it cannot be separated. -1 if a
    /// word belongs to a desk or a firm.
    /// </summary>
    private static int EndOfName(ReadOnlySpan<char> part, ReadOnlySpan<Range> words, bool isStrict)
    {
        int end = words.Length;
        for (int i = 0; i < end; i++)
        {
            ReadOnlySpan<char> word = part[words[i]].Trim(".'’");
            if (CreditWords.IsDesk(word))
                return -1;
            if (CreditWords.IsJob(word) || (isStrict && i > 1 && WhereWords.Contains(word)))
                end = i;
        }
        return end;
    }

    /// <summary>
    /// Whether a name looks like that of a person: two or three capitalized words, none of them a title, a word of firms or an article.
    /// </summary>
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

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles =
        new HashSet<string>(CreditData.Articles, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("@:!?<>{}=+%#$\"“”…*\\");

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
        // Names in scripts without capitals are short.
        return cased == 0 ? letters <= 24 && words.Length <= 4 : capitals == cased && capitals >= 1 && words.Length >= 2;
    }
}

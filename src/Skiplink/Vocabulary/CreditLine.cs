using System.Buffers;
using System.Collections.Frozen;

namespace Skiplink.Vocabulary;

/// <summary>Where the credit that ends a caption stands.</summary>
/// <param name="CaptionLength">How many characters the caption before it has.</param>
/// <param name="Start">Where the credit starts, with its label, without its brackets.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsSource">Whether its label names a source and no picture: a line of nothing else says where the text is from.</param>
internal readonly record struct CreditPlace(int CaptionLength, int Start, int End, bool IsSource);

/// <summary>
/// Recognises a picture's caption by the credit that ends it, and takes the two apart. The words stand in data/credits.txt.
/// </summary>
internal static class CreditLine
{
    private const int MaxCharacters = 700;
    private const int MaxCredit = 120;
    private const int MaxWords = 12;

    private static readonly char[] WordEnds = [' ', '/', ',', '.', ':', '-', '=', '|', '：'];

    private static readonly FrozenSet<string> Words = WordsOf("picture", "pool", "file", "handout", "via")
        .Concat(WordsOf("taken").Where(IsUnspaced))
        .Where(static w => !w.Contains(' ', StringComparison.Ordinal)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> LabelWords = WordsOf("label").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of scripts without spaces, which stand at the end of a credit: <c>山田太郎撮影</c>.</summary>
    private static readonly string[] Endings = [.. WordsOf("taken").Where(static w => w[0] >= '\u2E80')];

    /// <summary>What stands before a credit at the end of a caption, the longest first.</summary>
    private static readonly string[] Labels =
    [
        .. WordsOf("phrase").Select(static w => w + " ")
            .Concat(WordsOf("picture", "label")
                .SelectMany(static w => IsUnspaced(w) ? (string[])[w + "：", w + "／", w + "=", w + " = "] : [w + ": ", w + " : "]))
            .Concat(WordsOf("label").Where(static w => w.StartsWith("image ", StringComparison.Ordinal)).Select(static w => w + ", "))
            .Concat(["© photo : "]).OrderByDescending(static l => l.Length),
    ];

    private static readonly SearchValues<string> LabelSearch =
        SearchValues.Create([.. Labels, "©", "(c) "], StringComparison.OrdinalIgnoreCase);

    /// <summary>The caption and its credit without label, or null when the line has no credit at its end.</summary>
    public static (string Caption, string Credit)? Parse(string line)
    {
        string text = line.TrimEnd();
        if (Find(text) is not { } found)
            return null;
        return (text[..found.CaptionLength], WithoutLabel(text[found.Start..found.End].Trim()));
    }

    /// <summary>Where the credit stands that ends a line; null when none does.</summary>
    public static CreditPlace? Find(string line)
    {
        if (line.Length is < 6 or > MaxCharacters)
            return null;
        return InBrackets(line) ?? BehindLabel(line) ?? BehindAgency(line);
    }

    private static CreditPlace? InBrackets(string text)
    {
        int end = text[^1] == '.' ? text.Length - 2 : text.Length - 1;
        if (end <= 0 || text[end] is not (')' or '）' or ']'))
            return null;
        int open = text.LastIndexOf(text[end] switch { ')' => '(', '）' => '（', _ => '[' });
        return open > 0 && IsCredit(text[(open + 1)..end]) ? new(text.AsSpan(0, open).TrimEnd().Length, open + 1, end, false) : null;
    }

    private static CreditPlace? BehindLabel(string text)
    {
        int at = -1;
        // The last label counts: the credit is the end of the line, not a sentence in it.
        for (int from = 0; from < text.Length && text.AsSpan(from).IndexOfAny(LabelSearch) is >= 0 and int next; from = at + 1)
            at = from + next;
        if (at < 0 || (at > 0 && char.IsLetter(text[at - 1])) || text.Length - at > MaxCredit)
            return null;
        string credit = WithoutLabel(text[at..]);
        // Who is credited is a name: no sentence, and not the year of a copyright.
        bool isName = credit.Length is > 1 and < 80 && !credit.EndsWith('.') && credit.AsSpan().Count(' ') < 10
            && !char.IsAsciiDigit(credit[0]);
        if (!isName)
            return null;
        int caption = text.AsSpan(0, at).TrimEnd(" |-–—/(•·").Length;
        return new(caption, at, text.Length, IsSource(text.AsSpan(at)));
    }

    /// <summary><c>REUTERS/Jon Berg</c>, <c>REUTERS/Jon Berg/File Photo</c> behind the last full stop.</summary>
    private static CreditPlace? BehindAgency(string text)
    {
        int from = Math.Max(0, text.Length - MaxCredit);
        for (int slash = text.IndexOf('/', from); slash >= 0 && slash + 1 < text.Length; slash = text.IndexOf('/', slash + 1))
        {
            int start = slash;
            while (start > 0 && char.IsUpper(text[start - 1]))
                start--;
            if (start == slash || !char.IsUpper(text[slash + 1]) || CreditWords.AnyAgency(text.AsSpan(start, slash - start)) is null)
                continue;
            ReadOnlySpan<char> before = text.AsSpan(0, start).TrimEnd(), name = text.AsSpan(slash + 1);
            if ((before.IsEmpty || (before.Length < start && char.IsPunctuation(before[^1]))) && name.Count(' ') < 5
                && !name.ContainsAny(";:?!"))
                return new(before.Length, start, text.Length, false);
        }
        return null;
    }

    /// <summary>A credit without the words before the name.</summary>
    public static string WithoutLabel(string credit)
    {
        string text = credit.TrimStart('©', ' ');
        foreach (string label in Labels)
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
                return text[label.Length..].Trim(' ', ')', '©');
        }
        return text.Trim(' ', ')');
    }

    private static bool IsCredit(string text)
    {
        if (text.Length is < 2 or > MaxCredit)
            return false;
        string[] words = text.Split(WordEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is 0 or > MaxWords)
            return false;
        bool isNamed = Array.Exists(words, IsCreditWord) || LabelWords.Contains(words[0]) || AgencyNames.IsOne(text)
            || CreditWords.AnyAgency(text) is not null || Array.Exists(Endings, e => text.EndsWith(e, StringComparison.Ordinal));
        // A name and an agency parted by a slash are a credit whatever the agency.
        return isNamed
            || (text.Contains('/', StringComparison.Ordinal) && words.Length <= 8
            && Array.TrueForAll(words, static w => char.IsUpper(w[0])));
    }

    private static bool IsCreditWord(string word) =>
        Words.Contains(word)
            || (word.Length > 1 && (word.All(char.IsUpper) || word.Any(char.IsLower)) && char.IsUpper(word[0]) && IsAgencyWord(word));

    /// <summary>An agency in capitals, or one of pictures alone, which is no word of a sentence.</summary>
    private static bool IsAgencyWord(string word) =>
        CreditWords.Agency(word) is not null ? word.All(char.IsUpper) : CreditWords.AnyAgency(word) is not null;

    private static bool IsSource(ReadOnlySpan<char> label)
    {
        foreach (string source in WordsOf("source"))
        {
            if (label.StartsWith(source, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    // Words that must have a capital are left to those who look at letters.
    private static IEnumerable<string> WordsOf(params string[] kinds) =>
        CreditData.Pictures.Where(r => kinds.Contains(r.Kind)).SelectMany(static r => r.Words).Where(static w => !w.Any(char.IsUpper))
            .Distinct();

    private static bool IsUnspaced(string word) => word[0] is >= '\u2E80' and < '\uFB00';
}

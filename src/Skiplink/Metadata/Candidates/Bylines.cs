using System.Buffers;
using Skiplink.Metadata.Values;

namespace Skiplink.Metadata.Candidates;

/// <summary>Finds the parts of a line that name authors.</summary>
internal static class Bylines
{
    private const int MostWords = 40;
    private const int MostMarkedWords = 12;

    private static readonly SearchValues<string> Marks =
        SearchValues.Create(["byline", "author", "autor", "auteur", "writer", "yazar", "redakteur", "redacteur", "forfatter", "journalist", "verfasser", "firma"], StringComparison.Ordinal);

    private static readonly string[] Reporters = ["기자", "특파원", "논설위원", "記者"];

    /// <summary>What a byline's parts are cut at.</summary>
    private static readonly SearchValues<char> SignSearch = SearchValues.Create("|•·\n│／⋅∙/");

    private static readonly char[] Signs = ['|', '•', '·', '\n', '│', '／', '⋅', '∙', '/'];

    /// <summary>The bylines of a line: what follows "By", what stands in an element named after authors, links to people's pages.</summary>
    /// <param name="line">The line.</param>
    /// <param name="withLinks">Whether links to people's pages count for themselves.</param>
    public static IEnumerable<Finding> Of(Line line, bool withLinks)
    {
        if (line.Words > MostWords)
            yield break;
        bool isMarked = line.Words <= MostMarkedWords && line.IsMarked(Marks);
        bool found = false;
        string text = WithoutDates(line, out bool hasDate);
        string[] parts = text.AsSpan().ContainsAny(SignSearch) ? text.Split(Signs, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [text];
        foreach (string part in parts)
        {
            string piece = part.Trim('(', ')', '（', '）', '[', ']', '-', '–', '—', ',', ' ');
            int by = CreditWords.LengthOfBy(piece);
            if (by == 0 && piece.IndexOf(" by ", StringComparison.OrdinalIgnoreCase) is > 0 and < 24 and int at && line.Words <= MostMarkedWords + 6)
                by = at + 4;
            bool isReporter = Array.Exists(Reporters, r => piece.EndsWith(r, StringComparison.Ordinal)) && piece.Length < 30;
            if (by > 0 || isMarked || isReporter)
            {
                found = true;
                yield return new(piece[by..].Trim(), "text", line.Text);
            }
        }
        if (found || !withLinks || line.Place == LinePlace.BehindText)
            yield break;
        foreach (string author in line.AuthorLinks)
            yield return new(author, "text", author);
        // A name before the date needs no word: Jane Doe | 12 May 2024.
        if (hasDate && line.AuthorLinks.Count == 0 && line.Place == LinePlace.UnderTitle && line.Words <= MostMarkedWords && text.Split(Signs, 2)[0] is { Length: > 0 } first)
            yield return new(first, "text", line.Text);
    }

    /// <summary>The signature at the end of a paragraph, as newspapers of Japan write it: 【松岡大地】.</summary>
    public static Finding? AtEnd(Line line)
    {
        if (!line.Text.EndsWith('】') || line.Text.LastIndexOf('【') is not (>= 0 and int open) || line.Text.Length - open > 24)
            return null;
        string names = line.Text[(open + 1)..^1];
        return new(names, "text", line.Text[open..]);
    }

    private static string WithoutDates(Line line, out bool hasDate)
    {
        List<WrittenDate> dates = line.Dates(isMonthFirst: false);
        string text = line.Text;
        hasDate = dates.Count > 0;
        for (int i = dates.Count - 1; i >= 0; i--)
            text = string.Concat(text.AsSpan(0, dates[i].Start), "|", text.AsSpan(dates[i].End));
        return text;
    }
}

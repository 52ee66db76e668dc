using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Vocabulary;

namespace Skiplink.SavedText;

/// <summary>What saved text has beside its paragraphs, and where: the title's line, captions, boilerplate.</summary>
internal sealed class SavedTextLayout
{
    /// <summary>A title is short, stands not far before the text, and shares some of its words with the text's beginning.</summary>
    private const int MaxTitleWords = 30;
    private const int UsualTitleWords = 16;
    private const int MinTitleWords = 3;
    private const int TitleReach = 60;
    private const int Beginning = 12;
    private const double MinShared = 0.25;

    /// <summary>A line of so many words is a paragraph.</summary>
    private const int ParagraphWords = 15;

    private readonly BlockTable _blocks;
    private readonly bool[] _kept;
    private readonly string[] _lines;
    private readonly bool[] _isBoilerplate;
    private readonly Picture?[] _captions;
    private readonly bool[] _isByline;
    private readonly int _firstParagraph;

    private SavedTextLayout(PageDocument page, ReadOnlySpan<bool> kept)
    {
        BlockTable blocks = _blocks = page.Blocks;
        _kept = kept.ToArray();
        _lines = new string[blocks.Count];
        _isBoilerplate = new bool[blocks.Count];
        _captions = new Picture?[blocks.Count];
        _isByline = new bool[blocks.Count];
        DateReader dates = new(new());
        for (int i = 0; i < blocks.Count; i++)
        {
            _lines[i] = BlockText.Of(page, i);
            _isBoilerplate[i] = BoilerplateLines.Contains(_lines[i]);
            _captions[i] = _isBoilerplate[i] || CreditLine.Parse(_lines[i]) is not { } parts ? null
                : new(parts.Caption, parts.Credit, null);
            _isByline[i] = blocks[i].Words <= MaxTitleWords && IsByline(_lines[i], dates);
        }
        _firstParagraph = FirstParagraph();
        LastParagraph = FindLastParagraph();
        TitleBlock = TitleLine(_firstParagraph);
    }

    /// <summary>The lines, a block each.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The block of the title's line, or -1.</summary>
    public int TitleBlock { get; }

    /// <summary>The title's line, or null.</summary>
    public string? Title => TitleBlock < 0 ? null : _lines[TitleBlock];

    /// <summary>The captions, with their credits apart.</summary>
    public IReadOnlyList<Picture> Pictures => [.. _captions.OfType<Picture>()];

    /// <summary>Whether a line is boilerplate.</summary>
    public bool IsBoilerplate(int line) => _isBoilerplate[line];

    /// <summary>Whether a line is a caption.</summary>
    public bool IsCaption(int line) => _captions[line] is not null;

    /// <summary>Whether a line before the text says what the title says.</summary>
    public bool RepeatsTitle(int line) => line < _firstParagraph && _lines[line] == Title;

    /// <summary>The last kept line that is a paragraph, or the number of lines.</summary>
    public int LastParagraph { get; }

    /// <summary>Recognises the lines of a text.</summary>
    /// <param name="page">The lines, a block each.</param>
    /// <param name="kept">For each of them whether it is kept so far.</param>
    public static SavedTextLayout Read(PageDocument page, ReadOnlySpan<bool> kept) => new(page, kept);

    private bool IsParagraph(int line) =>
        _kept[line] && _blocks[line].Words >= ParagraphWords && _captions[line] is null && !_isBoilerplate[line];

    /// <summary>The first kept line that is a paragraph, or the number of lines.</summary>
    private int FirstParagraph()
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            // A headline may be as long as a paragraph; it ends without a full stop.
            if (IsParagraph(i) && (_blocks[i].Words > MaxTitleWords || EndsSentence(_lines[i])))
                return i;
        }
        return _lines.Length;
    }

    private int FindLastParagraph()
    {
        for (int i = _lines.Length - 1; i >= 0; i--)
        {
            if (IsParagraph(i))
                return i;
        }
        return _lines.Length;
    }

    private static bool EndsSentence(string line) =>
        line.Length > 0 && line[^1] is '.' or '!' or '?' or '"' or '”' or '»' or '。' or '」' or '।' or '؟' or ':' or ')' or '…';

    /// <summary>
    /// The line before the text that shares most of its words with the text's beginning. One that stands there twice (as the window's title
    /// and as the heading) is the likelier for it; of equals the one nearer to the text is taken.
    /// </summary>
    private int TitleLine(int body)
    {
        HashSet<uint> words = [];
        for (int i = body; i < Math.Min(body + Beginning, _blocks.Count); i++)
        {
            foreach (uint word in _blocks.WordsOf(i))
                words.Add(word);
        }
        int best = -1, first = Math.Max(0, body - TitleReach);
        double bestScore = MinShared;
        for (int i = first; i < body && i < _lines.Length; i++)
        {
            int count = _blocks[i].Words;
            if (!MayBeTitle(i))
                continue;
            int shared = 0;
            foreach (uint word in _blocks.WordsOf(i))
                shared += words.Contains(word) ? 1 : 0;
            // Longer lines say more, but a standfirst is no title.
            double score = (shared / (double)count * Math.Min(1, count / 5.0) * Math.Min(1, UsualTitleWords / (double)count))
                + (count >= 3 && Stands(i, first, body) ? 0.3 : 0);
            if (score >= bestScore)
                (bestScore, best) = (score, i);
        }
        return best >= 0 ? best : LineOverByline(first, body);
    }

    private bool MayBeTitle(int line) =>
        _blocks[line].Words is >= 2 and <= MaxTitleWords && !_isBoilerplate[line] && !_isByline[line] && _captions[line] is null
        && !_lines[line].EndsWith('.') && !_lines[line].EndsWith('。');

    /// <summary>
    /// Where no line shares words with the text: the line right over the first byline or date line, if it is no word of a menu; -1 for
    /// none.
    /// </summary>
    private int LineOverByline(int first, int body)
    {
        int byline = first;
        while (byline < body && byline < _lines.Length && !_isByline[byline])
            byline++;
        return byline > first && byline < Math.Min(body, _lines.Length) && MayBeTitle(byline - 1)
            && _blocks[byline - 1].Words >= MinTitleWords
            ? byline - 1
            : -1;
    }

    /// <summary>
    /// Whether a line names an author behind <c>By</c> or one of its like, or is nothing but a date and what belongs to it.
    /// </summary>
    private static bool IsByline(string line, DateReader reader)
    {
        int by = CreditWords.LengthOfBy(line);
        if (by > 0)
        {
            ReadOnlySpan<char> name = line.AsSpan(by).TrimStart(" :：\u00A0");
            int end = name.IndexOfAny(",|•·/");
            if (PersonNames.IsPersons((end < 0 ? name : name[..end]).TrimEnd()))
                return true;
        }
        List<WrittenDate> dates = [];
        reader.FindAll(line, isMonthFirst: false, dates);
        return dates.Count > 0 && DateLine.OtherWords(line, dates) == 0;
    }

    /// <summary>
    /// Whether another of the lines begins or ends with a line, as "Title - Site" and "Share this story: Title" do with the title.
    /// </summary>
    private bool Stands(int line, int first, int body)
    {
        for (int i = first; i < body && i < _lines.Length; i++)
        {
            if (i != line && _lines[i].Length >= _lines[line].Length
                && (_lines[i].StartsWith(_lines[line], StringComparison.OrdinalIgnoreCase)
                || _lines[i].EndsWith(_lines[line], StringComparison.OrdinalIgnoreCase)))
                return true;
        }
        return false;
    }
}

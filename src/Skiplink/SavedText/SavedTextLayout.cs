using System.Text;
using Skiplink.Html;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Text;
using Skiplink.Vocabulary;

namespace Skiplink.SavedText;

/// <summary>What saved text has beside its paragraphs, and where: the title's line, captions, lines of furniture.</summary>
internal sealed class SavedTextLayout
{
    /// <summary>A title is short, stands not far before the text, and shares some of its words with the text's beginning.</summary>
    private const int MostTitleWords = 30;
    private const int UsualTitleWords = 16;
    private const int LeastTitleWords = 3;
    private const int TitleReach = 60;
    private const int Beginning = 12;
    private const double LeastShared = 0.25;

    /// <summary>Less than one in so many words of the text stands over its title.</summary>
    private const int MostOver = 8;

    /// <summary>A line of so many words is a paragraph.</summary>
    private const int ParagraphWords = 15;

    private readonly BlockTable _blocks;
    private readonly string[] _lines;
    private readonly bool[] _isFurniture;
    private readonly Picture?[] _captions;
    private readonly bool[] _isByline;

    private SavedTextLayout(HtmlDocument document, BlockTable blocks)
    {
        _blocks = blocks;
        _lines = new string[blocks.Count];
        _isFurniture = new bool[blocks.Count];
        _captions = new Picture?[blocks.Count];
        _isByline = new bool[blocks.Count];
        DateReader dates = new(new());
        for (int i = 0; i < blocks.Count; i++)
        {
            _lines[i] = TextOf(document, blocks[i]);
            _isFurniture[i] = FurnitureLines.Contains(_lines[i]);
            _captions[i] = _isFurniture[i] ? null : CaptionLine.Parse(_lines[i]);
            _isByline[i] = blocks[i].Words <= MostTitleWords && IsByline(_lines[i], dates);
        }
    }

    /// <summary>The lines, a block each.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The block of the title's line, or -1.</summary>
    public int TitleBlock { get; private set; } = -1;

    /// <summary>The title's line, or null.</summary>
    public string? Title => TitleBlock < 0 ? null : _lines[TitleBlock];

    /// <summary>The captions, with their credits apart.</summary>
    public IReadOnlyList<Picture> Pictures => [.. _captions.OfType<Picture>()];

    /// <summary>Whether a line is furniture.</summary>
    public bool IsFurniture(int line) => _isFurniture[line];

    /// <summary>Finds the parts, and takes title, captions and furniture out of the blocks that are kept.</summary>
    public static SavedTextLayout Read(HtmlDocument document, BlockTable blocks)
    {
        SavedTextLayout layout = new(document, blocks);
        int body = layout.FirstParagraph();
        layout.TitleBlock = layout.TitleLine(body);
        layout.TakeOut(body);
        return layout;
    }

    private void TakeOut(int body)
    {
        int last = LastParagraph();
        bool isOver = false, isWayThere = IsWayThere();
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (_isFurniture[i])
            {
                Skip(ref _blocks[i], Verdict.Furniture);
                // What comes behind "Related stories" are related stories.
                isOver |= i > last;
            }
            else if (_captions[i] is not null)
            {
                Skip(ref _blocks[i], Verdict.Caption);
            }
            else if (isOver)
            {
                Skip(ref _blocks[i], Verdict.Furniture);
            }
            else if (i == TitleBlock || (i < TitleBlock && isWayThere) || (i < body && _lines[i] == Title))
            {
                // What stands over the title is the way there.
                Skip(ref _blocks[i], Verdict.TitleMatter);
            }
        }
    }

    /// <summary>Whether little enough of what was kept stands over the title for it to be menus, and not what the page is about.</summary>
    private bool IsWayThere()
    {
        int over = 0, all = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            int words = _blocks[i].Kept ? _blocks[i].Words : 0;
            all += words;
            over += i < TitleBlock ? words : 0;
        }
        return over * MostOver < all;
    }

    private static void Skip(ref BlockRow block, Verdict verdict)
    {
        block.Verdict = block.Kept || verdict == Verdict.Caption ? verdict : block.Verdict;
        block.Kept = false;
    }

    private static string TextOf(HtmlDocument document, in BlockRow block) =>
        Tidy.Text(Encoding.UTF8.GetString(new HtmlNode(document, block.FirstNode).Utf8Text));

    private bool IsParagraph(int line) =>
        _blocks[line].Kept && _blocks[line].Words >= ParagraphWords && _captions[line] is null && !_isFurniture[line];

    /// <summary>The first kept line that is a paragraph, or the number of lines.</summary>
    private int FirstParagraph()
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            // A headline may be as long as a paragraph; it ends without a full stop.
            if (IsParagraph(i) && (_blocks[i].Words > MostTitleWords || EndsSentence(_lines[i])))
                return i;
        }
        return _lines.Length;
    }

    private int LastParagraph()
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
    /// and as the heading) is the
    /// likelier for it; of equals the one nearer to the text is taken.
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
        double most = LeastShared;
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
            if (score >= most)
                (most, best) = (score, i);
        }
        return best >= 0 ? best : LineOverByline(first, body);
    }

    private bool MayBeTitle(int line) =>
        _blocks[line].Words is >= 2 and <= MostTitleWords && !_isFurniture[line] && !_isByline[line] && _captions[line] is null
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
            && _blocks[byline - 1].Words >= LeastTitleWords
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

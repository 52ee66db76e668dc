using System.Text;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Text;

namespace Skiplink.Verdicts;

/// <summary>What a page with little main text shows: its short lines as words, its title, and how many words there are of what.</summary>
internal sealed class PageLines
{
    /// <summary>A line of more words is no message of a page to its readers.</summary>
    public const int MaxWords = 60;

    /// <summary>So many lines are read from the start of the page, and so many around the end of its main text.</summary>
    private const int MaxLines = 150;
    private const int Around = 12;

    /// <summary>Of a page with more words of main text than this, which few findings are about, so many are read from the start.</summary>
    private const int SomeWords = 150;
    private const int FewLines = 15;

    private static readonly string[] Separators = [" - ", " | ", " – ", " — ", " » ", " :: ", " · ", ": ", " « ", "｜", " • ", " / "];

    private PageLines(PageDocument page, SelectionResult selection)
    {
        Page = page;
        Selection = selection;
        KeptWords = selection.KeptWords;
        Title = page.Head.Title.IsNone ? "" : WordsOf(Encoding.UTF8.GetString(page.Head.Title.Utf8Text));
        TitleParts = page.Head.Title.IsNone ? [] : PartsOf(Encoding.UTF8.GetString(page.Head.Title.Utf8Text));
        BlockTable blocks = page.Blocks;
        int read = KeptWords > SomeWords ? MaxLines - FewLines : 0;
        LastLong = blocks.Count - 1;
        while (LastLong >= 0 && !(selection.IsKept(LastLong) && blocks[LastLong].IsLong))
            LastLong--;
        for (int i = 0; i < blocks.Count; i++)
        {
            ref readonly BlockRow block = ref blocks[i];
            ContextFlags context = blocks.Elements[block.Inner].Context;
            bool isNoScript = (context & ContextFlags.NoScript) != 0;
            if (block.Words == 0 || (block.IsHidden && !isNoScript))
                continue;
            if (!isNoScript)
            {
                ShownWords += block.Words;
                LongWords += block.IsLong ? block.Words : 0;
            }
            bool isNear = i > LastLong - Around && i < LastLong + Around;
            if (block.IsLong && selection.IsKept(i))
                KeptLongWords += block.Words;
            if (block.Words <= MaxWords && (isNear || read++ < MaxLines))
                Lines.Add(new(i, $" {WordsOf(BlockText.Of(page, i))} ", (context & ContextFlags.Heading) != 0, isNoScript));
        }
    }

    /// <summary>The page.</summary>
    public PageDocument Page { get; }

    /// <summary>What is kept of it.</summary>
    public SelectionResult Selection { get; }

    /// <summary>The short lines, in the order of the page.</summary>
    public List<PageLine> Lines { get; } = [];

    /// <summary>The words of its title, and those of the parts of it that separators part.</summary>
    public string Title { get; }

    /// <inheritdoc cref="Title"/>
    public string[] TitleParts { get; }

    /// <summary>How many words the main text has.</summary>
    public int KeptWords { get; }

    /// <summary>How many words are shown when scripts run, and how many of them in paragraphs.</summary>
    public int ShownWords { get; }

    /// <inheritdoc cref="ShownWords"/>
    public int LongWords { get; }

    /// <summary>How many words the paragraphs of the main text have.</summary>
    public int KeptLongWords { get; }

    /// <summary>The last paragraph of the main text, or -1.</summary>
    public int LastLong { get; }

    /// <summary>Reads a page.</summary>
    public static PageLines Of(PageDocument page, SelectionResult selection) => new(page, selection);

    /// <summary>The words of a line; an apostrophe parts two.</summary>
    public static string WordsOf(string line) => PlainWords.Of(line.Replace('’', '\''), out _).Replace('\'', ' ');

    /// <summary>The first line of at most so many words that holds a phrase.</summary>
    public (PageLine Line, string Phrase)? Find(PhraseList phrases, int maxWords, Func<PageLine, bool>? isMeant = null)
    {
        foreach (PageLine line in Lines)
        {
            bool isShort = Page.Blocks[line.Block].Words <= maxWords;
            if (isShort && isMeant?.Invoke(line) != false && phrases.FindIn(line.Words) is { } phrase)
                return (line, phrase);
        }
        return null;
    }

    private static string[] PartsOf(string title) =>
        [.. title.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(WordsOf).Where(static p => p.Length > 0)];
}

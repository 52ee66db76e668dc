using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Features;

/// <summary>
/// What is known of the page as a whole before any block is scored: its sums, its title's words, where its long text stands, what repeats.
/// </summary>
internal sealed class PageFacts
{
    private readonly KeyCounts _sameTexts = new();
    private readonly WordBuffer _scratch = new();
    private PageData _data;
    private int _count;
    private int[] _longWordsBefore = [];
    private int[] _articlesBefore = [];
    private int[] _wordsBefore = [];
    private int[] _longBefore = [];
    private int[] _linkWordsBefore = [];

    public int Words { get; private set; }

    public int LinkWords { get; private set; }

    public int LongWords { get; private set; }

    public int LongBlocks { get; private set; }

    public int Currencies { get; private set; }

    public int Years { get; private set; }

    public int Articles { get; private set; }

    public int MainWords { get; private set; }

    public int ArticleWords { get; private set; }

    /// <summary>
    /// The block of the page's heading: the first h1 that shares most words with the title, else the first h1; -1 without.
    /// </summary>
    public int TitleBlock { get; private set; }

    /// <summary>
    /// The deepest element with half of the long text, the deepest with four fifths of it, and a reader-mode script's candidate.
    /// </summary>
    public int HalfElement { get; private set; }

    public int MostElement { get; private set; }

    public int ReaderElement { get; private set; }

    /// <summary>The words of the page's title and of its <c>og:title</c>.</summary>
    public WordSet TitleWords { get; } = new();

    /// <summary>Reads a page.</summary>
    public void Read(PageDocument page)
    {
        _data = PageData.Read(page.Head);
        ReadTitle(page.Head);
        ReadDescription(page.Head);
        ReadBlocks(page.Blocks);
        ReadElements(page.Blocks);
        FindTitle(page.Blocks);
    }

    /// <summary>The words of the page's description and of its <c>og:description</c>.</summary>
    public WordSet DescriptionWords { get; } = new();

    /// <summary>The blocks that share a path of names and classes.</summary>
    public SamePathGroups SamePaths { get; } = new();

    /// <summary>What the page's data say of its kind.</summary>
    public ref readonly PageData Data => ref _data;

    public int LongWordsBefore(int block) => _longWordsBefore[block];

    /// <summary>How many article elements have begun before a block or around it, 9 at most.</summary>
    public int ArticleBefore(int block) => _articlesBefore[block];

    /// <summary>How many blocks have the text of a block, itself included.</summary>
    public int SameTexts(int block) => _sameTexts[block];

    public int WordsBefore(int block) => _wordsBefore[block];

    /// <summary>How many blocks back the nearest long block is; the block itself is not looked at.</summary>
    public int SinceLong(int block) => _longBefore[block];

    /// <summary>The words, and those in links, of a block and up to five before and behind it.</summary>
    public (int Words, int LinkWords) WordsAround(int block)
    {
        int from = Math.Max(0, block - Around), to = Math.Min(_count, block + Around + 1);
        return (_wordsBefore[to] - _wordsBefore[from], _linkWordsBefore[to] - _linkWordsBefore[from]);
    }

    private const int Around = 5;

    /// <summary>Titles and descriptions are read no further than this.</summary>
    private const int MaxTextBytes = 4096;

    private void ReadTitle(PageHead head)
    {
        TitleWords.Clear();
        int graph = head.MetaOf(MetaNames.GraphTitle);
        // The model has learnt that a title element counts unless an og:title stands before it.
        if (!head.Title.IsNone && (graph == 0 || head.Title.Index < head.MetaElement(graph).Index))
            AddWords(head.Title.Utf8Text, TitleWords);
        AddWords(head, MetaNames.GraphTitle, TitleWords);
    }

    private void ReadDescription(PageHead head)
    {
        DescriptionWords.Clear();
        AddWords(head, MetaNames.GraphDescription, DescriptionWords);
        AddWords(head, MetaNames.PlainDescription, DescriptionWords);
    }

    private void AddWords(PageHead head, MetaName name, WordSet words)
    {
        for (int entry = head.MetaOf(name); entry != 0; entry = head.NextMeta(entry))
            AddWords(head.ContentOf(entry), words);
    }

    private void AddWords(ReadOnlySpan<byte> text, WordSet words)
    {
        _scratch.Clear();
        TextScanner scanner = new(_scratch);
        TextShape shape = default;
        scanner.Read(text.Length > MaxTextBytes ? text[..MaxTextBytes] : text, ref shape);
        scanner.EndWord(ref shape);
        foreach (uint word in _scratch.Slice(0, _scratch.Count))
            words.Add(word);
    }

    private void ReadBlocks(BlockTable blocks)
    {
        SamePaths.Start(blocks.Count);
        _sameTexts.Start(blocks.Count);
        Words = LinkWords = LongWords = LongBlocks = Currencies = Years = MainWords = ArticleWords = 0;
        int count = blocks.Count;
        _count = count;
        if (_wordsBefore.Length <= count)
        {
            int size = Math.Max(count + 1, _wordsBefore.Length * 2);
            (_wordsBefore, _linkWordsBefore, _longBefore, _longWordsBefore, _articlesBefore) = (new int[size], new int[size], new int[size],
                new int[size], new int[size]);
        }
        int since = 99;
        for (int i = 0; i < count; i++)
        {
            ref readonly BlockRow block = ref blocks[i];
            ref readonly ElementRow container = ref blocks.Elements[block.Container];
            _wordsBefore[i] = Words;
            _linkWordsBefore[i] = LinkWords;
            _longWordsBefore[i] = LongWords;
            _longBefore[i] = since;
            since = block.IsLong ? 1 : Math.Min(99, since + 1);
            Words += block.Words;
            LinkWords += block.LinkWords;
            Currencies += block.Shape.Currencies > 0 ? 1 : 0;
            Years += block.Shape.Years > 0 ? 1 : 0;
            if (block.IsLong)
            {
                LongWords += block.Words;
                LongBlocks++;
            }
            if ((container.Context & ContextFlags.Main) != 0)
                MainWords += block.Words;
            if ((container.Context & ContextFlags.Article) != 0)
                ArticleWords += block.Words;

            SamePaths.Add(i, block, container);
            _sameTexts.Add(i, block.TextHash);
        }
        SamePaths.SumUp(Words);
        _wordsBefore[count] = Words;
        _linkWordsBefore[count] = LinkWords;
    }

    private void ReadElements(BlockTable blocks)
    {
        HalfElement = MostElement = ReaderElement = Articles = 0;
        float best = 0;
        ReadOnlySpan<ElementRow> rows = blocks.Elements.Rows;
        int block = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly ElementRow element = ref rows[i];
            if (element.Name == HtmlNames.Article)
            {
                for (; block < element.FirstBlock; block++)
                    _articlesBefore[block] = Math.Min(9, Articles);
                Articles++;
            }
            // Document order: a later element with as much is deeper, since two that hold more than half cannot stand side by side.
            if (element.LongWords * 2 > LongWords)
                HalfElement = i;
            if (element.LongWords * 5 > LongWords * 4)
                MostElement = i;
            // Links take from a score, so that one that is not greater without them need not be asked.
            if (element.ReaderScore > best && element.ReaderScore * (1 - FeatureRow.Share(element.LinkWords, element.Words)) is var score
                && score > best)
                (best, ReaderElement) = (score, i);
        }
        for (; block < blocks.Count; block++)
            _articlesBefore[block] = Math.Min(9, Articles);
    }

    private void FindTitle(BlockTable blocks)
    {
        TitleBlock = -1;
        float best = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            ref readonly BlockRow block = ref blocks[i];
            if (block.Words == 0 || !blocks.IsHeading(i))
                continue;
            int shared = TitleWords.CountIn(blocks.WordsOf(i));
            bool first = blocks.HeadingLevelOf(i) == 1;
            float score = (2f * shared / (block.Words + Math.Max(1, TitleWords.Count))) + (first ? 0.3f : 0);
            if (score > best)
                (best, TitleBlock) = (score, i);
        }
        if (best < 0.3f)
            TitleBlock = -1;
    }
}

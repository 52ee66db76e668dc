using Skiplink.Html;

namespace Skiplink.PageModel;

/// <summary>
/// Decides which of the texts that the markup hides at first are hidden from readers, and which are content that scripts will show: panels
/// of tabs and accordions, and whatever holds nearly all the text of its page. Its memory is used again for each page.
/// </summary>
internal sealed class HiddenTextDecision
{
    /// <summary>
    /// What is nearly all the text of a page has at least this many words, and this many times the words that are shown, be it of all words
    /// or of those in paragraphs.
    /// </summary>
    private const int MinWords = 100;
    private const int MinTimes = 3;

    /// <summary>
    /// So many parts without opacity are an effect of the page, or one of so many blocks, or what has more than one in so many of its
    /// words.
    /// </summary>
    private const int MinFadedParts = 3;
    private const int MinFadedBlocks = 4;
    private const int MaxFadedShare = 5;

    private readonly PanelEvidence _panels = new();
    private readonly List<HiddenText> _pieces = [];
    private Root[] _roots = [];

    /// <summary>A root while it is decided.</summary>
    private struct Root
    {
        /// <summary>Whether its text is hidden; of those within others, whether its own markup hides it.</summary>
        public bool IsHidden;

        /// <summary>Whether it stands in no other that is hidden.</summary>
        public bool IsOutermost;
    }

    /// <summary>Decides, and sets <see cref="BlockRow.Hidden"/>; returns the texts that are hidden amid blocks.</summary>
    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="hidden">What its markup hides at first.</param>
    public IReadOnlyList<HiddenText> Decide(HtmlDocument document, BlockTableBuilder blocks, HiddenTextBuilder hidden)
    {
        _pieces.Clear();
        MachineValues.Hide(document, blocks);
        if (hidden.Blocks.Count == 0 && hidden.Pieces.Count == 0)
            return _pieces;
        if (_roots.Length < hidden.Roots.Count)
            _roots = new Root[Math.Max(hidden.Roots.Count, 2 * _roots.Length)];
        Span<Root> roots = _roots.AsSpan(0, hidden.Roots.Count);
        roots.Clear();
        _panels.Start(document, blocks.Elements, hidden.Controls);
        for (int i = 0; i < roots.Length; i++)
        {
            HiddenRoot root = hidden.Roots[i];
            roots[i].IsHidden = IsFirm(root.Reason) || !_panels.IsPanel(root);
            roots[i].IsOutermost = root.Outer < 0 || !(roots[root.Outer].IsHidden || !roots[root.Outer].IsOutermost);
        }
        ShowMostOfPage(blocks, hidden, roots);
        // An outer root stands before those within.
        for (int i = 0; i < roots.Length; i++)
            roots[i].IsHidden |= hidden.Roots[i].Outer is >= 0 and int outer && roots[outer].IsHidden;
        foreach ((int block, int root) in hidden.Blocks)
            blocks[block].Hidden = roots[root].IsHidden ? ReasonOf(hidden, roots, root) : HiddenReason.None;
        foreach (HiddenPiece piece in hidden.Pieces)
            _pieces.Add(new(piece.FirstNode, piece.LastNode, piece.Block, hidden.Roots[piece.Root].Reason));
        return _pieces;
    }

    /// <summary>The reason of the outermost root around that is hidden.</summary>
    private static HiddenReason ReasonOf(HiddenTextBuilder hidden, ReadOnlySpan<Root> roots, int root)
    {
        while (hidden.Roots[root].Outer is >= 0 and int outer && roots[outer].IsHidden)
            root = outer;
        return hidden.Roots[root].Reason;
    }

    /// <summary>Whether scripts do not take the reason back: nobody shows text later that has no size, no colour, or no place.</summary>
    public static bool IsFirm(HiddenReason reason) =>
        reason is HiddenReason.Clipped or HiddenReason.OffPage or HiddenReason.FontSize or HiddenReason.Color;

    private static bool IsMost(int hidden, int shown) => hidden >= MinWords && hidden >= MinTimes * shown;

    /// <summary>
    /// Whether the page fades its parts in: it has several without opacity, or one that is a section of its own. What is to be hidden for
    /// good is one small part.
    /// </summary>
    private static bool IsFadedIn(BlockTableBuilder blocks, HiddenTextBuilder hidden, int words)
    {
        int faded = 0, parts = 0, run = 0, last = -1;
        foreach ((int block, int root) in hidden.Blocks)
        {
            if (hidden.Roots[root].Reason != HiddenReason.Opacity)
                continue;
            faded += blocks[block].Words;
            parts += root != last ? 1 : 0;
            run = root != last ? 1 : run + 1;
            if (run >= MinFadedBlocks)
                return true;
            last = root;
        }
        return parts >= MinFadedParts || (faded >= MinWords && faded * MaxFadedShare > words);
    }

    /// <summary>Shows what is hidden for one reason and has nearly all the text of the page, as before scripts have run.</summary>
    private static void ShowMostOfPage(BlockTableBuilder blocks, HiddenTextBuilder hidden, Span<Root> roots)
    {
        Span<int> words = stackalloc int[(int)HiddenReason.Microdata + 1], longWords = stackalloc int[(int)HiddenReason.Microdata + 1];
        words.Clear();
        longWords.Clear();
        foreach ((int block, int first) in hidden.Blocks)
        {
            int root = first;
            while (root >= 0 && !(roots[root].IsHidden && roots[root].IsOutermost))
                root = hidden.Roots[root].Outer;
            if (root < 0)
                continue;
            int reason = (int)hidden.Roots[root].Reason;
            words[reason] += blocks[block].Words;
            longWords[reason] += blocks[block].IsLong ? blocks[block].Words : 0;
        }
        int shown = 0, shownLong = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            shown += blocks[i].Words;
            shownLong += blocks[i].IsLong ? blocks[i].Words : 0;
        }
        bool isFaded = IsFadedIn(blocks, hidden, shown);
        for (int i = 0; i < words.Length; i++)
            (shown, shownLong) = (shown - words[i], shownLong - longWords[i]);
        for (int i = 0; i < roots.Length; i++)
        {
            HiddenReason reason = hidden.Roots[i].Reason;
            int own = longWords[(int)reason];
            bool isMost = reason == HiddenReason.NoScript
                ? own > shownLong || (own == 0 && words[(int)reason] > shown)
                : reason == HiddenReason.Opacity && isFaded
                    || (!IsFirm(reason) && (IsMost(own, shownLong) || IsMost(words[(int)reason], shown)));
            if (isMost)
                roots[i].IsHidden = false;
        }
    }
}

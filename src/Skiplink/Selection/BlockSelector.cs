using Skiplink.Features;
using Skiplink.PageModel;
using Skiplink.SavedText;

namespace Skiplink.Selection;

/// <summary>
/// Decides which blocks of a page are kept. Every rule that keeps or skips a block is a file of this folder. They are applied in the order
/// in which <see cref="Select"/> and <see cref="PagePipeline"/> call them: copies and the threshold first, then structure (tables, lists,
/// headings, gaps, symbols), standfirst, title block, comments, embedded text, footnotes. In saved text <see cref="SavedTextRule"/>
/// replaces all rules after the symbols.
/// </summary>
internal sealed class BlockSelector
{
    private readonly ExpectedF1Cut _cut = new();
    private readonly ListCompletion _listCompletion = new();
    private readonly TitleBlockRule _titleBlock = new();
    private readonly SelectionDraft _scratch = new();
    private readonly SelectionDraft _balanced = new();
    private readonly SelectionDraft _final = new();
    private PageDocument _page = null!;

    /// <summary>Starts a page: applies the threshold of the balanced mode alone, before the page's kind is predicted.</summary>
    public SelectionResult FirstCut(PageDocument page, ReadOnlySpan<float> probabilities)
    {
        _page = page;
        _cut.Start(page, probabilities);
        _cut.Cut(_scratch, probabilities, FittedConstants.BalancedBeta);
        return _scratch.Freeze();
    }

    /// <summary>What the balanced mode keeps of the page that was started last: the metadata are chosen by it, whatever the mode.</summary>
    /// <param name="probabilities">For each block the probability that it is main text.</param>
    /// <param name="kind">The page's kind; null for saved text, which has none.</param>
    /// <param name="facts">The facts of the page; null for saved text.</param>
    public SelectionResult Balanced(ReadOnlySpan<float> probabilities, PageKind? kind, PageFacts? facts)
    {
        int blocks = probabilities.Length;
        Select(_balanced, probabilities, kind is { } known ? FittedConstants.BalancedBetaFor(known, blocks)
            : FittedConstants.BalancedBeta, facts);
        return _balanced.Freeze();
    }

    /// <summary>Starts the final draft of the page: what a mode keeps before title block, comments and footnotes.</summary>
    public SelectionDraft Start(SelectionMode mode, SelectionResult balanced, ReadOnlySpan<float> probabilities, PageFacts? facts)
    {
        if (mode == SelectionMode.Balanced)
            _final.Start(balanced);
        else
            Select(_final, probabilities, mode == SelectionMode.Precision ? FittedConstants.PrecisionBeta
                : FittedConstants.RecallBeta, facts);
        return _final;
    }

    /// <summary>What is left of saved text when its boilerplate, captions and title are skipped: the metadata are chosen by it.</summary>
    public SelectionResult SkipLines(SelectionResult balanced, SavedTextLayout layout)
    {
        _scratch.Start(balanced);
        SavedTextRule.Apply(_scratch, layout);
        return _scratch.Freeze();
    }

    /// <summary>Skips what the metadata give already.</summary>
    public void SkipTitleBlock(SelectionDraft draft, PageDocument page, int titleBlock, string? title, IReadOnlyList<string> authors) =>
        _titleBlock.Apply(draft, page, titleBlock, title, authors);

    private void Select(SelectionDraft draft, ReadOnlySpan<float> probabilities, double beta, PageFacts? facts)
    {
        if (_cut.Cut(draft, probabilities, beta))
        {
            SubscriptionRule.Apply(draft, _page);
            TableRule.Apply(draft, _page, probabilities);
            _listCompletion.Apply(draft);
            HeadingRule.Apply(draft);
            GapFilling.Apply(draft);
            SymbolRule.Apply(draft, probabilities);
        }
        if (facts is not null)
            StandfirstRule.Apply(draft, facts);
    }
}

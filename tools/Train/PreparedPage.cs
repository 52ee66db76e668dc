using System.Text;
using Skiplink;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.SavedText;
using Skiplink.Text;

namespace Train;

/// <summary>A labelled page cut into blocks, with the label of each block and all words of the truth.</summary>
internal sealed class PreparedPage
{
    public PreparedPage(LabelledPage page, int fold)
        : this(page, fold, PagePipeline.Parse(new HtmlParser(), page.Html, null))
    {
    }

    private PreparedPage(LabelledPage page, int fold, HtmlDocument document)
    {
        Page = page;
        Fold = fold;
        Model = new PageDocumentBuilder().Build(document);
        Importance = new float[Blocks.Count];
        Roles = page.Roles?.For(Blocks);
        if (page.Truth is null && page.Roles is not null)
        {
            BlockTargets.FromRoles(page.Roles, Blocks, out bool[] labels, Importance);
            Labels = labels;
            TruthWords = WordsOf(labels);
            IsTaught = true;
            SkipHidden();
            return;
        }
        TruthWords = TruthText.Read(page.Truth ?? "", out int[] lineStarts);
        Labels = Aligner.Align(Blocks, TruthWords, lineStarts);
        Importance.AsSpan().Fill(1);
        // The rule: a page whose truth is empty, or is for the most part not on the page, teaches nothing.
        IsTaught = TruthWords.Length > 0 && PageScore.OfBlocks(Blocks, i => Labels[i], TruthWords).Recall >= 0.5;
        SkipHidden();
    }

    /// <summary>Hidden text is never kept, whatever the model says of it.</summary>
    private void SkipHidden()
    {
        for (int b = 0; b < Blocks.Count; b++)
            Importance[b] = Blocks[b].Hidden == default ? Importance[b] : 0;
    }

    /// <summary>The page as somebody would have saved its text.</summary>
    public PreparedPage AsSavedText() =>
        new(
            Page with { Truth = Page.Truth ?? TextOf(Labels), Roles = null }, Fold,
            HtmlDocument.Parse(LinesDocument.FromText(SavedAsText.Write(Model, HasMarks(Page.Site)))));

    private string TextOf(bool[] labels) =>
        string.Join('\n', Enumerable.Range(0, Blocks.Count).Where(b => labels[b]).Select(b => BlockText.Of(Model, b)));

    private uint[] WordsOf(bool[] labels) =>
        [.. Enumerable.Range(0, Blocks.Count).Where(b => labels[b]).SelectMany(b => Blocks.WordsOf(b).ToArray())];

    // Every second site as text browsers write it, with marks before the items of lists; the others as browsers do, without.
    private static bool HasMarks(string site) => site.Aggregate(0, static (sum, c) => sum + c) % 2 == 0;

    public LabelledPage Page { get; }

    public int Fold { get; }

    /// <summary>The page's model.</summary>
    public PageDocument Model { get; }

    public BlockTable Blocks => Model.Blocks;

    public uint[] TruthWords { get; }

    /// <summary>For each block whether it is part of the truth.</summary>
    public bool[] Labels { get; }

    /// <summary>For each block how much its label counts: 0 where nobody knows, or the label is a matter of taste.</summary>
    public float[] Importance { get; }

    /// <summary>The letter of each block's role; null where nobody labelled the page.</summary>
    public char[]? Roles { get; }

    /// <summary>Whether what is read of the page can be scored here.</summary>
    public bool IsScored => Page.Truth is not null || Page.Roles is not null;

    /// <summary>The heading over a block, or -1.</summary>
    public int HeadingOf(int block) => Blocks[block].Heading;

    /// <summary>Whether the page is trained on. Every page is scored.</summary>
    public bool IsTaught { get; }
}

/// <summary>The words of a true text, hashed as those of blocks are, and where its lines begin.</summary>
internal static class TruthText
{
    public static uint[] Read(string text, out int[] lineStarts)
    {
        WordBuffer words = new();
        TextScanner scanner = new(words);
        TextShape shape = default;
        List<int> starts = [];
        foreach (string line in text.Split('\n'))
        {
            starts.Add(words.Count);
            scanner.Read(Encoding.UTF8.GetBytes(line), ref shape);
            scanner.EndWord(ref shape);
        }
        starts.Add(words.Count);
        lineStarts = [.. starts.Distinct()];
        return words.Slice(0, words.Count).ToArray();
    }
}

/// <summary>Precision, recall and F1 over bags of words, as the WCXB benchmark counts them.</summary>
internal readonly record struct PageScore(double Precision, double Recall, double F1)
{
    public static PageScore OfBlocks(BlockTable blocks, Func<int, bool> isKept, uint[] truth)
    {
        Dictionary<uint, int> left = [];
        foreach (uint word in truth)
            left[word] = left.GetValueOrDefault(word) + 1;
        int kept = 0, both = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!isKept(i))
                continue;
            foreach (uint word in blocks.WordsOf(i))
            {
                kept++;
                if (left.TryGetValue(word, out int count) && count > 0)
                {
                    left[word] = count - 1;
                    both++;
                }
            }
        }
        if (truth.Length == 0)
            return kept == 0 ? new(1, 1, 1) : default;
        if (both == 0)
            return default;
        double precision = both / (double)kept, recall = both / (double)truth.Length;
        return new(precision, recall, 2 * precision * recall / (precision + recall));
    }
}

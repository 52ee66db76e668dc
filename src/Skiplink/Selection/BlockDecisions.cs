using System.Runtime.CompilerServices;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// For each block of a page whether it is kept, and what decided. This is how decisions are read, while they are made and when they are
/// final.
/// </summary>
internal abstract class BlockDecisions
{
    /// <summary>For each block whether it is kept.</summary>
    protected bool[] KeptBlocks { get; set; } = [];

    /// <summary>For each block what decided.</summary>
    protected BlockReason[] Reasons { get; set; } = [];

    /// <summary>For each block, and behind the last one, how many before it are kept.</summary>
    protected int[] KeptBefore { get; set; } = [0];

    /// <summary>For each block the role that was predicted; empty for saved text.</summary>
    protected BlockRole[] Roles { get; set; } = [];

    /// <summary>The blocks that are decided.</summary>
    public BlockTable Blocks { get; protected set; } = null!;

    /// <summary>For each block whether it is kept.</summary>
    public ReadOnlySpan<bool> Kept => KeptBlocks.AsSpan(0, Blocks.Count);

    /// <summary>The F1 over words that the probabilities let expect of the blocks above the cut.</summary>
    public double ExpectedF1 { get; protected set; }

    /// <summary>The lowest probability above the cut; 1 when nothing is.</summary>
    public double LowestKept { get; protected set; }

    /// <summary>How many words the kept blocks have.</summary>
    public int KeptWords
    {
        get
        {
            int words = 0;
            for (int i = 0; i < Blocks.Count; i++)
                words += KeptBlocks[i] ? Blocks[i].Words : 0;
            return words;
        }
    }

    /// <summary>Whether a block is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsKept(int block) => KeptBlocks[block];

    /// <summary>Whether there is a block of this number, and it is kept.</summary>
    public bool IsKeptBlock(int block) => (uint)block < (uint)Blocks.Count && KeptBlocks[block];

    /// <summary>What decided of a block.</summary>
    public BlockReason ReasonOf(int block) => Reasons[block];

    /// <summary>
    /// The role of a block: what was decided comes before what was predicted. Kept blocks are main text, unless a rule kept them as
    /// something else; skipped ones are anything but main text.
    /// </summary>
    public BlockRole RoleOf(int block) => (KeptBlocks[block], Reasons[block]) switch
    {
        (true, BlockReason.Standfirst) => BlockRole.Standfirst,
        (true, _) => BlockRole.Main,
        (false, BlockReason.Copy) => BlockRole.Hidden,
        (false, BlockReason.TitleBlock) => block == TitleBlock ? BlockRole.Title : BlockRole.Byline,
        (false, BlockReason.Subscription) => BlockRole.Promotion,
        (false, BlockReason.Comment) => BlockRole.Comment,
        (false, BlockReason.Caption) => BlockRole.Caption,
        _ when block == TitleBlock => BlockRole.Title,
        _ => Roles.Length > 0 ? Roles[block] : BlockRole.Other,
    };

    /// <summary>The block of the page's title, or -1.</summary>
    public int TitleBlock { get; protected set; } = -1;

    /// <summary>Whether a text node belongs to a block that is kept.</summary>
    public bool IsNodeKept(int node) => Blocks.BlockOf(node) is >= 0 and int block && KeptBlocks[block];

    /// <summary>How many blocks of an element are kept; of a draft, as far as they were counted last.</summary>
    public int KeptIn(in ElementRow element) => KeptBefore[element.FirstBlock + element.Blocks] - KeptBefore[element.FirstBlock];

    /// <summary>Whether at least half of an element's words are kept.</summary>
    public bool HasMostOf(in ElementRow element)
    {
        int kept = 0, all = 0;
        for (int i = element.FirstBlock; i < element.FirstBlock + element.Blocks; i++)
        {
            all += Blocks[i].Words;
            kept += KeptBlocks[i] ? Blocks[i].Words : 0;
        }
        return kept * 2 >= all;
    }

    /// <summary>Whether any block in an element is kept.</summary>
    public bool HasKept(int element) => Blocks.Elements[element] is var row && KeptBlocks.AsSpan(row.FirstBlock, row.Blocks).Contains(true);
}

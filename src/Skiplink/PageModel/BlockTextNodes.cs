namespace Skiplink.PageModel;

/// <summary>The text nodes of one block, in document order: other blocks' nodes may stand between its first and its last one.</summary>
internal ref struct BlockTextNodes(ReadOnlySpan<int> blockOfNode, int block, int first, int last)
{
    private readonly ReadOnlySpan<int> _blockOfNode = blockOfNode;

    /// <summary>The index of the node.</summary>
    public int Current { get; private set; } = first - 1;

    /// <summary>Makes it possible to loop over the nodes.</summary>
    public readonly BlockTextNodes GetEnumerator() => this;

    /// <summary>Goes on to the next node of the block.</summary>
    public bool MoveNext()
    {
        while (++Current <= last)
        {
            if (_blockOfNode[Current] == block)
                return true;
        }
        return false;
    }
}

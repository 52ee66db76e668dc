using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>Text nodes, and the blocks that they make.</summary>
internal sealed partial class BlockBuilder
{
    // Text of the run that is not shown. When all of the run is not, it is a block; else it is no part of the block.
    private readonly List<PendingText> _pending = [];

    /// <summary>A text node that is not shown, or a line break between two such nodes.</summary>
    /// <param name="Node">The node, or 0 for a line break.</param>
    /// <param name="Element">The row of the element that it stands in.</param>
    /// <param name="Root">What hides it.</param>
    private readonly record struct PendingText(int Node, int Element, int Root);

    private void ReadHiddenText(int node, ReadOnlySpan<byte> memory, int length, int element)
    {
        bool isWhite = IsWhiteSpace(memory, length);
        if (isWhite && _pending.Count == 0)
            return;
        if (!isWhite)
            _breaks = 0;
        _pending.Add(new(node, element, _hidden.Current));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadText(int node, ReadOnlySpan<byte> memory, int length, int element, ref TextScanner scanner)
    {
        if (_block < 0)
        {
            int container = element;
            while (container != 0 && !_elements[container].IsBlockLevel)
                container = _elements[container].Parent;
            _block = _blocks.Add(container, element, node);
            _lastLink = 0;
        }
        _blocks.Assign(node, _block);
        ref BlockRow block = ref _blocks[_block];
        int before = block.Shape.Bytes;
        int words = scanner.Read(memory, length, ref block.Shape);
        if (block.Shape.Bytes == before)
            return;
        _breaks = 0;
        if ((_elements[element].Context & ContextFlags.Link) != 0)
        {
            // A node's last word is closed only by the next node, so one more is counted; FinishBlock clamps the sum to the block's words.
            block.LinkWords += words + 1;
            int link = element;
            while (_elements[link].Name != HtmlNames.A && link != 0)
                link = _elements[link].Parent;
            if (link != _lastLink || block.Links == 0)
                block.Links++;
            _lastLink = link;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndBlock(ref TextScanner scanner)
    {
        _breaks = 0;
        if (_pending.Count > 0)
            EndHiddenText(ref scanner);
        if (_block >= 0)
            FinishBlock(ref scanner);
    }

    /// <summary>Makes a block of text that is not shown, or notes it as pieces of the block that it stands amid.</summary>
    private void EndHiddenText(ref TextScanner scanner)
    {
        int first = 0;
        if (_block >= 0)
        {
            for (int i = 1; i <= _pending.Count; i++)
            {
                if (i < _pending.Count && (_pending[i].Node == 0 || _pending[i].Root == _pending[first].Root))
                    continue;
                _hidden.Pieces.Add(new(_pending[first].Node, LastNodeOf(first, i), _block, _pending[first].Root));
                first = i;
            }
            foreach (PendingText text in _pending)
            {
                if (text.Node != 0)
                    _blocks.AssignHidden(text.Node);
            }
            _pending.Clear();
            return;
        }
        PageBytes page = new(_document);
        foreach (PendingText text in _pending)
        {
            ref readonly NodeRow row = ref _document.Nodes[text.Node];
            if (text.Node == 0)
                scanner.EndWord(ref _blocks[_block].Shape);
            else
                ReadText(text.Node, page.From(row.DataStart), row.DataLength, text.Element, ref scanner);
        }
        _hidden.Blocks.Add((_block, _pending[0].Root));
        _pending.Clear();
    }

    private int LastNodeOf(int first, int end)
    {
        while (end > first && _pending[end - 1].Node == 0)
            end--;
        return _pending[end - 1].Node;
    }


    private void FinishBlock(ref TextScanner scanner)
    {
        ref BlockRow block = ref _blocks[_block];
        scanner.EndWord(ref block.Shape);
        block.Words = _blocks.Words.Count - block.FirstWord;
        block.LinkWords = Math.Min(block.LinkWords, block.Words);
        block.TextHash = (uint)BytesHash.Fixed.Of(
            MemoryMarshal.AsBytes(_blocks.Words.From(block.FirstWord))[..(block.Words * sizeof(uint))]);

        ref ElementRow container = ref _elements[block.Container];
        bool isLong = block.IsLong;
        Vector128<int> sums = Vector128.Create(block.Words, block.LinkWords, isLong ? block.Words : 0, block.Shape.Years > 0 ? 1 : 0);
        container.Sums += Vector256.Create(sums, Vector128<int>.Zero);
        if (isLong)
        {
            float score = 1 + block.Shape.Commas + Math.Min(3, block.Shape.Bytes / 100);
            ref ElementRow parent = ref _elements[container.Parent];
            parent.ReaderScore += score;
            _elements[parent.Parent].ReaderScore += score / 2;
        }
        _block = -1;
    }

    /// <summary>Whether a text is white space alone, or nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWhiteSpace(ReadOnlySpan<byte> memory, int length)
    {
        if (length == 0)
            return true;
        if (memory[0] > ' ')
            return false;
        if (length > Vector512<byte>.Count || memory.Length < Vector512<byte>.Count)
            return memory[..length].IndexOfAnyExcept(Characters.AsciiWhiteSpace) < 0;
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(memory));
        Vector512<byte> white = Vector512.Equals(bytes, Vector512.Create((byte)' ')) | Vector512.Equals(bytes, Vector512.Create((byte)'\n'))
            | Vector512.Equals(bytes, Vector512.Create((byte)'\t')) | Vector512.Equals(bytes, Vector512.Create((byte)'\r'))
            | Vector512.Equals(bytes, Vector512.Create((byte)'\f'));
        // What is left of those that are none, when all behind the text are shifted out.
        return ~white.ExtractMostSignificantBits() << (Vector512<byte>.Count - length) == 0;
    }
}

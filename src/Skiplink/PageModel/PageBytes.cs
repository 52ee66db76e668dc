using System.Runtime.CompilerServices;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.PageModel;

/// <summary>A page's memory, asked for once: the text of its nodes and the values of its attributes stand in it.</summary>
internal readonly ref struct PageBytes(HtmlDocument document)
{
    private readonly ReadOnlySpan<byte> _source = document.Source.Span;
    private readonly ReadOnlySpan<byte> _decoded = document.Text.Decoded.From(0);

    /// <summary>The bytes of a slice and what stands behind them in the same memory, so that a reader may load whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> From(int start) => start < 0 ? _decoded[~start..] : _source[start..];

    /// <summary>The bytes of a slice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Of(Utf8Slice slice) => From(slice.Start)[..slice.Length];
}

using System.Buffers;
using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>The addresses of links and images.</summary>
internal sealed partial class MarkdownWriter
{
    private static readonly SearchValues<byte> NeedBrackets = SearchValues.Create([.. Enumerable.Range(0, 33).Select(static i => (byte)i), (byte)'<', (byte)'>', 0x7F]);

    // What an address may not have when it is written as it is: that, brackets, and what could be an escape or a character reference.
    private static readonly SearchValues<byte> NeedCare = SearchValues.Create([.. Enumerable.Range(0, 33).Select(static i => (byte)i), (byte)'<', (byte)'>', 0x7F, (byte)'(', (byte)')', (byte)'&', (byte)'\\', (byte)'|']);

    /// <summary>Whether the text of a link in an item is what the box of a task would be.</summary>
    private bool IsLikeTick(ReadOnlySpan<byte> text) =>
        text.Length == 1 && text[0] is (byte)'x' or (byte)'X' && _inlines is [.., { Kind: ContentKind.Link } link] && link.Content == _output.Count && _containers.Exists(static c => c.Kind == ContentKind.Item);

    private void WriteTarget(ReadOnlySpan<byte> target)
    {
        if (!target.IsEmpty && !target.ContainsAny(NeedCare))
        {
            _output.Add(target);
            return;
        }
        bool needsBrackets = target.IsEmpty || target.ContainsAny(NeedBrackets) || !HasPairedBrackets(target);
        if (needsBrackets)
            _output.Add((byte)'<');
        for (int i = 0; i < target.Length; i++)
        {
            byte b = target[i];
            switch (b)
            {
                case (byte)'|' when IsInRow:
                    _output.Add("%7C"u8);
                    break;
                case (byte)'<' or (byte)'>' or (byte)'\\':
                    _output.Add((byte)'\\');
                    _output.Add(b);
                    break;
                case (byte)'&' when IsLikeReference(target[(i + 1)..]):
                    _output.Add("&amp;"u8);
                    break;
                case < 0x20 or 0x7F:
                    break;
                default:
                    _output.Add(b);
                    break;
            }
        }
        if (needsBrackets)
            _output.Add((byte)'>');
    }

    private static bool HasPairedBrackets(ReadOnlySpan<byte> target)
    {
        int depth = 0;
        foreach (byte b in target)
        {
            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            // Readers give up on deeply nested ones.
            if (depth is < 0 or > 8)
                return false;
        }
        return depth == 0;
    }

    /// <summary>Whether what follows an ampersand would make it a character reference.</summary>
    private static bool IsLikeReference(ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)';');
        return end is > 1 and < 33 && !rest[(rest[0] == '#' ? 1 : 0)..end].ContainsAnyExcept(LettersAndDigits);
    }

    private static readonly SearchValues<byte> LettersAndDigits = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);
}

using System.Buffers;
using System.Diagnostics;
using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>The addresses of links and images.</summary>
internal sealed partial class MarkdownWriter
{
    // What else an address may have that Markdown could take for syntax; SafeAddress leaves no control character, angle bracket, backslash or bar in it.
    private static readonly SearchValues<byte> NeedCare = SearchValues.Create(" ()&"u8);

    /// <summary>Whether the text of a link in an item is what the box of a task would be.</summary>
    private bool IsLikeTick(ReadOnlySpan<byte> text) =>
        text.Length == 1 && text[0] is (byte)'x' or (byte)'X' && _inlines is [.., { Kind: ContentKind.Link } link] && link.Content == _output.Count && _containers.Exists(static c => c.Kind == ContentKind.Item);

    private void WriteTarget(ReadOnlySpan<byte> target)
    {
        Debug.Assert(!target.IsEmpty && !target.ContainsAnyInRange((byte)0, (byte)0x1F) && !target.ContainsAny("<>\\|\x7F"u8));
        if (!target.ContainsAny(NeedCare))
        {
            _output.Add(target);
            return;
        }
        bool needsBrackets = target.Contains((byte)' ') || !HasPairedBrackets(target);
        if (needsBrackets)
            _output.Add((byte)'<');
        for (int i = 0; i < target.Length; i++)
        {
            if (target[i] == '&' && IsLikeReference(target[(i + 1)..]))
                _output.Add("&amp;"u8);
            else
                _output.Add(target[i]);
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

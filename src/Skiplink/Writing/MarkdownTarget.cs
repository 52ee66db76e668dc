using System.Buffers;
using System.Diagnostics;
using Skiplink.Addresses;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>Writes the address of a link or an image in parentheses.</summary>
internal static class MarkdownTarget
{
    // Readers give up on parentheses that are nested deeper.
    private const int MaxParentheses = 8;

    // What an address may have that Markdown could take for syntax.
    private static readonly SearchValues<byte> NeedCare = SearchValues.Create(" ()&"u8);

    private static readonly SearchValues<byte> LettersAndDigits =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);

    /// <summary>Writes an address that <see cref="SafeAddress"/> made, in parentheses.</summary>
    public static void Write(ReadOnlySpan<byte> address, ByteBuffer output)
    {
        Debug.Assert(!address.IsEmpty && !address.ContainsAnyInRange((byte)0, (byte)0x1F) && !address.ContainsAny("<>\\|\x7F"u8));
        output.Add((byte)'(');
        if (address.ContainsAny(NeedCare))
            WriteWithCare(address, output);
        else
            output.Add(address);
        output.Add((byte)')');
    }

    private static void WriteWithCare(ReadOnlySpan<byte> address, ByteBuffer output)
    {
        bool needsBrackets = address.Contains((byte)' ') || !HasPairedParentheses(address);
        if (needsBrackets)
            output.Add((byte)'<');
        for (int i = 0; i < address.Length; i++)
        {
            if (address[i] == '&' && IsLikeReference(address[(i + 1)..]))
                output.Add("&amp;"u8);
            else
                output.Add(address[i]);
        }
        if (needsBrackets)
            output.Add((byte)'>');
    }

    private static bool HasPairedParentheses(ReadOnlySpan<byte> address)
    {
        int depth = 0;
        foreach (byte b in address)
        {
            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (depth is < 0 or > MaxParentheses)
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
}

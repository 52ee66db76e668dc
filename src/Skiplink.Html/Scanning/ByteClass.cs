using System.Runtime.CompilerServices;

namespace Skiplink.Html.Scanning;

/// <summary>
/// The meaning of a byte inside a tag, from one table. Carriage returns count as white space, since they become line feeds (13.2.3.5).
/// </summary>
internal static class ByteClass
{
    private const byte EndsTagName = 2;
    private const byte EndsAttributeName = 4;
    private const byte Changes = 8;
    private const byte EndsUnquotedValue = 32;
    private const byte AlphaNumeric = 64;

    private const ulong SpaceBits = 1UL << '\t' | 1UL << '\n' | 1UL << '\f' | 1UL << '\r' | 1UL << ' ';

    private static ReadOnlySpan<byte> Table => Classes;

    private static readonly byte[] Classes = Make();

    /// <summary>Tab, line feed, form feed, carriage return, space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSpace(byte b) => b <= ' ' && ((1UL << b) & SpaceBits) != 0;

    /// <summary>White space, <c>/</c> or <c>&gt;</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EndsTag(byte b) => (Table[b] & EndsTagName) != 0;

    /// <summary>White space, <c>/</c>, <c>&gt;</c> or <c>=</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EndsAttribute(byte b) => (Table[b] & EndsAttributeName) != 0;

    /// <summary>White space or <c>&gt;</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EndsUnquoted(byte b) => (Table[b] & EndsUnquotedValue) != 0;

    /// <summary>An upper-case ASCII letter or U+0000, which are replaced in names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ChangesInName(byte b) => (Table[b] & Changes) != 0;

    /// <summary>An ASCII letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAlpha(byte b) => (uint)((b | 0x20) - 'a') < 26;

    /// <summary>An ASCII letter or digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAlphaNumeric(byte b) => (Table[b] & AlphaNumeric) != 0;

    private static byte[] Make()
    {
        byte[] table = new byte[256];
        foreach (byte b in "\t\n\f\r "u8)
            table[b] = EndsTagName | EndsAttributeName | EndsUnquotedValue;
        table['/'] = EndsTagName | EndsAttributeName;
        table['>'] = EndsTagName | EndsAttributeName | EndsUnquotedValue;
        table['='] = EndsAttributeName;
        table[0] = Changes;
        for (int i = 0; i < 26; i++)
        {
            table['A' + i] = AlphaNumeric | Changes;
            table['a' + i] = AlphaNumeric;
        }
        for (int i = 0; i < 10; i++)
            table['0' + i] = AlphaNumeric;
        return table;
    }
}

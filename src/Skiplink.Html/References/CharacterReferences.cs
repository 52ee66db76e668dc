using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Skiplink.Html.Arena;
using Skiplink.Html.Scanning;

namespace Skiplink.Html.References;

/// <summary>Character references (13.2.5.72 to 13.2.5.84).</summary>
internal static class CharacterReferences
{
    // The lengths of the longest and the shortest name that is valid without a semicolon.
    private const int MaxBareLength = 6;
    private const int MinBareLength = 2;

    // "&amp", "&quo", "&lt;", "&gt;", the first byte lowest.
    private const uint Amp = '&' | 'a' << 8 | 'm' << 16 | 'p' << 24;
    private const uint Quot = '&' | 'q' << 8 | 'u' << 16 | 'o' << 24;
    private const uint Lt = '&' | 'l' << 8 | 't' << 16 | ';' << 24;
    private const uint Gt = '&' | 'g' << 8 | 't' << 16 | ';' << 24;

    private static readonly Entry[] Slots;

    /// <summary>
    /// For each first letter of a name that is valid without a semicolon, a bit for each second letter. It rules out most parameters of
    /// URLs.
    /// </summary>
    private static readonly ulong[] BareStarts = new ulong[128];

    static CharacterReferences()
    {
        Slots = new Entry[(int)BitOperations.RoundUpToPowerOf2(EntityData.Count * 3)];
        ReadOnlySpan<byte> bytes = EntityData.Bytes;
        int start = 0;
        while (start < bytes.Length)
        {
            int nameLength = bytes[start..].IndexOf((byte)'\t');
            int value = start + nameLength + 1;
            // The expansion has at least one byte, which may be a line feed itself.
            int valueLength = 1 + bytes[(value + 1)..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> name = bytes.Slice(start, nameLength);
            int slot = SlotOf(name);
            while (Slots[slot].NameLength != 0)
                slot = (slot + 1) & (Slots.Length - 1);
            Slots[slot] = new(start, (byte)nameLength, (byte)valueLength);
            if (name[^1] != ';')
                BareStarts[name[0]] |= 1UL << (name[1] & 63);
            start = value + valueLength + 1;
        }
    }

    /// <summary>
    /// Decodes the reference at the start of <paramref name="text"/> (its first byte is <c>&amp;</c>) into <paramref name="output"/> and
    /// returns its length; 0 if the ampersand starts no reference.
    /// </summary>
    public static int Decode(ReadOnlySpan<byte> text, bool inAttribute, ByteBuffer output)
    {
        if (text.Length < 4)
            return text.Length < 2 ? 0 : DecodeAny(text, inAttribute, output);
        // The four that XML has too are by far the most frequent.
        switch (BinaryPrimitives.ReadUInt32LittleEndian(text))
        {
            case Amp when text.Length > 4 && text[4] == ';':
                output.Add((byte)'&');
                return 5;
            case Quot when text.Length > 5 && text[4] == 't' && text[5] == ';':
                output.Add((byte)'"');
                return 6;
            case Lt:
                output.Add((byte)'<');
                return 4;
            case Gt:
                output.Add((byte)'>');
                return 4;
            default:
                return DecodeAny(text, inAttribute, output);
        }
    }

    private static int DecodeAny(ReadOnlySpan<byte> text, bool inAttribute, ByteBuffer output) =>
        text[1] == '#' ? DecodeNumeric(text, output) : ByteClass.IsAlphaNumeric(text[1]) ? DecodeNamed(text, inAttribute, output) : 0;

    private static int DecodeNamed(ReadOnlySpan<byte> text, bool inAttribute, ByteBuffer output)
    {
        int end = 1;
        while (end < text.Length && end < 40 && ByteClass.IsAlphaNumeric(text[end]))
            end++;
        // All names are letters and digits, so only the whole run can match with a semicolon.
        if (end < text.Length && text[end] == ';' && Find(text[1..(end + 1)]) is { IsEmpty: false } whole)
        {
            output.Add(whole);
            return end + 1;
        }
        // In an attribute, a letter or digit after the name means that it is no reference.
        if (end < 3 || (inAttribute && end - 1 > MaxBareLength) || (BareStarts[text[1]] & (1UL << (text[2] & 63))) == 0)
            return 0;
        for (int length = Math.Min(MaxBareLength, end - 1); length >= MinBareLength; length--)
        {
            ReadOnlySpan<byte> value = Find(text.Slice(1, length));
            if (value.IsEmpty)
                continue;
            int next = length + 1;
            if (inAttribute && next < text.Length && (text[next] == '=' || ByteClass.IsAlphaNumeric(text[next])))
                return 0;
            output.Add(value);
            return next;
        }
        return 0;
    }

    private static int DecodeNumeric(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        int i = 2;
        bool hexadecimal = i < text.Length && (text[i] | 0x20) == 'x';
        if (hexadecimal)
            i++;
        int first = i;
        int code = 0;
        for (; i < text.Length; i++)
        {
            int digit = text[i] is >= (byte)'0' and <= (byte)'9' ? text[i] - '0'
                : hexadecimal && (text[i] | 0x20) is >= 'a' and <= 'f' ? (text[i] | 0x20) - 'a' + 10
                : -1;
            if (digit < 0)
                break;
            code = Math.Min((code * (hexadecimal ? 16 : 10)) + digit, 0x110000);
        }
        if (i == first)
            return 0;
        if (i < text.Length && text[i] == ';')
            i++;
        output.Add(Character(code));
        return i;
    }

    /// <summary>The numeric character reference end state (13.2.5.84).</summary>
    private static Rune Character(int code)
    {
        ReadOnlySpan<ushort> c1 =
        [
            0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
            0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
        ];
        if (code is >= 0x80 and < 0xA0 && c1[code - 0x80] != 0)
            code = c1[code - 0x80];
        return code != 0 && Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> bytes = EntityData.Bytes;
        for (int slot = SlotOf(name); Slots[slot].NameLength != 0; slot = (slot + 1) & (Slots.Length - 1))
        {
            Entry entry = Slots[slot];
            if (entry.NameLength == name.Length && bytes.Slice(entry.Start, entry.NameLength).SequenceEqual(name))
                return bytes.Slice(entry.Start + entry.NameLength + 1, entry.ValueLength);
        }
        return default;
    }

    private static int SlotOf(ReadOnlySpan<byte> name)
    {
        uint hash = Fnv1a.Combine(Fnv1a.Basis, name);
        return (int)((hash ^ (hash >> 15)) & (uint)(Slots.Length - 1));
    }

    private readonly record struct Entry(int Start, byte NameLength, byte ValueLength);
}

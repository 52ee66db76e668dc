using System.Buffers;
using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Text;

/// <summary>
/// Reads the text of one block, text node by text node, and finds its words (runs of letters, digits and low lines, as <c>\w+</c> does) and
/// its shape. A word may go over several text nodes: <c>un&lt;b&gt;break&lt;/b&gt;able</c> is one.
/// </summary>
internal ref partial struct TextScanner
{
    private readonly WordBuffer _words;

    // The word in progress: its first bytes while there are eight at most and all of them ASCII, afterwards its hash so far.
    private ulong _bytes;
    private uint _hash;
    private bool _isHashed;
    private int _length;

    public TextScanner(WordBuffer words) => _words = words;

    /// <summary>The hashes of the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scratch">A buffer to read it into.</param>
    public static ReadOnlySpan<uint> HashesOf(ReadOnlySpan<char> text, WordBuffer scratch)
    {
        scratch.Clear();
        TextScanner scanner = new(scratch);
        TextShape shape = default;
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        scanner.Read(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)), ref shape);
        scanner.EndWord(ref shape);
        ArrayPool<byte>.Shared.Return(utf8);
        return scratch.Slice(0, scratch.Count);
    }

    /// <summary>Reads a text. Returns how many words ended in it.</summary>
    public int Read(ReadOnlySpan<byte> text, ref TextShape shape) => Read(text, text.Length, ref shape);

    /// <summary>Reads a text node. Returns how many words ended in it.</summary>
    /// <param name="memory">Its text and whatever stands behind it, which is loaded but not looked at.</param>
    /// <param name="length">How many bytes the text has.</param>
    /// <param name="shape">What its characters are is added to this.</param>
    public int Read(ReadOnlySpan<byte> memory, int length, ref TextShape shape)
    {
        int before = _words.Count;
        for (int i = 0; i < length;)
            i += memory[i] < 0x80 ? ReadAscii(memory[i..], length - i, ref shape) : ReadWide(memory[i..length], ref shape);
        return _words.Count - before;
    }

    /// <summary>Ends the word in progress, if there is one.</summary>
    public void EndWord(ref TextShape shape)
    {
        if (_length == 0)
            return;
        if (_length == 4 && !_isHashed && IsYear((uint)_bytes))
            shape.Years++;
        _words.Add(_isHashed ? _hash : WordHash.FromEight(WordHash.TextSeed, _bytes));
        _bytes = 0;
        _isHashed = false;
        _length = 0;
    }

    /// <summary>Whether four characters, the first in the lowest bits, are a year from 1900 to 2099.</summary>
    private static bool IsYear(uint characters) =>
        (ushort)characters is ('1' | '9' << 8) or ('2' | '0' << 8) && char.IsAsciiDigit((char)(characters >> 16 & 0xFF))
            && char.IsAsciiDigit((char)(characters >> 24));

    /// <summary>Reads the characters beyond ASCII that a text begins with, and returns how many bytes they have.</summary>
    private int ReadWide(ReadOnlySpan<byte> text, ref TextShape shape)
    {
        int i = 0;
        do
        {
            Rune.DecodeFromUtf8(text[i..], out Rune rune, out int bytes);
            ReadWide(rune, bytes, ref shape);
            i += bytes;
        }
        while (i < text.Length && text[i] >= 0x80);
        return i;
    }

    private void ReadWide(Rune rune, int bytes, ref TextShape shape)
    {
        if (Rune.IsWhiteSpace(rune) || rune.Value == 0xFEFF)
        {
            EndWord(ref shape);
            return;
        }
        shape.Wide++;
        shape.Bytes += bytes;
        shape.First = shape.First == 0 ? (byte)128 : shape.First;
        shape.Last = 128;
        if (Rune.IsLetterOrDigit(rune))
        {
            // Scripts that are written without spaces have words of about two characters.
            if (_length >= 2 && IsUnspaced(rune.Value))
                EndWord(ref shape);
            HashBytes();
            _hash = Fnv1a.Combine(_hash, (uint)Rune.ToLowerInvariant(rune).Value);
            _length++;
            return;
        }
        switch (rune.Value)
        {
            case 0x3001 or 0xFF0C or 0x060C:
                shape.Commas++;
                break;
            case 0x3002 or 0xFF01 or 0xFF1F or 0xFF0E or 0x061F or 0x06D4 or 0x0964:
                shape.Stops++;
                shape.Last = (byte)'.';
                break;
            case 0x201D or 0x00BB or 0x300D:
                shape.Last = (byte)'"';
                break;
            case 0xA9:
                shape.Copyrights++;
                break;
            case 0xA3 or 0xA5 or 0x20AC or 0x20B9 or 0x20BD or 0x20A9:
                shape.Currencies++;
                break;
            default:
                break;
        }
        EndWord(ref shape);
    }

    /// <summary>Chinese characters, kana, Thai, Lao, Khmer, Burmese.</summary>
    private static bool IsUnspaced(int rune) =>
        rune is (>= 0x2E80 and <= 0x9FFF) or (>= 0x0E00 and <= 0x0EFF) or (>= 0x1780 and <= 0x17FF) or (>= 0x1000 and <= 0x109F)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>From the bytes of the word in progress to its hash, if that has not been done.</summary>
    private void HashBytes()
    {
        if (!_isHashed)
            _hash = _length == 0 ? WordHash.TextSeed : WordHash.FromEight(WordHash.TextSeed, _bytes);
        _isHashed = true;
    }
}

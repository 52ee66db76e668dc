using System.Buffers;
using System.Text;

namespace Skiplink.Blocks;

/// <summary>
/// Reads the text of one block, text node by text node, and finds its words (runs of letters, digits and low lines, as <c>\w+</c> does) and its shape. A word may go
/// over several text nodes: <c>un&lt;b&gt;break&lt;/b&gt;able</c> is one.
/// </summary>
internal ref partial struct TextScanner
{
    private readonly BlockTable _blocks;
    // The word in progress: its first bytes while there are eight at most and all of them ASCII, afterwards its hash so far.
    private ulong _bytes;
    private uint _hash;
    private bool _isHashed;
    private int _number;
    private int _length;

    public TextScanner(BlockTable blocks) => _blocks = blocks;

    /// <summary>The hashes of the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scratch">A table to read it into.</param>
    public static ReadOnlySpan<uint> HashesOf(ReadOnlySpan<char> text, BlockTable scratch)
    {
        scratch.Clear(0);
        int block = scratch.Add(0, 0);
        TextScanner scanner = new(scratch);
        TextShape shape = default;
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        scanner.Read(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)), ref shape);
        scanner.EndWord(ref shape);
        ArrayPool<byte>.Shared.Return(utf8);
        scratch[block].Words = scratch.WordCount;
        return scratch.WordsOf(block);
    }

    /// <summary>Reads a text. Returns how many words ended in it.</summary>
    public int Read(ReadOnlySpan<byte> text, ref TextShape shape) => Read(text, text.Length, ref shape);

    /// <summary>Reads a text node. Returns how many words ended in it.</summary>
    /// <param name="memory">Its text and whatever stands behind it, which is loaded but not looked at.</param>
    /// <param name="length">How many bytes the text has.</param>
    /// <param name="shape">What its characters are is added to this.</param>
    public int Read(ReadOnlySpan<byte> memory, int length, ref TextShape shape)
    {
        int words = 0;
        ReadOnlySpan<byte> text = memory[..length];
        for (int i = 0; i < text.Length;)
        {
            if (AsciiChunk.TryRead(memory[i..], length - i, out AsciiChunk chunk))
            {
                words += Read(chunk, ref shape);
                i += chunk.Length;
                continue;
            }
            // Not all ASCII: character by character to the end of what was tried.
            for (int end = Math.Min(i + AsciiChunk.MostBytes, text.Length); i < end;)
                i += ReadOne(text[i..], ref shape, ref words);
        }
        return words;
    }

    /// <summary>Reads a character and returns how many bytes it has.</summary>
    private int ReadOne(ReadOnlySpan<byte> text, ref TextShape shape, ref int words)
    {
        byte b = text[0];
        if (b >= 0x80)
        {
            Rune.DecodeFromUtf8(text, out Rune rune, out int consumed);
            words += ReadWide(rune, consumed, ref shape);
            return consumed;
        }
        switch (Kinds[b])
        {
            case Kind.Lower:
                Extend(b, ref shape);
                shape.Last = b;
                return 1;
            case Kind.Upper:
                if (_length == 0)
                    shape.Capitalized++;
                shape.Upper++;
                shape.First = shape.First == 0 ? b : shape.First;
                Extend((byte)(b | 0x20), ref shape);
                shape.Last = b;
                return 1;
            case Kind.Digit:
                shape.Digits++;
                ExtendDigit(b, ref shape);
                shape.Last = b;
                return 1;
            case Kind.Space:
                words += EndWord(ref shape);
                return 1;
            case Kind.Comma:
                shape.Commas++;
                break;
            case Kind.Stop:
                shape.Stops++;
                break;
            case Kind.Currency:
                shape.Currencies++;
                break;
            default:
                shape.Symbols++;
                break;
        }
        if (_length > 0 && text.Length > 1 && char.IsAsciiLetterOrDigit((char)text[1]))
            shape.Joints++;
        words += EndWord(ref shape);
        shape.Bytes++;
        shape.First = shape.First == 0 ? b : shape.First;
        shape.Last = b;
        return 1;
    }

    /// <summary>Ends the word in progress, if there is one; returns how many words ended.</summary>
    public int EndWord(ref TextShape shape)
    {
        if (_length == 0)
            return 0;
        if (_length == 4 && _number is >= 1900 and < 2100)
            shape.Years++;
        _blocks.AddWord(_isHashed ? _hash : WordHash.OfShort(WordHash.Offset, _bytes, _length));
        _bytes = 0;
        _isHashed = false;
        _length = 0;
        _number = 0;
        return 1;
    }

    private int ReadWide(Rune rune, int bytes, ref TextShape shape)
    {
        if (Rune.IsWhiteSpace(rune) || rune.Value == 0xFEFF)
            return EndWord(ref shape);
        shape.Wide++;
        shape.First = shape.First == 0 ? (byte)128 : shape.First;
        shape.Last = 128;
        if (Rune.IsLetterOrDigit(rune))
        {
            // Scripts that are written without spaces have words of about two characters.
            int ended = _length >= 2 && IsUnspaced(rune.Value) ? EndWord(ref shape) : 0;
            Rune lower = Rune.ToLowerInvariant(rune);
            HashBytes();
            _hash = WordHash.GoOn(_hash, (uint)lower.Value);
            _length++;
            _number = -1;
            shape.Bytes += bytes;
            return ended;
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
        shape.Bytes += bytes;
        return EndWord(ref shape);
    }

    /// <summary>Chinese characters, kana, Thai, Lao, Khmer, Burmese.</summary>
    private static bool IsUnspaced(int rune) =>
        rune is (>= 0x2E80 and <= 0x9FFF) or (>= 0x0E00 and <= 0x0EFF) or (>= 0x1780 and <= 0x17FF) or (>= 0x1000 and <= 0x109F) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private void Extend(byte lower, ref TextShape shape)
    {
        ExtendWord(lower);
        shape.Bytes++;
        if (shape.First == 0)
            shape.First = lower;
    }

    private void ExtendDigit(byte digit, ref TextShape shape)
    {
        ExtendWord(digit);
        shape.Bytes++;
        if (shape.First == 0)
            shape.First = digit;
    }

    /// <summary>Adds a byte to the word in progress.</summary>
    private void ExtendWord(byte lower)
    {
        bool isNumber = lower is >= (byte)'0' and <= (byte)'9' && _number >= 0 && _length < 5 && (_length == 0 || _number > 0);
        _number = isNumber ? (_number * 10) + (lower - '0') : -1;
        if (!_isHashed && _length < sizeof(ulong))
        {
            _bytes |= (ulong)lower << (8 * _length);
        }
        else
        {
            HashBytes();
            _hash = WordHash.GoOn(_hash, lower);
        }
        _length++;
    }

    /// <summary>From the bytes of the word in progress to its hash, if that has not been done.</summary>
    private void HashBytes()
    {
        if (!_isHashed)
            _hash = _length == 0 ? WordHash.Offset : WordHash.OfShort(WordHash.Offset, _bytes, _length);
        _isHashed = true;
    }

    private enum Kind : byte
    {
        Symbol,
        Space,
        Lower,
        Upper,
        Digit,
        Comma,
        Stop,
        Currency,
    }

    private static readonly Kind[] Kinds = Make();

    private static Kind[] Make()
    {
        Kind[] kinds = new Kind[128];
        for (int i = 0; i <= ' '; i++)
            kinds[i] = Kind.Space;
        for (int i = 'a'; i <= 'z'; i++)
            (kinds[i], kinds[i - 32]) = (Kind.Lower, Kind.Upper);
        for (int i = '0'; i <= '9'; i++)
            kinds[i] = Kind.Digit;
        kinds['_'] = Kind.Lower;
        kinds[','] = Kind.Comma;
        kinds['.'] = kinds['!'] = kinds['?'] = Kind.Stop;
        kinds['$'] = Kind.Currency;
        return kinds;
    }
}

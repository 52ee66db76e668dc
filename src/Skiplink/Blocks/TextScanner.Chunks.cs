using System.Numerics;

namespace Skiplink.Blocks;

/// <summary>Reading ASCII 64 bytes at a time: characters are counted by counting bits, words are found by the edges of runs of bits.</summary>
internal ref partial struct TextScanner
{
    private int Read(in AsciiChunk chunk, ref TextShape shape)
    {
        ulong visible = chunk.Visible;
        int ended = 0;
        if (visible == 0)
            return EndWord(ref shape);
        // A bit for each byte before which a word character stands, which for the first byte may be in the text before.
        ulong before = (chunk.Words << 1) | (_length > 0 ? 1UL : 0), signs = visible & ~chunk.Words;
        shape.Bytes += BitOperations.PopCount(visible);
        if (chunk.Upper != 0)
        {
            shape.Upper += BitOperations.PopCount(chunk.Upper);
            shape.Capitalized += BitOperations.PopCount(chunk.Upper & ~before);
        }
        if (chunk.Digits != 0)
            shape.Digits += BitOperations.PopCount(chunk.Digits);
        if (signs != 0)
        {
            int commas = BitOperations.PopCount(chunk.Commas), stops = BitOperations.PopCount(chunk.Stops), dollars = BitOperations.PopCount(chunk.Dollars);
            shape.Commas += commas;
            shape.Stops += stops;
            shape.Currencies += dollars;
            shape.Symbols += BitOperations.PopCount(signs) - commas - stops - dollars;
            ulong behind = (chunk.LettersAndDigits >> 1) | (chunk.IsBeforeLetterOrDigit ? 1UL << (AsciiChunk.MostBytes - 1) : 0);
            shape.Joints += BitOperations.PopCount(signs & before & behind);
        }
        if (shape.First == 0)
            shape.First = AsWritten(chunk, BitOperations.TrailingZeroCount(visible));
        shape.Last = AsWritten(chunk, 63 - BitOperations.LeadingZeroCount(visible));

        // The word in progress goes on, or ends here.
        ulong words = chunk.Words;
        int at = 0;
        if (_length > 0)
        {
            for (; at < chunk.Length && (words >> at & 1) != 0; at++)
                ExtendWord(chunk[at]);
            if (at == chunk.Length)
                return ended;
            ended += EndWord(ref shape);
            words &= ulong.MaxValue << at;
        }
        while (words != 0)
        {
            int start = BitOperations.TrailingZeroCount(words), length = BitOperations.TrailingZeroCount(~(words >> start));
            int end = start + length;
            if (end == chunk.Length)
            {
                for (; start < end; start++)
                    ExtendWord(chunk[start]);
                return ended;
            }
            uint hash = WordHash.OfShort(WordHash.Offset, chunk.Eight(start), Math.Min(length, sizeof(ulong)));
            for (int i = start + sizeof(ulong); i < end; i++)
                hash = WordHash.GoOn(hash, chunk[i]);
            _blocks.AddWord(hash);
            if (length == 4 && (chunk.Digits >> start & 0xF) == 0xF && chunk[start] is (byte)'1' or (byte)'2')
                CountYear(chunk, start, ref shape);
            ended++;
            words &= ulong.MaxValue << end;
        }
        return ended;
    }

    private static void CountYear(in AsciiChunk chunk, int start, ref TextShape shape)
    {
        int year = 0;
        for (int i = start; i < start + 4; i++)
            year = (year * 10) + (chunk[i] - '0');
        if (year is >= 1900 and < 2100)
            shape.Years++;
    }

    /// <summary>A byte of the chunk, a capital where it was one.</summary>
    private static byte AsWritten(in AsciiChunk chunk, int index) => (chunk.Upper >> index & 1) != 0 ? (byte)(chunk[index] & ~0x20) : chunk[index];
}
